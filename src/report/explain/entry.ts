/** What the notes say: an entry, and a case. */
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import { keyOfThing } from '../../study/keys.js';
import type { Case, Entry } from '../../domain/study.js';
import { paragraph, row, rowHead, table, text } from '../prose/nodes.js';
import { caseTitle, shownMark, titleOf } from '../names/context.js';
import { partsOf } from '../results/side-by-side.js';
import { linkedThings } from '../names/things.js';
import { explained, fill, listed, wordFor } from '../prose/words.js';
import { entryCells, headOf, keysIn } from './entry-cells.js';
import { saidAt } from './messages.js';
import {
  facts,
  groundsOf,
  part,
  placeIn,
  points,
  titleLine,
  usesOf,
  type Explaining,
} from './parts.js';
import { propositionLines } from './theory.js';
import type { SubjectOf } from './subject.js';

/** An entry in full: its mark, findings, evidence and reasons, what is expected of it, and where it is cited. */
export function explainEntry(
  context: Explaining,
  { id, case: inCase }: SubjectOf<'entry'>,
): RootContent[] {
  const { words } = context;
  const entry = context.caseById.get(inCase)?.entries.get(id);
  if (!entry) return [];
  const name = fill(words.holders.entry, {
    component: titleOf(context, id),
    case: caseTitle(context, inCase),
  });
  return [
    titleLine(context, name, 'entry'),
    ...facts(context, [
      [words.explain.mark, markWords(context, entry)],
      [words.explain.kinds.dimension, context.dimensionOf.get(id)?.title ?? null],
      [words.explain.place, placeIn(entry.place)],
    ]),
    // In the words of the note, in its order.
    ...partsOf({ ...context, under: 2 }, entry),
    ...groundsOf(context, { kind: 'entry', id, case: inCase }, new Set(keysIn(entry))),
    ...part(words.explain.expected, points(context, propositionLines(context, id, inCase))),
    ...usesOf(context, { kind: 'entry', id, case: inCase }),
    ...saidAt(
      context,
      entry.place,
      entry.parts.map(({ place }) => place),
    ),
  ];
}

/** A mark with its meaning; any other state as its word with what it means. */
function markWords({ study, words }: Explaining, { state, rating }: Entry): PhrasingContent[] {
  const label = study.protocol.legend.find(({ symbol }) => symbol === rating)?.label;
  if (state === 'rated')
    return [
      text(
        label === undefined
          ? shownMark(rating ?? '')
          : explained(words, shownMark(rating ?? ''), label),
      ),
    ];
  return [text(words.states[state])];
}

/** A case: its attributes, its entries with marks and records, and where it is cited as a whole. */
export function explainCase(context: Explaining, { id }: SubjectOf<'case'>): RootContent[] {
  const { words, caseById, citations } = context;
  const each = caseById.get(id);
  if (!each) return [];
  const attributes = [...each.attributes].map(([name, value]): [string, string] => [
    wordFor(words.attributes, name),
    listed(words, [value].flat().map(String)),
  ]);
  const lines = [...each.entries.values()].map((entry) => entryRow(context, entry));
  const head = headOf(context, words.table.component);
  return [
    titleLine(context, each.title, 'case'),
    ...facts(context, [...attributes, [words.explain.place, each.path]]),
    ...(lines.length > 0 ? [table('entries', words.explain.entries, head, lines)] : []),
    ...groundsOfProfile(context, each),
    ...(citations.holdersOf.has(keyOfThing({ kind: 'case', id }))
      ? usesOf(context, { kind: 'case', id })
      : []),
  ];
}

function groundsOfProfile(context: Explaining, { id }: Case): RootContent[] {
  const cited = context.citations.citedBy.get(keyOfThing({ kind: 'case', id })) ?? [];
  return cited.length === 0
    ? []
    : part(context.words.explain.profile, [paragraph(...linkedThings(context, cited))]);
}

function entryRow(context: Explaining, entry: Entry): TableRow {
  const { component } = entry;
  return row([rowHead([text(titleOf(context, component.id))]), ...entryCells(context, entry)]);
}
