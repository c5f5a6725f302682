/** One direction of an analysis: the outcome or its absence. */
import type { DataSet } from '../../../domain/qca.js';
import type { Options } from '../search/caps.js';
import { expectationsFor } from './counterfactuals.js';
import type { Cube } from '../algebra/cubes.js';
import type { Settings } from '../search/settings.js';
import { describeSolution } from './describe.js';
import { describeIntermediate } from './intermediate.js';
import type { Direction, Solution } from '../schema.js';
import { solveConservatively, solvePairs, solveParsimoniously, type Solved } from './solutions.js';
import { setTask, type Task } from './tasks.js';
import { tabulate, type TruthTable } from '../table/truth-table.js';

/** One direction, solved. */
export interface SolvedDirection {
  isNegated: boolean;
  status: Direction['status'];
  truthTable: TruthTable;
  /** Conservative, parsimonious, intermediate. */
  solutions: Solution[];
  /** For later steps; not part of the result. */
  task: Task;
  conservative: Solved;
  parsimonious: Solved;
}

function statusOf({ rows }: TruthTable, { positive, outside }: Task): Direction['status'] {
  const used = rows.filter(({ out }) => out !== '?');
  if (used.length > 0 && used.every(({ out }) => out === 'C')) return 'all-contradictory';
  if (positive.length === 0) return 'no-positive-row';
  return outside.length === 0 ? 'no-negative-row' : 'ok';
}

/** The intermediate solution of a task between the models found. */
export function solveIntermediately(task: Task, ends: [Solved, Solved]): Solution {
  const expectations = expectationsFor(task.settings, task.levels, task.isNegated);
  return describeIntermediate(task, ends, solvePairs(task, ends, expectations));
}

/** The distinct terms of all models found. */
export function termsOfModels({ models }: Solved): Cube[] {
  return [...new Map(models.flat().map((cube) => [String(cube), cube])).values()];
}

/** The truth table of one direction and its three solutions. Expectations are those for the outcome, also where it is negated. */
export function analyseDirection(
  data: DataSet,
  settings: Settings,
  isNegated: boolean,
  options: Options,
): SolvedDirection {
  const truthTable = tabulate(data, settings, isNegated);
  const task = setTask(truthTable, { data, settings, isNegated, options });
  const conservative = solveConservatively(task);
  const parsimonious = solveParsimoniously(task);
  const solutions = [
    describeSolution(task, 'conservative', conservative),
    describeSolution(task, 'parsimonious', parsimonious),
    solveIntermediately(task, [conservative, parsimonious]),
  ];
  return {
    isNegated,
    status: statusOf(truthTable, task),
    truthTable,
    solutions,
    task,
    conservative,
    parsimonious,
  };
}
