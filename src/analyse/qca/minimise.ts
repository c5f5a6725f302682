/** Both directions of an analysis: the outcome, and its absence. */
import type { DataSet } from '../../model.js';
import type { Options } from './caps.js';
import type { Cube } from './cubes.js';
import type { Settings } from './data.js';
import type { Direction, Enhanced, Solution } from './schema.js';
import type { TruthTable } from './truth-table.js';

/** One direction, solved. */
export interface SolvedDirection {
  isNegated: boolean;
  status: Direction['status'];
  truthTable: TruthTable;
  /** Conservative, parsimonious, intermediate. */
  solutions: Solution[];
  /** The terms of all parsimonious models that are known. */
  parsimoniousTerms: Cube[];
}

/** What only both directions together can tell, for one of them. */
export type Contrast = Pick<Direction, 'contradictoryAssumptions' | 'contradictoryAssumptionCount' | 'simultaneousSubsets'> & {
  enhanced: Enhanced | null;
};

/** The truth table of one direction and its three solutions. */
export function analyseDirection(data: DataSet, settings: Settings, isNegated: boolean, options: Options): SolvedDirection {
  throw new Error(`not yet: ${String([data, settings, isNegated, options].length)}`);
}

/** What the directions say of each other, in their order. */
export function contrastDirections(
  data: DataSet,
  settings: Settings,
  directions: [SolvedDirection, SolvedDirection],
  options: Options,
): [Contrast, Contrast] {
  throw new Error(`not yet: ${String([data, settings, directions, options].length)}`);
}
