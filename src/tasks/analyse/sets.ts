/** A data file's columns as the data of a qualitative comparative analysis, with what must be known before it starts. */
import { calibrate, shapeOf } from '../../analyse/qca/sets/calibrate.js';
import type { Calibration, DataSet, SetColumn } from '../../domain/qca.js';
import type { Unread } from '../../domain/text.js';
import { complain, type DataTable } from '../../parse/data/data-table.js';
import { caseIdsOf, numbersOf, setOf, type NumberColumn } from '../../parse/data/data-set.js';
import type { Columns } from './columns.js';

/** A column as a set, beside what it was made of. */
export interface Calibrated {
  raw: NumberColumn;
  set: SetColumn;
  /** Memberships or levels. */
  values: number[];
  /** Null where the values were sets already. */
  calibration: Calibration | null;
}

/** What a data file yields. Its faults stand in the table. */
export interface Sets {
  data: DataSet;
  conditions: Calibrated[];
  outcome: Calibrated;
  /** What is not wrong but must be known. */
  remarks: Unread[];
}

/** Makes sets of columns; null if the file has a fault, which then stands in `table.unread`. */
export function setsOf(
  table: DataTable,
  columns: Columns,
  calibrations: Map<number, Calibration>,
): Sets | null {
  const cases = caseIdsOf(table, columns.cases);
  const calibratedAt = (column: number) =>
    calibrated(table, numbersOf(table, column, cases), calibrations.get(column) ?? null);
  const conditions = columns.conditions.map(calibratedAt);
  const outcome = calibratedAt(columns.outcome);
  for (const each of [...conditions, outcome]) checkName(table, each);
  if (table.unread.length === 0) checkOutcome(table, outcome);
  if (table.unread.length > 0) return null;
  const rows = cases.map((id, row) => ({
    case: id,
    values: conditions.map(({ values }) => values[row] ?? 0),
    outcome: outcome.values[row] ?? 0,
  }));
  return {
    data: { conditions: conditions.map(({ set }) => set), outcome: outcome.set, rows },
    conditions,
    outcome,
    remarks: [
      ...conditions.flatMap((each) => [
        ...constantOf(each),
        ...halvesOf(each, cases, 'a case in the middle belongs to no row of the truth table'),
      ]),
      ...halvesOf(outcome, cases, 'a case in the middle speaks neither for nor against a row'),
    ],
  };
}

function calibrated(
  table: DataTable,
  raw: NumberColumn,
  calibration: Calibration | null,
): Calibrated {
  // A fault of the file is told before anything is computed from it.
  if (!calibration || table.unread.length > 0)
    return { raw, set: setOf(table, raw), values: raw.values, calibration: null };
  if (calibration.method === 'indirect' && raw.values.some((value) => value <= 0)) {
    const at = raw.values.findIndex((value) => value <= 0);
    const found = `\`${raw.cells[at]?.text ?? ''}\` in column \`${raw.name}\``;
    complain(
      table,
      raw.cells[at]?.place ?? raw.place,
      found,
      'numbers above 0 for the indirect method',
    );
  }
  return {
    raw,
    set: { label: raw.name, ...shapeOf(calibration, raw.values) },
    values: calibrate(raw.values, calibration),
    calibration,
  };
}

/** A name with a sign of expressions in it would make them ambiguous. */
function checkName(table: DataTable, { raw: { name, place } }: Calibrated): void {
  if (/[~!*+<>=→{}[\](),|&]/u.test(name))
    complain(
      table,
      place,
      `column \`${name}\``,
      'a name without the signs of expressions, such as `~`, `*`, `+` and brackets',
    );
}

function checkOutcome(table: DataTable, { raw, set, values }: Calibrated): void {
  const { name, place } = raw;
  if (set.levels > 2)
    complain(
      table,
      place,
      `${String(set.levels)} levels of the outcome \`${name}\``,
      `a crisp or a fuzzy set, with values from 0 to 1, or \`--calibrate "${name}=…"\` to make one`,
    );
  else if (!values.some((value) => value > 0.5))
    complain(
      table,
      place,
      `outcome \`${name}\` without a positive case`,
      'at least one case with a membership above 0.5',
    );
  else if (!values.some((value) => value < 0.5))
    complain(
      table,
      place,
      `outcome \`${name}\` without a negative case`,
      'at least one case with a membership below 0.5',
    );
}

function constantOf({ raw: { name, place }, set, values }: Calibrated): Unread[] {
  const isConstant = values.every((value) => value > 0.5) || values.every((value) => value < 0.5);
  if (set.levels > 2 || !isConstant) return [];
  const expected = 'a condition that differs between cases: this one can explain nothing';
  return [remark(place, `condition \`${name}\` on one side of 0.5 in all cases`, expected)];
}

function halvesOf(
  { raw: { name, place, cells }, set, values, calibration }: Calibrated,
  cases: string[],
  why: string,
): Unread[] {
  return values.flatMap((value, row) => {
    if (value !== 0.5 || !set.isFuzzy) return [];
    const made = calibration ? `, calibrated from \`${cells[row]?.text ?? ''}\`` : '';
    const found = `membership \`0.5\` of case \`${cases[row] ?? ''}\` in column \`${name}\`${made}`;
    return [remark(cells[row]?.place ?? place, found, `more or less than 0.5: ${why}`)];
  });
}

function remark(place: Unread['place'], found: string, expected: string): Unread {
  return { kind: 'text', place, found, expected };
}
