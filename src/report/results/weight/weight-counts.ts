/** The weight of the evidence of many cases: how many of them, and how many entries of each, are of what kind. */
import type { RootContent, TableRow } from 'mdast';
import type { Weight, WeightRow } from '../../../analyse/weight.js';
import { cell, division, row, rowHead, table, text } from '../../prose/nodes.js';
import { numberIn } from '../../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context } from '../../names/context.js';
import { respectsIn, rowsBy } from './weight-labels.js';

const counted = {
  evidence: () => true,
  triangulated: ({ triangulated }: WeightRow) => triangulated,
  'single-voice': ({ singleVoice }: WeightRow) => singleVoice,
  'self-report-only': ({ selfReportOnly }: WeightRow) => selfReportOnly,
  counter: ({ counter }: WeightRow) => counter > 0,
  'translated-only': ({ translatedOnly }: WeightRow) => translatedOnly,
  'rule-not-met': ({ rule }: WeightRow) => rule?.met === false,
};

type Counted = keyof typeof counted;

/** Told even where there are none. */
const always: Counted[] = ['evidence', 'triangulated', 'single-voice', 'self-report-only'];

/** A table by component, with the respects in which its cells are unequal, and one by case. */
export function renderWeightCounts({ entries, unequal }: Weight, context: Context): RootContent[] {
  const { words, study } = context;
  const weighed = entries.filter(({ pieces }) => pieces > 0);
  const keys = (Object.keys(counted) as Counted[]).filter(
    (key) => always.includes(key) || weighed.some(counted[key]),
  );
  const heads = keys.map((key) => cell([text(words.weight.heads[key])], { className: ['number'] }));
  const respects = new Map(
    unequal.map((each) => [each.component, each.respects.map(({ respect }) => respect)]),
  );
  const byComponent = [...rowsBy(weighed, 'component')].map(([component, rows]) => {
    const last = cell([text(respectsIn(words, respects.get(component) ?? []))]);
    const counts = countsOf(context, keys, rows);
    return row(
      [
        rowHead([text(titleOf(context, component))]),
        ...counts,
        ...(unequal.length > 0 ? [last] : []),
      ],
      {
        dataComponent: component,
      },
    );
  });
  const perCase = rowsBy(weighed, 'case');
  const byCase = study.cases.map(({ id }): TableRow => {
    const name = linkTo({ kind: 'case', id }, text(caseTitle(context, id)));
    return row([rowHead([name]), ...countsOf(context, keys, perCase.get(id) ?? [])], {
      dataCase: id,
    });
  });
  const first = [
    cell([text(words.table.component)]),
    ...heads,
    ...(unequal.length > 0 ? [cell([text(words.weight.unequalIn)])] : []),
  ];
  const second = [cell([text(words.table.case)]), ...heads];
  return [
    division('scroll', [table('weights', words.weight.captionComponents, first, byComponent)]),
    division('scroll', [table('weights', words.weight.captionCases, second, byCase)]),
  ];
}

function countsOf({ language }: Context, keys: Counted[], rows: WeightRow[]) {
  return keys.map((key) =>
    cell([text(numberIn(language, rows.filter(counted[key]).length))], { className: ['number'] }),
  );
}
