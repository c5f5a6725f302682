/** Rows that cubes cover: counted and listed without going through all rows, of which there may be billions. */
import { startBudget, type Budget } from '../search/caps.js';
import { contains, intersect, type Cube } from '../algebra/cubes.js';

/** The first rows, and how many there are; null if they are too many to be counted. */
export interface RowSet {
  listed: number[];
  count: number | null;
}

/** Parts into which a union of cubes may be divided before it counts as too many: fewer where little is to be listed. */
function mostParts(limit: number): number {
  return Math.min(50_000, Math.max(2_000, 100 * limit));
}

function areApart(one: Cube, other: Cube): boolean {
  for (let at = 0; at < one.length; at++) {
    const level = one[at];
    if (level !== null && other[at] !== null && other[at] !== level) return true;
  }
  return false;
}

function extraLiterals(cube: Cube, other: Cube): number {
  return other.reduce<number>(
    (count, level, at) => (level !== null && cube[at] === null ? count + 1 : count),
    0,
  );
}

/** How many configurations a cube holds outside the others: it is divided along the one that takes most of it, again and again. */
function sizeOutside(cube: Cube, others: Cube[], levels: number[], budget: Budget): number {
  if (!budget.step()) return 0;
  const near = others.filter((other) => !areApart(cube, other));
  const sizes = near.map((other) => extraLiterals(cube, other));
  const nearest = near[sizes.indexOf(Math.min(...sizes))];
  if (!nearest)
    return levels.reduce(
      (product, count, at) => (cube[at] === null ? product * count : product),
      1,
    );
  const rest = near.filter((other) => other !== nearest);
  const within = [...cube];
  let total = 0;
  nearest.forEach((level, at) => {
    if (level === null || cube[at] !== null) return;
    for (let other = 0; other < (levels[at] ?? 0); other++) {
      if (other === level) continue;
      within[at] = other;
      total += sizeOutside(within, rest, levels, budget);
    }
    within[at] = level;
  });
  return total;
}

/** How many rows of the cubes lie in none of the others, or null; single rows among these are only looked up. */
export function countRows(
  cubes: Cube[],
  except: Cube[],
  levels: number[],
  limit: number,
): number | null {
  const budget = startBudget(mostParts(limit), () => undefined);
  const isRow = (cube: Cube) => !cube.includes(null);
  const regions = except.filter((cube) => !isRow(cube));
  const rows = [...new Map(except.filter(isRow).map((row) => [String(row), row])).values()];
  const isIn = (list: Cube[], row: Cube) => list.some((cube) => contains(cube, row));
  const taken = rows.filter((row) => isIn(cubes, row) && !isIn(regions, row)).length;
  const sizes = cubes.map((cube, at) =>
    sizeOutside(cube, [...regions, ...cubes.slice(0, at)], levels, budget),
  );
  return budget.isSpent() ? null : sizes.reduce((sum, size) => sum + size, 0) - taken;
}

interface Listing {
  levels: number[];
  limit: number;
  listed: number[];
  budget: Budget;
}

function list(
  state: Listing,
  cubes: Cube[],
  except: Cube[],
  path: { at: number; number: number },
): void {
  const { at, number } = path;
  if (cubes.length === 0 || state.listed.length >= state.limit || !state.budget.step()) return;
  if (except.some((cube) => cube.every((level, condition) => condition < at || level === null)))
    return;
  if (at === state.levels.length) {
    state.listed.push(number + 1);
    return;
  }
  const size = state.levels[at] ?? 0;
  for (let level = 0; level < size; level++) {
    const allows = (cube: Cube) => cube[at] === null || cube[at] === level;
    list(state, cubes.filter(allows), except.filter(allows), {
      at: at + 1,
      number: number * size + level,
    });
  }
}

/** What two unions of cubes share. */
export function shareOf(one: Cube[], other: Cube[]): Cube[] {
  return one.flatMap((cube) => {
    const shared = other.map((item) => intersect(cube, item));
    return shared.filter((item) => item !== null);
  });
}

/** The first rows of the cubes that lie in none of the others, and whether these are all. */
export function listRows(
  cubes: Cube[],
  except: Cube[],
  levels: number[],
  limit: number,
): { listed: number[]; areAll: boolean } {
  const listed: number[] = [];
  const budget = startBudget(5 * mostParts(limit), () => undefined);
  list({ levels, limit, listed, budget }, cubes, except, { at: 0, number: 0 });
  return { listed, areAll: listed.length < limit && !budget.isSpent() };
}

/** The rows of the cubes that lie in none of the others. */
export function rowsOf(cubes: Cube[], except: Cube[], levels: number[], limit: number): RowSet {
  const { listed, areAll } = listRows(cubes, except, levels, limit);
  return { listed, count: areAll ? listed.length : countRows(cubes, except, levels, limit) };
}
