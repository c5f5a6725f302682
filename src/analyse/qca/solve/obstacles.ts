/**
 * What a prime implicant must not reach, seen from one positive row: sets of conditions in which the row differs from
 * configurations outside. A term of the row stays away from them if it fixes a condition of every such set. Neither needs an
 * enumeration of configurations. Sets of conditions are words of bits.
 */
import type { Budget } from '../search/caps.js';
import type { Cube } from '../algebra/cubes.js';

/** Either what a term must not reach, or what it must stay within. */
export type Region = { outside: Cube[] } | { inside: Cube[] };

/** The conditions in which a configuration differs from all of a cube. */
export function differences(values: readonly number[], cube: Cube): number {
  return cube.reduce<number>(
    (mask, level, at) => (level === null || level === values[at] ? mask : mask | (1 << at)),
    0,
  );
}

/** A cube as seen from a row: what it fixes, and what of that otherwise than the row. */
interface Seen {
  fixed: number;
  apart: number;
  cube: Cube;
}

interface Search {
  cubes: Seen[];
  /** The configuration that has been reached. */
  at: number[];
  /** By condition the levels to which a step away from the row may lead. */
  others: number[][];
  found: number[];
  budget: Budget;
}

/** A level that no cube names leaves the most cubes, so no other level needs to be tried. */
function otherLevels(values: readonly number[], levels: number[], cubes: Cube[]): number[][] {
  return levels.map((count, condition) => {
    const others = Array.from({ length: count }, (_, level) => level).filter(
      (level) => level !== values[condition],
    );
    if (others.length < 2) return others;
    const unnamed = others.find((level) => !cubes.some((cube) => cube[condition] === level));
    return unnamed === undefined ? others : [unnamed];
  });
}

function holds({ fixed, apart, cube }: Seen, difference: number, at: number[]): boolean {
  if ((fixed & difference) !== apart) return false;
  return apart === 0 || cube.every((level, condition) => level === null || level === at[condition]);
}

/**
 * Steps from the row to configurations that no cube holds. Whatever cube holds the one that has been reached, one of the conditions
 * that it fixes must change as well; a condition that was tried is left alone by those tried after it.
 */
function leave(search: Search, difference: number, barred: number): void {
  if (!search.budget.step() || search.found.some((known) => (known & ~difference) === 0)) return;
  const holder = search.cubes.find((cube) => holds(cube, difference, search.at));
  if (!holder) {
    search.found = [...search.found.filter((known) => (difference & ~known) !== 0), difference];
    return;
  }
  let closed = barred;
  search.others.forEach((levels, condition) => {
    const bit = 1 << condition;
    if ((holder.fixed & ~difference & ~closed & bit) === 0) return;
    const own = search.at[condition] ?? 0;
    for (const level of levels) {
      search.at[condition] = level;
      leave(search, difference | bit, closed);
    }
    search.at[condition] = own;
    closed |= bit;
  });
}

/** The sets of differences of a positive row; null if the budget did not last. */
export function obstaclesOf(
  values: readonly number[],
  levels: number[],
  region: Region,
  budget: Budget,
): number[] | null {
  if ('outside' in region)
    return [...new Set(region.outside.map((cube) => differences(values, cube)))];
  const cubes = region.inside.map((cube) => {
    return { cube, fixed: differences([], cube), apart: differences(values, cube) };
  });
  const search: Search = {
    cubes,
    at: [...values],
    others: otherLevels(values, levels, region.inside),
    found: [],
    budget,
  };
  leave(search, 0, 0);
  return budget.isSpent() ? null : search.found;
}
