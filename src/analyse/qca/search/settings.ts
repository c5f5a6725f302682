/** How a qualitative comparative analysis is done. */
import type { ModelChoice } from '../../../domain/qca.js';

/** As in R's `truthTable` and `minimize`. */
export interface Settings {
  nCut: number;
  /** One cut-off, or two: from the first on a row is positive, from the second on contradictory. */
  inclCut: [number] | [number, number];
  priCut: number;
  rowDominance: boolean;
  models: ModelChoice;
  /** Contradictory rows may be taken as positive; they count as assumptions then, but never as easy ones. */
  includeContradictions: boolean;
  /** By condition: levels expected to contribute to the outcome, or null; the others are expected to contribute to its absence. */
  expectations: (number[] | null)[];
}

/** Counts beyond which a search stops with what is known so far; never times, so that the result is the same everywhere. */
export interface Caps {
  primeImplicants: number;
  /** Prime implicants that the result lists; all of them are used and counted. */
  listedPrimeImplicants: number;
  /** Models that are listed; they are counted further. */
  models: number;
  /** Terms that all listed models of a solution have together: fewer models are listed where they are long. */
  terms: number;
  /** Pairs of a conservative and a parsimonious model that the intermediate solution looks at. */
  pairs: number;
  /** Rows without cases that a list names; they are counted further. */
  rows: number;
  /** Steps of each search: for prime implicants, for models, over all pairs. */
  steps: number;
}

/** Called from time to time with the progress of a search. */
export type Watch = (what: 'prime-implicants' | 'models' | 'completions', done: number) => void;
