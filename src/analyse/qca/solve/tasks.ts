/** The rows of a truth table, sorted for minimisation. */
import type { DataSet } from '../../../domain/qca.js';
import type { Options } from '../search/caps.js';
import { contains, type Cube } from '../algebra/cubes.js';
import type { Settings } from '../search/settings.js';
import { outcomesOf } from '../sets/memberships.js';
import type { TruthTableRow } from '../schema.js';
import type { TruthTable } from '../table/truth-table.js';

/** One direction of an analysis, ready to be minimised. */
export interface Task {
  data: DataSet;
  levels: number[];
  settings: Settings;
  isNegated: boolean;
  options: Options;
  /** Memberships of the cases in the outcome. */
  outcomes: number[];
  positive: TruthTableRow[];
  /** The configurations that no term may cover. */
  outside: Cube[];
  /** Contradictory rows that count as neither. */
  optional: Cube[];
  /** Rows with cases and excluded remainders; none of these can be an assumption. */
  known: Cube[];
}

/** Sorts the rows; excluded cubes count as negative. */
export function setTask(
  { rows }: TruthTable,
  analysis: Pick<Task, 'data' | 'settings' | 'isNegated' | 'options'>,
  excluded: Cube[] = [],
): Task {
  const { data, settings, isNegated } = analysis;
  const isExcluded = (values: Cube) => excluded.some((cube) => contains(cube, values));
  const optional = rows.filter(
    ({ out, values }) => out === 'C' && settings.includeContradictions && !isExcluded(values),
  );
  const positive = rows.filter(({ out, values }) => out === '1' && !isExcluded(values));
  const known = rows.filter(({ out }) => out !== '?');
  const negative = known.filter((row) => !positive.includes(row) && !optional.includes(row));
  const valuesOf = (list: TruthTableRow[]): Cube[] => list.map(({ values }) => values);
  return {
    ...analysis,
    levels: data.conditions.map((condition) => condition.levels),
    outcomes: outcomesOf(data, isNegated),
    positive,
    outside: [...valuesOf(negative), ...excluded],
    optional: valuesOf(optional),
    known: [...valuesOf(known), ...excluded],
  };
}
