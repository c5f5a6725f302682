/** The table of what is covered: the study, and each of its cases. */
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Course, Saturation } from '../../../analyse/saturation-schema.js';
import { cell, division, row, rowHead, table, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import { caseTitle, linkTo, type Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';
import { headsOf, numberCell } from './records.js';

/** One row per case: coverage, numbers of records and codes, and the last record that brought a new code. */
export function coursesTable(context: Context, saturation: Saturation): RootContent {
  const { study, cases, coverage } = saturation;
  const { words } = context;
  const { heads, caption } = words.saturation;
  const head = [
    ...headsOf([words.table.case, heads.covered], [heads.dated, heads.undated, heads.codes]),
    ...headsOf([heads.last], []),
  ];
  // The row of a single case would repeat that of the study.
  const courses = [...(cases.length > 1 ? [study] : []), ...cases];
  const rows = courses.map((course) => courseRow(context, course, coverage));
  return division('scroll', [table('saturation', caption, head, rows)]);
}

function courseRow(context: Context, course: Course, coverage: Saturation['coverage']): TableRow {
  const { words, language } = context;
  const { case: id, steps, undated, onlyUndated } = course;
  const name =
    id === null
      ? text(words.saturation.whole)
      : linkTo({ kind: 'case', id }, text(caseTitle(context, id)));
  const codes = (steps.at(-1)?.known ?? 0) + onlyUndated.length;
  const counts = [steps.length, undated.length, codes];
  return row(
    [
      rowHead([name]),
      cell([text(shareOf(context, coverage, id))]),
      ...counts.map((n) => numberCell(numberIn(language, n))),
      cell(lastOf(context, course)),
    ],
    id === null ? {} : { dataCase: id },
  );
}

/** `12 of 20`: components with evidence; a dash where it is not known. */
function shareOf(
  { words, language }: Context,
  coverage: Saturation['coverage'],
  id: string | null,
): string {
  const covered = coverage.find((each) => each.case === id);
  if (!covered) return '–';
  return fill(words.saturation.ofAll, {
    n: numberIn(language, covered.covered),
    all: numberIn(language, covered.components),
  });
}

/** The last record with a new code and how many came after it, in one cell, so that the table needs no turned page. */
function lastOf({ words, language }: Context, { dates, last, since }: Course): PhrasingContent[] {
  if (dates < 2 || last === null || since === null) return [text('–')];
  return phrased(words.saturation.lastSince, {
    record: [linkTo({ kind: 'record', id: last }, text(last))],
    n: numberIn(language, since),
  });
}
