/** The weight of the evidence of many cases: how many of them, and how many entries of each, are of what kind. */
import type { RootContent, TableCell } from 'mdast';
import type { Weight, WeightRow } from '../../../analyse/weight-schema.js';
import { cell, division, row, rowHead, table, text } from '../../prose/nodes.js';
import { numberIn } from '../../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context } from '../../names/context.js';
import { respectsIn, rowsBy } from './labels.js';

/** What is counted, in the order of the columns. */
const countedNames = [
  'evidence',
  'triangulated',
  'single-voice',
  'self-report-only',
  'counter',
  'translated-only',
  'rule-not-met',
] as const;

type Counted = (typeof countedNames)[number];

const counted: { [Name in Counted]: (row: WeightRow) => boolean } = {
  evidence: () => true,
  triangulated: ({ triangulated }) => triangulated,
  'single-voice': ({ singleVoice }) => singleVoice,
  'self-report-only': ({ selfReportOnly }) => selfReportOnly,
  counter: ({ counter }) => counter > 0,
  'translated-only': ({ translatedOnly }) => translatedOnly,
  'rule-not-met': ({ rule }) => rule?.met === false,
};

/** Columns that are shown even when empty. */
const always: Counted[] = ['evidence', 'triangulated', 'single-voice', 'self-report-only'];

/** A table by component, with the respects in which its cells are unequal, and one by case. */
export function renderWeightCounts(weight: Weight, context: Context): RootContent[] {
  const weighed = weight.entries.filter(({ pieces }) => pieces > 0);
  const keys = countedNames.filter((key) => always.includes(key) || weighed.some(counted[key]));
  return [
    division('scroll', [componentsTable(context, weight, weighed, keys)]),
    division('scroll', [casesTable(context, weighed, keys)]),
  ];
}

function componentsTable(
  context: Context,
  { unequal }: Weight,
  weighed: WeightRow[],
  keys: Counted[],
): RootContent {
  const { words } = context;
  const respects = new Map(
    unequal.map((each) => [each.component, each.respects.map(({ respect }) => respect)]),
  );
  const hasLast = unequal.length > 0;
  const rows = [...rowsBy(weighed, 'component')].map(([component, own]) => {
    const last = cell([text(respectsIn(words, respects.get(component) ?? []))]);
    const name = rowHead([text(titleOf(context, component))]);
    const cells = [name, ...countsOf(context, keys, own), ...(hasLast ? [last] : [])];
    return row(cells, { dataComponent: component });
  });
  const head = [
    cell([text(words.table.component)]),
    ...headsOf(context, keys),
    ...(hasLast ? [cell([text(words.weight.unequalIn)])] : []),
  ];
  return table('weights', words.weight.captionComponents, head, rows);
}

function casesTable(context: Context, weighed: WeightRow[], keys: Counted[]): RootContent {
  const { words, study } = context;
  const byCase = rowsBy(weighed, 'case');
  const rows = study.cases.map(({ id }) => {
    const name = linkTo({ kind: 'case', id }, text(caseTitle(context, id)));
    const counts = countsOf(context, keys, byCase.get(id) ?? []);
    return row([rowHead([name]), ...counts], { dataCase: id });
  });
  const head = [cell([text(words.table.case)]), ...headsOf(context, keys)];
  return table('weights', words.weight.captionCases, head, rows);
}

function headsOf({ words }: Context, keys: Counted[]): TableCell[] {
  return keys.map((key) => cell([text(words.weight.heads[key])], { className: ['number'] }));
}

function countsOf({ language }: Context, keys: Counted[], rows: WeightRow[]): TableCell[] {
  return keys.map((key) =>
    cell([text(numberIn(language, rows.filter(counted[key]).length))], { className: ['number'] }),
  );
}
