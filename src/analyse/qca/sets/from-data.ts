/** Makes sets of a data set, whose columns must already hold memberships or levels. */
import type { DataSet, SetColumn } from '../../../domain/qca.js';
import { UserError } from '../../../domain/user-error.js';
import type { Settings } from '../search/settings.js';
import type { Sets } from './from-study.js';

/** The sets of a data set. Throws a `UserError` for a value outside its set or a name that is there twice. */
export function setsOfData(
  { conditions, outcome, rows }: DataSet,
  expectations: Settings['expectations'],
): Sets {
  const labels = [...conditions, outcome].map(({ label }) => label);
  const twice = labels.find((label, at) => labels.indexOf(label) < at);
  if (twice !== undefined)
    throw new UserError(
      `Unexpected name \`${twice}\` a second time, expected a name of its own for each set`,
    );
  for (const { case: id, values, outcome: result } of rows) {
    [...conditions, outcome].forEach((column, at) => {
      checkValue(id, column, at < conditions.length ? values[at] : result);
    });
  }
  const columns = conditions.map((column, at) => {
    const expects = expectations[at] ?? null;
    return { ...columnOf(column), expects, expectedBy: null };
  });
  return {
    conditions: columns,
    outcome: columnOf(outcome),
    cases: rows.map(({ case: id, values, outcome: result }) => ({
      case: id,
      values,
      outcome: result,
      raw: [...values, result].map(String),
    })),
  };
}

function columnOf({ label, levels, isFuzzy }: SetColumn) {
  return { id: label, label, of: 'column' as const, levels, isFuzzy, calibration: null };
}

function checkValue(
  id: string,
  { label, levels, isFuzzy }: SetColumn,
  value: number | undefined,
): void {
  const isFit =
    value !== undefined &&
    value >= 0 &&
    (isFuzzy ? value <= 1 : Number.isInteger(value) && value < levels);
  if (isFit) return;
  const expected = isFuzzy ? 'a membership of 0 to 1' : `a level of 0 to ${String(levels - 1)}`;
  throw new UserError(
    `Unexpected \`${String(value)}\` of case \`${id}\` in \`${label}\`, expected ${expected}`,
  );
}
