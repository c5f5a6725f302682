/**
 * Compares both directions, for the enhanced standard analysis (Schneider and Wagemann 2012): rows that are taken as
 * positive for the outcome and for its absence cannot count as positive for either.
 */
import type { RowSet } from '../table/row-sets.js';
import { rowsOf, shareOf } from '../table/row-sets.js';
import { absorb, subtract, type Cube } from '../algebra/cubes.js';
import { describeSolution } from './describe.js';
import { solveIntermediately, termsOfModels, type SolvedDirection } from './minimise.js';
import type { Direction, Enhanced } from '../schema.js';
import { solveConservatively, solveParsimoniously } from './solutions.js';
import { setTask } from './tasks.js';

/** The findings for one direction that depend on the other. */
export type Contrast = Pick<
  Direction,
  'contradictoryAssumptions' | 'contradictoryAssumptionCount' | 'simultaneousSubsets' | 'enhanced'
>;

/** Above this number of pairs of terms, what they share is neither counted nor excluded. */
const mostPairs = 20_000;

interface Excluded {
  shared: Cube[];
  contradictory: RowSet;
  simultaneous: { row: number; values: number[] }[];
}

function findExcluded([one, other]: [SolvedDirection, SolvedDirection]): Excluded {
  const [terms, others] = [termsOfModels(one.parsimonious), termsOfModels(other.parsimonious)];
  const positive = new Set(other.task.positive.map(({ row }) => row));
  const simultaneous = one.task.positive.filter(({ row }) => positive.has(row));
  const { known, levels, options } = one.task;
  if (terms.length * others.length > mostPairs)
    return { shared: [], contradictory: { listed: [], count: null }, simultaneous };
  const shared = absorb(shareOf(terms, others));
  return { shared, contradictory: rowsOf(shared, known, levels, options.caps.rows), simultaneous };
}

function enhance(
  { truthTable, task }: SolvedDirection,
  { shared, contradictory, simultaneous }: Excluded,
): Enhanced | null {
  const rows = simultaneous.map(({ row }) => row);
  const count = contradictory.count === null ? null : contradictory.count + rows.length;
  if (count === null || count === 0) return null;
  // Only remainders are excluded of what terms share, and the rows that are positive in both directions.
  const others = task.positive.filter(({ row }) => !rows.includes(row));
  const apart = others.reduce(
    (cubes, { values }) => cubes.flatMap((cube) => subtract(cube, values, task.levels)),
    shared,
  );
  const cubes: Cube[] = [...apart, ...simultaneous.map(({ values }) => values)];
  const enhanced = setTask(truthTable, task, cubes);
  const conservative = solveConservatively(enhanced);
  const parsimonious = solveParsimoniously(enhanced);
  return {
    excluded: [
      ...contradictory.listed.map((row) => ({ row, reason: 'contradictory-assumption' as const })),
      ...rows.map((row) => ({ row, reason: 'simultaneous-subset' as const })),
    ],
    excludedCount: count,
    solutions: [
      describeSolution(enhanced, 'parsimonious', parsimonious),
      solveIntermediately(enhanced, [conservative, parsimonious]),
    ],
  };
}

/** The findings for each direction that depend on the other, in their order. */
export function contrastDirections(
  directions: [SolvedDirection, SolvedDirection],
): [Contrast, Contrast] {
  const excluded = findExcluded(directions);
  // If models may not be the shortest, conclusions from them would be unsound.
  const isWhole = directions.every(({ parsimonious }) => parsimonious.stoppedAt === null);
  const contrast = (direction: SolvedDirection): Contrast => ({
    contradictoryAssumptions: excluded.contradictory.listed,
    contradictoryAssumptionCount: excluded.contradictory.count,
    simultaneousSubsets: excluded.simultaneous.map(({ row }) => row),
    enhanced: isWhole ? enhance(direction, excluded) : null,
  });
  return [contrast(directions[0]), contrast(directions[1])];
}
