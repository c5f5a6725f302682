/** What the notes say: an entry, a case, and a component or a dimension in all cases. */
import type { PhrasingContent, RootContent } from 'mdast';
import { keyOfThing } from '../../study/keys.js';
import type { Case, Entry } from '../../domain/study.js';
import type { Component } from '../../domain/framework.js';
import { componentsOf } from '../../study/framework.js';
import { evidenceIn } from '../../study/entries.js';
import { cell, division, joined, paragraph, row, rowHead, table, text } from '../prose/nodes.js';
import { caseTitle, linkTo, markOf, shownMark, titleOf } from '../names/context.js';
import { linkedMark } from '../names/naming.js';
import { partsOf } from '../results/side-by-side.js';
import { linkedThings } from '../names/things.js';
import { explained, fill, listed, wordFor } from '../prose/words.js';
import {
  facts,
  groundsOf,
  part,
  placeIn,
  points,
  saidAt,
  titleLine,
  usesOf,
  type Explaining,
} from './parts.js';
import { propositionLines } from './theory.js';
import type { SubjectOf } from './subject.js';

/** An entry in full: its mark, findings, evidence and reasons, what is expected of it, and where it is taken up. */
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
  const head = [
    words.table.component,
    words.table.mark,
    words.explain.records,
    words.explain.takenUpIn,
  ].map((word) => cell([text(word)]));
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

function entryRow(context: Explaining, entry: Entry) {
  const { component } = entry;
  return row([rowHead([text(titleOf(context, component.id))]), ...entryCells(context, entry)]);
}

/** The records of its evidence, each once; as written where there is no such record. */
function keysIn(entry: Entry): string[] {
  return [
    ...new Set(
      evidenceIn(entry).map(({ resolved, record }) => resolved.record?.key ?? record.text),
    ),
  ];
}

/** Its mark, its records, and who takes it up. */
function entryCells(context: Explaining, entry: Entry) {
  const users =
    context.citations.holdersOf.get(
      keyOfThing({ kind: 'entry', id: entry.component.id, case: entry.case }),
    ) ?? [];
  return [
    cell([markOf(context, entry)]),
    cell([text(listed(context.words, keysIn(entry)))]),
    cell(linkedThings(context, users, 12)),
  ];
}

/** A component: what it asks, what is expected of it, which codes match it, and its entry in every case. */
export function explainComponent(
  context: Explaining,
  { id }: SubjectOf<'component'>,
): RootContent[] {
  const { words, study, componentById, analysis } = context;
  const component = componentById.get(id);
  if (!component) return [];
  const head = [
    words.table.case,
    words.table.mark,
    words.explain.records,
    words.explain.takenUpIn,
  ].map((word) => cell([text(word)]));
  const rows = study.cases.map((each) => {
    const entry = each.entries.get(id);
    const name = rowHead([linkTo({ kind: 'case', id: each.id }, text(each.title))]);
    const missing = [
      cell([markOf(context, { state: 'missing', rating: null })]),
      cell([]),
      cell([]),
    ];
    return row([name, ...(entry ? entryCells(context, entry) : missing)]);
  });
  return [
    titleLine(context, component.title, 'component'),
    ...facts(context, [
      [words.explain.kinds.dimension, context.dimensionOf.get(id)?.title ?? null],
      [words.explain.names, listed(words, namesOf(component))],
      [words.explain.question, component.question],
      [
        words.explain.codes,
        listed(
          words,
          analysis.codes.flatMap(({ code, components }) => (components.includes(id) ? [code] : [])),
        ),
      ],
      [words.table.verdict, verdictOf(context, id)],
    ]),
    ...part(words.explain.expected, points(context, propositionLines(context, id, null))),
    ...(rows.length > 0
      ? [division('scroll', [table('entries', words.explain.entries, head, rows)])]
      : []),
  ];
}

function namesOf({ id, code, aliases }: Component): string[] {
  return [...(code === null ? [] : [code]), id, ...aliases];
}

function verdictOf({ analysis, words }: Explaining, id: string): string | null {
  const found = analysis.comparison.find(({ component }) => component === id);
  return found ? words.verdicts[found.verdict] : null;
}

/** A dimension: its components with the marks of every case. */
export function explainDimension(
  context: Explaining,
  { id }: SubjectOf<'dimension'>,
): RootContent[] {
  const { study, words } = context;
  const dimension = study.framework.dimensions.find((each) => each.id === id);
  if (!dimension) return [];
  const lines = componentsOf({ ...study.framework, dimensions: [dimension] }).map((component) => {
    const marks = study.cases.map((each) => [
      text(each.id + words.marks.space),
      linkedMark(context, component.id, each.id),
    ]);
    return [text(component.title + words.marks.colon), ...joined(marks, words.marks.parts)];
  });
  return [titleLine(context, dimension.title, 'dimension'), ...points(context, lines, Infinity)];
}
