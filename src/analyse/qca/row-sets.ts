/** Rows that cubes cover: counted and listed without going through all rows, of which there may be billions. */
import { startBudget, type Budget } from './caps.js';
import { intersect, type Cube } from './cubes.js';

/** The first rows, and how many there are; null if they are too many to be counted. */
export interface RowSet {
  listed: number[];
  count: number | null;
}

/** Parts into which a union of cubes is divided before it counts as too many. */
const mostParts = 50_000;

/** The condition that most cubes fix; null if one of them fixes none that is left, so that it holds everything. */
function mostFixed(cubes: Cube[], visited: number): number | null {
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

/** How many configurations the cubes hold together: divided by the levels of a condition, again and again. */
function sizeOf(cubes: Cube[], levels: number[], visited: number, budget: Budget): number {
  if (cubes.length === 0 || !budget.step()) return 0;
  const at = mostFixed(cubes, visited);
  if (at === null) return levels.reduce((product, n, condition) => ((visited & (1 << condition)) === 0 ? product * n : product), 1);
  const named = new Set(cubes.flatMap((cube) => cube[at] ?? []));
  const next = visited | (1 << at);
  const free = cubes.filter((cube) => cube[at] === null);
  const unnamed = (levels[at] ?? 0) - named.size;
  const rest = unnamed === 0 ? 0 : unnamed * sizeOf(free, levels, next, budget);
  const parts = [...named].map((level) => cubes.filter((cube) => cube[at] === null || cube[at] === level));
  return parts.reduce((sum, part) => sum + sizeOf(part, levels, next, budget), rest);
}

interface Listing {
  levels: number[];
  limit: number;
  listed: number[];
  budget: Budget;
}

function list(state: Listing, cubes: Cube[], except: Cube[], path: { at: number; number: number }): void {
  const { at, number } = path;
  if (cubes.length === 0 || state.listed.length >= state.limit || !state.budget.step()) return;
  if (except.some((cube) => cube.every((level, condition) => condition < at || level === null))) return;
  if (at === state.levels.length) {
    state.listed.push(number + 1);
    return;
  }
  const size = state.levels[at] ?? 0;
  for (let level = 0; level < size; level++) {
    const allows = (cube: Cube) => cube[at] === null || cube[at] === level;
    list(state, cubes.filter(allows), except.filter(allows), { at: at + 1, number: number * size + level });
  }
}

/** What two unions of cubes share. */
export function shareOf(one: Cube[], other: Cube[]): Cube[] {
  return one.flatMap((cube) => {
    const shared = other.map((item) => intersect(cube, item));
    return shared.filter((item) => item !== null);
  });
}

/** The rows of the cubes that lie in none of the others. */
export function rowsOf(cubes: Cube[], except: Cube[], levels: number[], limit: number): RowSet {
  const listed: number[] = [];
  const listing = startBudget(mostParts * 10, () => undefined);
  list({ levels, limit, listed, budget: listing }, cubes, except, { at: 0, number: 0 });
  if (listed.length < limit && !listing.isSpent()) return { listed, count: listed.length };
  const counting = startBudget(mostParts, () => undefined);
  const count = sizeOf(cubes, levels, 0, counting) - sizeOf(shareOf(cubes, except), levels, 0, counting);
  return { listed, count: counting.isSpent() ? null : count };
}
