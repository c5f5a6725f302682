/** Where a search stops. Counts, never times, so that the result is the same on every machine. */
import type { Caps, Watch } from './settings.js';

/** Enough for every study that can be read; an analysis of random data stops at one of them within a minute. */
export const defaultCaps: Caps = {
  primeImplicants: 200_000,
  listedPrimeImplicants: 1_000,
  models: 1_000,
  terms: 15_000,
  pairs: 10_000,
  rows: 1_000,
  steps: 30_000_000,
};

/** A set of conditions fits in one word. */
const maxConditions = 30;

/** How many configurations there are; null if they, or the conditions, are too many for an exact analysis: row numbers must be exact. */
export function countConfigurations(levels: number[]): number | null {
  const count = levels.reduce((product, n) => product * n, 1);
  return levels.length <= maxConditions && count <= Number.MAX_SAFE_INTEGER ? count : null;
}

/** The remaining steps of a search. */
export interface Budget {
  /** Takes a step; false when none is left. */
  step: () => boolean;
  isSpent: () => boolean;
}

const tellEvery = 1 << 16;

/** A budget that reports its steps from time to time; it may be part of a larger one. */
export function startBudget(steps: number, tell: (done: number) => void, within?: Budget): Budget {
  let done = 0;
  const isSpent = () => done >= steps || within?.isSpent() === true;
  return {
    step: () => {
      if (isSpent()) return false;
      done++;
      within?.step();
      if (done % tellEvery === 0) tell(done);
      return true;
    },
    isSpent,
  };
}

/** The budgets of an analysis, and the listener to its progress. */
export interface Options {
  caps: Caps;
  watch?: Watch | undefined;
  /** The shared budget of several searches. */
  within?: Budget | undefined;
}
