/**
 * All irredundant covers of columns by sets, depth first: a set is only added where it covers a column that is still open, and
 * only as long as every chosen one keeps a column of its own (after MMCS: Murakami and Uno 2014). The same search finds prime
 * implicants (conditions that hit every difference) and models (prime implicants that cover every row).
 */
import {
  addBit,
  countBeyond,
  countBits,
  emptyBits,
  isWithin,
  listBits,
  type Bits,
} from '../algebra/bits.js';
import type { Budget } from '../search/caps.js';

/** Called with each cover; false ends the search. The array is reused, so copy what is kept. */
export type Visit = (chosen: readonly number[]) => boolean;

/** Sets of columns, and how many columns there are. Columns with few sets are best put first. */
export interface CoverProblem {
  sets: Bits[];
  columns: number;
}

interface Search {
  limit: number;
  words: number;
  sets: Bits[];
  /** By column the sets that hold it, large ones first. */
  holders: number[][];
  sizes: number[];
  largest: number;
  /** By column those that some set holds together with it; only where the size is limited. */
  neighbours: Bits[] | null;
  /** By depth: columns covered, and those covered more than once. */
  covered: Bits[];
  twice: Bits[];
  /** Scratch space. */
  reached: Bits;
  chosen: number[];
  isBarred: Uint8Array;
  full: Bits;
  visit: Visit;
  budget: Budget;
}

function neighboursOf({ sets, columns }: CoverProblem): Bits[] {
  const neighbours = Array.from({ length: columns }, () => emptyBits(columns));
  sets.forEach((set) => {
    listBits(set).forEach((column) => {
      neighbours[column]?.forEach((word, at, all) => {
        all[at] = word | (set[at] ?? 0);
      });
    });
  });
  return neighbours;
}

function firstOpen(covered: Bits, full: Bits): number {
  for (let at = 0; at < full.length; at++) {
    const open = (full[at] ?? 0) & ~(covered[at] ?? 0);
    if (open !== 0) return at * 32 + 31 - Math.clz32(open & -open);
  }
  return -1;
}

/** Open columns of which no two are in one set need a set each. */
function needsMoreThan(search: Search, depth: number, left: number): boolean {
  const { neighbours, full, words, reached } = search;
  if (!neighbours) return false;
  reached.set(search.covered[depth] ?? full);
  for (let found = 0; ; found++) {
    const column = firstOpen(reached, full);
    if (column < 0) return false;
    if (found === left) return true;
    for (let at = 0; at < words; at++)
      reached[at] = (reached[at] ?? 0) | (neighbours[column]?.[at] ?? 0);
  }
}

/** Adds a set to those chosen so far. */
function add({ covered, twice, words }: Search, depth: number, set: Bits): void {
  const [before, beforeTwice] = [covered[depth] ?? set, twice[depth] ?? set];
  const after = (covered[depth + 1] ??= new Uint32Array(words));
  const afterTwice = (twice[depth + 1] ??= new Uint32Array(words));
  for (let at = 0; at < words; at++) {
    const [word, old] = [set[at] ?? 0, before[at] ?? 0];
    after[at] = old | word;
    afterTwice[at] = (beforeTwice[at] ?? 0) | (old & word);
  }
}

/** Whether each of the sets chosen so far still covers a column alone. */
function allHaveTheirOwn({ twice, chosen, sets }: Search, depth: number): boolean {
  const shared = twice[depth];
  if (!shared) return true;
  for (let index = 0; index < depth - 1; index++) {
    const set = sets[chosen[index] ?? 0];
    if (set && isWithin(set, shared)) return false;
  }
  return true;
}

function leastSize({ covered, full, largest }: Search, depth: number, left: number): number {
  const open = countBits(full) - countBits(covered[depth] ?? full);
  return open - (left - 1) * largest;
}

/** Adds a set where it covers enough of what is open; whether the search may go on below. */
function tryAdding(search: Search, depth: number, index: number, least: number): boolean {
  const { sets, covered, chosen, neighbours } = search;
  const set = sets[index];
  if (!set || (neighbours && countBeyond(set, covered[depth] ?? set) < least)) return false;
  chosen[depth] = index;
  add(search, depth, set);
  return allHaveTheirOwn(search, depth + 1);
}

function descend(search: Search, depth: number): boolean {
  const column = firstOpen(search.covered[depth] ?? search.full, search.full);
  if (column < 0) return search.visit(search.chosen.slice(0, depth));
  const left = search.limit - depth;
  if (left <= 0 || needsMoreThan(search, depth, left)) return true;
  // This set must cover whatever exceeds the most that the other sets can cover.
  const least = leastSize(search, depth, left);
  const barred: number[] = [];
  let isDone = true;
  for (const index of search.holders[column] ?? []) {
    if (!isDone || (search.sizes[index] ?? 0) < least) break;
    if (search.isBarred[index] === 1) continue;
    isDone =
      search.budget.step() &&
      (!tryAdding(search, depth, index, least) || descend(search, depth + 1));
    // All covers with this set are found, so later ones leave it out.
    search.isBarred[index] = 1;
    barred.push(index);
  }
  for (const index of barred) search.isBarred[index] = 0;
  return isDone;
}

/** By column, the sets that hold it, the largest first. */
function holdersIn({ sets, columns }: CoverProblem, sizes: number[]): number[][] {
  const holders: number[][] = Array.from({ length: columns }, () => []);
  sets.forEach((set, index) => {
    listBits(set).forEach((column) => holders[column]?.push(index));
  });
  for (const list of holders) list.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  return holders;
}

/** Visits all irredundant covers of at most so many sets; false if it was stopped, by the budget or the visitor. */
export function searchCovers(
  problem: CoverProblem,
  limit: number,
  visit: Visit,
  budget: Budget,
): boolean {
  const { sets, columns } = problem;
  const full = emptyBits(columns);
  for (let column = 0; column < columns; column++) addBit(full, column);
  const sizes = sets.map(countBits);
  const largest = Math.max(0, ...new Set(sizes));
  const holders = holdersIn(problem, sizes);
  if (holders.some((list) => list.length === 0)) return true;
  const neighbours = Number.isFinite(limit) ? neighboursOf(problem) : null;
  const start = {
    reached: emptyBits(columns),
    covered: [emptyBits(columns)],
    twice: [emptyBits(columns)],
    chosen: [],
    isBarred: new Uint8Array(sets.length),
  };
  return descend(
    {
      limit,
      words: full.length,
      sets,
      holders,
      sizes,
      largest,
      neighbours,
      full,
      visit,
      budget,
      ...start,
    },
    0,
  );
}
