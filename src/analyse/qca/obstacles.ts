/**
 * What a prime implicant must not reach, seen from one positive row: sets of conditions in which the row differs from
 * configurations outside. A term of the row stays away from them if it fixes a condition of every such set. Neither needs an
 * enumeration of configurations. Sets of conditions are words of bits.
 */
import type { Budget } from './caps.js';
import type { Cube } from './cubes.js';

/** Either what a term must not reach, or what it must stay within. */
export type Region = { outside: Cube[] } | { inside: Cube[] };

/** The conditions in which a configuration differs from all of a cube. */
export function differences(values: readonly number[], cube: Cube): number {
  return cube.reduce<number>((mask, level, at) => (level === null || level === values[at] ? mask : mask | (1 << at)), 0);
}

interface Walk {
  values: readonly number[];
  levels: number[];
  found: number[];
  budget: Budget;
}

/** Smallest sets of differences first comes cheapest: along the row's own levels no difference is added. */
function walk(state: Walk, cubes: Cube[], visited: number, difference: number): void {
  if (state.found.some((known) => (known & ~difference) === 0)) return;
  if (cubes.length === 0) {
    state.found = [...state.found.filter((known) => (difference & ~known) !== 0), difference];
    return;
  }
  const at = mostFixed(cubes, visited);
  if (at === null || !state.budget.step()) return;
  const own = state.values[at] ?? 0;
  const next = visited | (1 << at);
  const others = Array.from({ length: state.levels[at] ?? 2 }, (_, level) => level).filter((level) => level !== own);
  // A level that no cube names leaves the fewest cubes: no other one needs looking at.
  const unnamed = others.find((level) => !cubes.some((cube) => cube[at] === level));
  walk(state, cubes.filter((cube) => cube[at] === null || cube[at] === own), next, difference); // prettier-ignore
  for (const level of unnamed === undefined ? others : [unnamed]) {
    walk(state, cubes.filter((cube) => cube[at] === null || cube[at] === level), next, difference | (1 << at)); // prettier-ignore
  }
}

/** The condition that most cubes fix; null if one of them fixes none that is left, so that it holds everything. */
export function mostFixed(cubes: Cube[], visited: number): number | null {
  const counts: number[] = [];
  for (const cube of cubes) {
    let fixed = 0;
    cube.forEach((level, at) => {
      if (level === null || (visited & (1 << at)) !== 0) return;
      counts[at] = (counts[at] ?? 0) + 1;
      fixed++;
    });
    if (fixed === 0) return null;
  }
  return counts.reduce((best, count, at) => (count > (counts[best] ?? 0) ? at : best), 0);
}

/** The sets of differences of a positive row; null if the budget did not last. */
export function obstaclesOf(values: readonly number[], levels: number[], region: Region, budget: Budget): number[] | null {
  if ('outside' in region) return [...new Set(region.outside.map((cube) => differences(values, cube)))];
  const state: Walk = { values, levels, found: [], budget };
  walk(state, region.inside, 0, 0);
  return budget.isSpent() ? null : state.found;
}
