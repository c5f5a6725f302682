/** Where no case differs in the outcome: what the components would say if one did. */
import type { RootContent } from 'mdast';
import type { Mill } from '../../../analyse/mill/schema.js';
import { paragraph, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import type { Context } from '../../names/context.js';
import { linkedTitles, phrased } from '../../names/naming.js';

/** More undecided components than this are only counted; the matrix lists them. */
const namedAtMost = 8;

/** Components that differ, are equal and are open, a sentence each; nothing where the outcome decides. */
export function renderContrasts(
  context: Context,
  { contrasts: { different, equal, open }, status }: Mill,
): RootContent[] {
  if (status === 'one-case' || status === 'differs') return [];
  const { mill } = context.words;
  const line = (phrase: string, components: string[]) =>
    components.length === 0
      ? []
      : [paragraph(...phrased(phrase, { components: linkedTitles(context, components) }))];
  const ids = (rows: { component: string }[]) => rows.map(({ component }) => component);
  const isHypothetical = different.length + equal.length > 0;
  return [
    ...(different.length === 0
      ? [paragraph(text(mill.noContrast))]
      : line(mill.different, ids(different))),
    ...line(mill.equal, ids(equal)),
    ...(isHypothetical ? [paragraph(text(mill.ifDiffers))] : []),
    ...(open.length > namedAtMost
      ? [paragraph(text(fill(mill.leftOpenMany, { n: numberIn(context.language, open.length) })))]
      : line(mill.leftOpen, open)),
  ];
}
