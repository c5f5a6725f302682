/** What a change touches, in a row. */
import type { PhrasingContent } from 'mdast';
import { kindOf } from '../../../changes/items.js';
import type { Change, Result } from '../../../changes/schema.js';
import { joined, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import { linkTo, type Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';
import { nameResult } from './result.js';

/** Results named after one change; another list has all of them. */
const resultsAtMost = 4;

/** Items by their kind, then results; nothing where it touches nothing. */
export function touchedBy(
  context: Context,
  { touches }: Change,
  results: Map<string, Result>,
): PhrasingContent[][] {
  const { words, language } = context;
  const roles = new Map(
    context.study.protocol.sections.flatMap(({ items, role }) =>
      items.map(({ id }) => [id, kindOf(role)] as const),
    ),
  );
  const items = (['finding', 'rival', 'suggestion', 'item'] as const).flatMap((kind) => {
    const ids = touches.items.filter((id) => roles.get(id) === kind);
    if (ids.length === 0) return [];
    const links = joined(
      ids.map((id) => [linkTo({ kind: 'item', id }, text(id))]),
      words.marks.list,
    );
    const { touched } = words.changes;
    return [
      phrased(ids.length === 1 ? touched[kind] : touched[`${kind}s` as const], { ids: links }),
    ];
  });
  const known = touches.results.flatMap((id) => results.get(id) ?? []);
  const shown = known.slice(0, resultsAtMost).map((each) => [text(nameResult(context, each))]);
  const left = known.length - shown.length;
  return [
    ...items,
    ...shown,
    ...(left > 0 ? [[text(fill(words.changes.more, { n: numberIn(language, left) }))]] : []),
  ];
}
