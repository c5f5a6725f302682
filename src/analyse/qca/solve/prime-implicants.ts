/**
 * Prime implicants as minimal hitting sets: those of a positive row are the row, restricted to the least sets of conditions that
 * hold one of every set of differences to what must not be reached. They are the same for every row that they cover.
 */
import { addBit, emptyBits, hasBit, type Bits } from '../algebra/bits.js';
import { startBudget, type Options } from '../search/caps.js';
import { essentialColumns, restrict } from './columns.js';
import { searchCovers, type CoverProblem } from './covers.js';
import type { Cube } from '../algebra/cubes.js';
import { differences, obstaclesOf, type Region } from './obstacles.js';

/** Kept small, since there can be many thousands. */
export interface Prime {
  /** Index of a row that it covers. */
  row: number;
  /** The conditions that it fixes, as bits. */
  fixed: number;
  /** Indices of the rows that it covers. */
  covers: Bits;
}

/** The prime implicants that cover a positive row. */
export interface Primes {
  list: Prime[];
  isStopped: boolean;
}

/** The positive rows, and where terms may reach. */
export interface Territory {
  levels: number[];
  positive: (readonly number[])[];
  region: Region;
}

/** The term that a prime implicant is. */
export function cubeOf({ row, fixed }: Prime, positive: Territory['positive']): Cube {
  return (positive[row] ?? []).map((value, at) => ((fixed & (1 << at)) === 0 ? null : value));
}

function hittingProblem(obstacles: number[], conditions: number): CoverProblem {
  const sets = Array.from({ length: conditions }, (_, condition) => {
    const bits = emptyBits(obstacles.length);
    obstacles.forEach((mask, at) => {
      if ((mask & (1 << condition)) !== 0) addBit(bits, at);
    });
    return bits;
  });
  const columns = essentialColumns({ sets, columns: obstacles.length });
  return { sets: sets.map((set) => restrict(set, columns)), columns: columns.length };
}

/** One hitting set, for a row whose prime implicants were not reached: conditions are let go one after the other. */
function shrink(obstacles: number[], conditions: number): number {
  let fixed = conditionsUpTo(conditions);
  for (let at = 0; at < conditions; at++) {
    const without = fixed & ~(1 << at);
    if (obstacles.every((mask) => (mask & without) !== 0)) fixed = without;
  }
  return fixed;
}

function conditionsUpTo(count: number): number {
  return 2 ** count - 1;
}

/** The rows that a term of a row covers. */
function coverage(apart: number[], fixed: number): Bits {
  const covers = emptyBits(apart.length);
  apart.forEach((mask, other) => {
    if ((mask & fixed) === 0) addBit(covers, other);
  });
  return covers;
}

function firstCovered(apart: number[], fixed: number): number {
  for (let other = 0; other < apart.length; other++)
    if (((apart[other] ?? 0) & fixed) === 0) return other;
  return -1;
}

/** All prime implicants that cover a positive row; if a cap is reached, at least one implicant for every row. */
export function findPrimes(
  { levels, positive, region }: Territory,
  { caps, watch, within }: Options,
): Primes {
  const list: Prime[] = [];
  const budget = startBudget(caps.steps, () => watch?.('prime-implicants', list.length), within);
  let isStopped = false;
  positive.forEach((values, row) => {
    const apart = positive.map((other) => differences(values, other));
    const obstacles = isStopped ? null : obstaclesOf(values, levels, region, budget);
    const visit = (chosen: readonly number[]) => {
      const fixed = chosen.reduce((mask, at) => mask | (1 << at), 0);
      // Terms that cover an earlier row were found with that row.
      if (firstCovered(apart, fixed) === row)
        list.push({ row, fixed, covers: coverage(apart, fixed) });
      return list.length < caps.primeImplicants;
    };
    if (
      obstacles &&
      searchCovers(hittingProblem(obstacles, levels.length), Infinity, visit, budget)
    )
      return;
    isStopped = true;
    if (list.some(({ covers }) => hasBit(covers, row))) return;
    const near =
      'outside' in region ? region.outside.map((cube) => differences(values, cube)) : obstacles;
    const fixed = near ? shrink(near, levels.length) : conditionsUpTo(levels.length);
    list.push({ row, fixed, covers: coverage(apart, fixed) });
  });
  return { list, isStopped };
}
