import type { Break, PhrasingContent, RootContent } from 'mdast';
import type { Claims } from '../../analyse/claims.js';
import type { Cited } from '../../study/chain.js';
import { keyOfThing } from '../../study/keys.js';
import type { Holder } from '../../domain/study.js';
import type { SectionRole } from '../../domain/protocol.js';
import {
  cell,
  division,
  joined,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../prose/nodes.js';
import { fill, numberIn } from '../prose/words.js';
import {
  linkTo,
  titleOf,
  type Context,
  type Renderer,
  type WholeContext,
} from '../names/context.js';
import { linkedThings } from '../names/things.js';

/** How many things of a kind are listed; the rest are counted. */
const namedAtMost = 12;

/** Sections that argue, and so need evidence where they are not divided into items. */
const arguing: (SectionRole | null)[] = ['findings', 'rivals', 'conclusions', 'suggestions'];

/** `argument` names an item or a section of study.md: what it rests on, and where it is cited. Without one: a table of all items. */
export const renderClaims: Renderer<Claims, WholeContext> = (claims, context, argument) => {
  if (argument === null) return tableOf(claims, context);
  const item = context.claims.get(keyOfThing({ kind: 'item', id: argument }));
  if (item) return [division('uses', linesOf(context, item))];
  const section = context.study.protocol.sections.find(({ id }) => id === argument);
  const claim = context.claims.get(keyOfThing({ kind: 'section', id: argument }));
  return section?.items.length === 0 && arguing.includes(section.role) && claim
    ? [division('uses', linesOf(context, claim))]
    : [];
};

function linesOf(context: Context, { restsOn, usedBy, steps }: Claims[number]): RootContent[] {
  const { words } = context;
  const ground =
    restsOn.length === 0
      ? [text(words.trace.onNothing)]
      : labelledWith(context, words.trace.restsOn, groundOf(context, restsOn));
  const weak = restsOn.length > 0 && steps === null ? [[text(words.trace.noRecord)]] : [];
  const use = takenUp(context, usedBy);
  const end: Break = { type: 'break' };
  return [paragraph(...joined([ground, ...weak], ' · '), ...(use.length > 0 ? [end, ...use] : []))];
}

function labelledWith(
  { words }: Context,
  label: string,
  things: PhrasingContent[],
): PhrasingContent[] {
  return things.length === 0 ? [] : [text(label + words.marks.label), ...things];
}

/** Records, then entries, then what else study.md says, then the rest. */
function groundOf(context: Context, restsOn: Cited[]): PhrasingContent[] {
  const kinds: Cited['kind'][][] = [
    ['item'],
    ['proposition'],
    ['section', 'case', 'dimension', 'source', 'code'],
  ];
  const records = restsOn.filter(({ kind }) => kind === 'record');
  const others = kinds.map((some) =>
    linkedThings(
      context,
      restsOn.filter(({ kind }) => some.includes(kind)),
      namedAtMost,
    ),
  );
  const groups = [
    linkedThings(context, records, namedAtMost),
    entriesIn(context, restsOn),
    ...others,
  ];
  return joined(
    groups.filter(({ length }) => length > 0),
    ' · ',
  );
}

/** `Leadership: chaoyang, wuhou`: entries are grouped by component, because cases have long titles. */
function entriesIn(context: Context, restsOn: Cited[]): PhrasingContent[] {
  const { marks } = context.words;
  const byComponent = new Map<string, Extract<Cited, { kind: 'entry' }>[]>();
  const entries = restsOn.filter((each) => each.kind === 'entry');
  for (const entry of entries.slice(0, namedAtMost))
    byComponent.set(entry.id, [...(byComponent.get(entry.id) ?? []), entry]);
  const named = [...byComponent].map(([component, some]) => {
    const cases = some.map((entry) => [linkTo(entry, text(entry.case))]);
    return [text(titleOf(context, component) + marks.colon), ...joined(cases, marks.list)];
  });
  const [next] = entries.slice(namedAtMost);
  const more = fill(context.words.trace.more, {
    n: numberIn(context.language, entries.length - namedAtMost),
  });
  return joined([...named, ...(next ? [[linkTo(next, text(more))]] : [])], marks.items);
}

function takenUp(context: Context, usedBy: Holder[]): PhrasingContent[] {
  return labelledWith(
    context,
    context.words.trace.takenUpIn,
    linkedThings(context, usedBy, namedAtMost),
  );
}

/** Where an entry is cited, as the last line of its cell; nothing if nothing cites it. */
export function renderTakenUp(
  context: Pick<WholeContext, 'claims'> & Context,
  claim: Holder,
): RootContent[] {
  const line = takenUp(context, context.claims.get(keyOfThing(claim))?.usedBy ?? []);
  return line.length === 0 ? [] : [division('uses', [paragraph(...line)])];
}

function tableOf(claims: Claims, context: Context): RootContent[] {
  const { words } = context;
  const items = new Map(
    context.study.protocol.sections
      .flatMap((section) => section.items)
      .map((item) => [item.id, item.title]),
  );
  const rows = claims
    .filter(({ claim }) => claim.kind === 'item')
    .map(({ claim, restsOn, usedBy }) =>
      row([
        rowHead([strong(linkTo(claim, text(claim.id))), text(` ${items.get(claim.id) ?? ''}`)]),
        cell(restsOn.length === 0 ? [text(words.trace.onNothing)] : groundOf(context, restsOn)),
        cell(usedBy.length === 0 ? [text('–')] : linkedThings(context, usedBy, namedAtMost)),
      ]),
    );
  if (rows.length === 0) return [paragraph(text(words.trace.noItems))];
  const head = [words.trace.claim, words.trace.ground, words.trace.use].map((word) =>
    cell([text(word)]),
  );
  return [table('claims', words.trace.caption, head, rows)];
}
