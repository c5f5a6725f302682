/** Which columns of a data file are asked for. A name that the file does not have is the operator's to mend. */
import type { DataTable } from '../../parse/data/data-table.js';
import { caseColumnOf, isNumeric } from '../../parse/data/data-set.js';
import { mostConditions } from '../../study/sets.js';
import { UserError } from '../../domain/user-error.js';
import { unknownName } from './expectations.js';

/** What an operator says of a data file. */
export interface DataOptions {
  /** The column to explain; `~O` asks for its absence. */
  outcome?: string;
  /** Columns of conditions, in the order of the truth table; all other columns of numbers unless given. */
  conditions?: string[];
  /** The column that names the cases; the first unless given, if it holds words. */
  cases?: string;
}

/** Columns by their index. */
export interface Columns {
  outcome: number;
  isNegated: boolean;
  conditions: number[];
  /** Null where rows are known by their numbers. */
  cases: number | null;
}

/** Throws a `UserError` for an unknown name, a name asked for twice, or an outcome that is not named. */
export function columnsOf(table: DataTable, { outcome, conditions, cases }: DataOptions): Columns {
  const names = table.columns.map(({ text }) => text);
  const find = (name: string, what: string) => columnNamed(table, name, what);
  if (outcome === undefined) {
    const offered = names.filter((name, index) => name !== '' && isNumeric(table, index));
    throw new UserError(
      `Unexpected data without an outcome, expected one of \`${offered.join('`, `')}\` as outcome`,
    );
  }
  const isNegated = !names.includes(outcome) && /^[~!]/.test(outcome);
  const explained = find(isNegated ? outcome.slice(1) : outcome, 'outcome');
  const asked = conditions?.map((name) => find(name, 'condition'));
  const named =
    cases === undefined
      ? caseColumnUnless(caseColumnOf(table), [explained, ...(asked ?? [])])
      : find(cases, 'column of cases');
  const chosen =
    asked ??
    names.flatMap((_, index) =>
      index !== explained && index !== named && isNumeric(table, index) ? [index] : [],
    );
  refuseTwice(names, chosen, { outcome: explained, cases: named });
  return { outcome: explained, isNegated, conditions: chosen, cases: named };
}

/** The index of a column. Throws a `UserError` if there is none of this name. */
export function columnNamed({ columns }: DataTable, name: string, what: string): number {
  const names = columns.map(({ text }) => text);
  const index = names.indexOf(name.trim());
  if (index >= 0 && name.trim() !== '') return index;
  throw new UserError(
    unknownName(
      name,
      what,
      names.filter((each) => each !== ''),
    ),
  );
}

/** A column that is asked for as a condition names no cases, whatever it is called. */
function caseColumnUnless(found: number | null, taken: number[]): number | null {
  return found !== null && taken.includes(found) ? null : found;
}

function refuseTwice(
  names: string[],
  conditions: number[],
  { outcome, cases }: Pick<Columns, 'outcome' | 'cases'>,
): void {
  const name = (index: number | null | undefined) => names[index ?? -1] ?? '';
  const twice = conditions.find((each, index) => conditions.indexOf(each) < index);
  if (conditions.includes(outcome))
    throw new UserError(
      `Unexpected \`${name(outcome)}\` among the conditions, expected others than the outcome`,
    );
  if (twice !== undefined)
    throw new UserError(`Unexpected second condition \`${name(twice)}\`, expected each once`);
  if (cases !== null && (cases === outcome || conditions.includes(cases)))
    throw new UserError(
      `Unexpected \`${name(cases)}\` as column of cases, expected neither the outcome nor a condition`,
    );
  if (conditions.length > mostConditions)
    throw new UserError(
      `Unexpected ${String(conditions.length)} conditions, expected at most ${String(mostConditions)}; choose some of them by \`--conditions\``,
    );
  if (conditions.length === 0)
    throw new UserError(
      'Unexpected data without conditions, expected at least one column of numbers beside the outcome',
    );
}
