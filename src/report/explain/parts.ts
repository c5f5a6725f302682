/** What the explanations of several kinds of things have in common. */
import type { Break, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Analysis } from '../../analyse/index.js';
import type { Citations, Cited } from '../../study/chain.js';
import { reachedFrom } from '../../study/chain.js';
import { keyOfThing } from '../../study/keys.js';
import type { Holder } from '../../domain/study.js';
import type { Place } from '../../domain/text.js';
import { bullets, heading, paragraph, strong, text } from '../prose/nodes.js';
import {
  caseTitle,
  shownMark,
  titleOf,
  type Context,
  type ContextWith,
  type WholeContext,
} from '../names/context.js';
import { phrased } from '../names/naming.js';
import { nameOfThing } from '../names/things.js';
import { explained, fill, numberIn, titled } from '../prose/words.js';

/** The methods whose results are explained. */
export const explainedBy = [
  'comparison',
  'patterns',
  'codes',
  'chain',
  'claims',
] as const satisfies (keyof Analysis)[];

/** Their results. */
export type AnalysisExplained = Pick<Analysis, (typeof explainedBy)[number]>;

/** What explanations use besides the report's own context. */
export interface Explaining extends ContextWith<keyof AnalysisExplained> {
  claims: WholeContext['claims'];
  citations: Citations;
}

/** The name of what is explained, with its kind. */
export function titleLine(
  { words }: Context,
  name: string,
  kind: keyof Context['words']['explain']['kinds'],
): RootContent {
  return heading(1, text(explained(words, name, words.explain.kinds[kind])));
}

/** A part under its heading; nothing where there is nothing in it. */
export function part(title: string, blocks: RootContent[]): RootContent[] {
  return blocks.length === 0 ? [] : [heading(2, text(title)), ...blocks];
}

/** Points of a list: the first ones, and how many more there are. */
export function points(
  { words, language }: Context,
  lines: PhrasingContent[][],
  atMost = 40,
): RootContent[] {
  if (lines.length === 0) return [];
  const rest = lines.length - atMost;
  const more = rest > 0 ? [[text(fill(words.trace.more, { n: numberIn(language, rest) }))]] : [];
  return [bullets([...lines.slice(0, atMost), ...more].map((line) => paragraph(...line)))];
}

/** `Label: value`, one per line; labels without a value are left out. */
export function facts(
  { words }: Context,
  lines: [string, PhrasingContent[] | string | null][],
): RootContent[] {
  const shown = lines.flatMap(([label, value]) => {
    const nodes = typeof value === 'string' ? (value === '' ? [] : [text(value)]) : (value ?? []);
    return nodes.length === 0 ? [] : [[strong(text(label)), text(words.marks.colon), ...nodes]];
  });
  const end: Break = { type: 'break' };
  const block: Paragraph = paragraph(
    ...shown.flatMap((line, index) => (index === 0 ? line : [end, ...line])),
  );
  return shown.length === 0 ? [] : [block];
}

/** `sources/d.md:12`. */
export function placeIn({ path, position }: Place): string {
  return `${path}:${String(position.start.line)}`;
}

/** A thing by its name, an item with its title. */
export function called(context: Context, thing: Holder | Cited): PhrasingContent[] {
  const { sections } = context.study.protocol;
  if (thing.kind === 'item') {
    const item = sections.flatMap(({ items }) => items).find(({ id }) => id === thing.id);
    return [strong(text(thing.id)), text(item ? context.words.marks.colon + item.title : '')];
  }
  return [text(nameOfThing(context, thing))];
}

/** What cites a thing, except what is already `told`, and what all of these lead to. */
export function usesOf(
  context: Explaining,
  thing: Holder | Cited,
  told: (user: Holder) => boolean = () => false,
): RootContent[] {
  const { words, citations } = context;
  const reached = reachedFrom<Holder>(thing, (key) => citations.holdersOf.get(key) ?? []);
  const direct = reached
    .filter(({ over, thing: user }) => over === null && !told(user))
    .map((each) => called(context, each.thing));
  const further = reached.flatMap(({ thing: each, over }) =>
    over === null
      ? []
      : [
          phrased(words.explain.over, {
            thing: called(context, each),
            over: nameOfThing(context, over),
          }),
        ],
  );
  const none = reached.length === 0 ? [paragraph(text(words.explain.notTakenUp))] : [];
  return [
    ...part(words.explain.takenUpIn, direct.length > 0 ? points(context, direct) : none),
    ...part(words.explain.leadsTo, points(context, further)),
  ];
}

/** What a claim rests on, except records already `told`: their first words, and the sources behind all of it. */
export function groundsOf(
  context: Explaining,
  claim: Holder,
  told = new Set<string>(),
): RootContent[] {
  const { words, citations, claims } = context;
  const cited = citations.citedBy.get(keyOfThing(claim)) ?? [];
  const { steps = null, through = [], sources = [] } = claims.get(keyOfThing(claim)) ?? {};
  const way =
    steps !== null && steps > 1
      ? through.map((each) => nameOfThing(context, each)).join(' → ')
      : '';
  const behind = facts(context, [
    [words.explain.way, way],
    [words.explain.sources, sources.join(words.marks.list)],
  ]);
  const lines = cited
    .filter(({ kind, id }) => kind !== 'record' || !told.has(id))
    .map((each) => groundLine(context, each));
  const weak =
    steps === null
      ? [paragraph(text(cited.length === 0 ? words.trace.onNothing : words.explain.noRecord))]
      : [];
  return part(words.explain.restsOn, [...points(context, lines), ...weak, ...behind]);
}

function groundLine(context: Context, thing: Cited): PhrasingContent[] {
  if (thing.kind === 'record') return recordLine(context, thing.id);
  if (thing.kind !== 'entry') return called(context, thing);
  const entry = context.caseById.get(thing.case)?.entries.get(thing.id);
  const state =
    entry?.state === 'rated'
      ? shownMark(entry.rating ?? '')
      : context.words.states[entry?.state ?? 'missing'];
  const name = fill(context.words.holders.entry, {
    component: titleOf(context, thing.id),
    case: caseTitle(context, thing.case),
  });
  return [text(explained(context.words, name, state))];
}

/** Characters that are enough to recognise a record. */
const shownOfRecord = 96;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A record by its id and its first words. */
export function recordLine({ recordByKey, words }: Context, key: string): PhrasingContent[] {
  const { record } = recordByKey.get(key) ?? {};
  // Cut before counting: a record may be a megabyte long.
  const letters = Array.from(
    graphemes.segment((record?.content.text ?? '').slice(0, 4 * shownOfRecord)),
    ({ segment }) => segment,
  );
  const start = letters.slice(0, shownOfRecord).join('').replace(/\s+/g, ' ').trim();
  // Without half a word at its end.
  const shown = letters.length > shownOfRecord ? `${start.replace(/\s\S{1,16}$/, '')} …` : start;
  return [strong(text(key)), text(shown === '' ? '' : titled(words, '', shown))];
}
