/** The chart of prime implicants: which sets of them cover every positive row. Prime implicants that cover the same are one. */
import { countBits, emptyBits, isWithin, listBits, type Bits } from '../algebra/bits.js';
import { startBudget, type Budget, type Options } from '../search/caps.js';
import { essentialColumns, restrict } from './columns.js';
import { searchCovers, type CoverProblem } from './covers.js';
import type { Settings } from '../search/settings.js';
import type { Prime } from './prime-implicants.js';

/** The models of a chart; prime implicants by index. */
export interface Covers {
  /** All, or the first of them. */
  models: number[][];
  count: number;
  /** Prime implicants in every model, listed or not. */
  essential: number[];
  isStopped: boolean;
}

/** Sets that do not lie within another one. */
function maximal(sets: Bits[], columns: number): Bits[] {
  const bySize = sets.map((set) => ({ set, size: countBits(set) })).sort((a, b) => b.size - a.size);
  const holders: Bits[][] = Array.from({ length: columns }, () => []);
  return bySize.flatMap(({ set }) => {
    const members = listBits(set);
    const fewest = members.reduce<Bits[] | undefined>((best, column) => {
      const list = holders[column] ?? [];
      return !best || list.length < best.length ? list : best;
    }, undefined);
    if (fewest?.some((other) => isWithin(set, other))) return [];
    members.forEach((column) => holders[column]?.push(set));
    return [set];
  });
}

/** Sets and columns without those that follow from others, until none does; only the number of sets of a smallest cover stays. */
function reduce(problem: CoverProblem): CoverProblem {
  const sets = maximal(problem.sets, problem.columns);
  const columns = essentialColumns({ sets, columns: problem.columns });
  const isDone = columns.length === problem.columns && sets.length === problem.sets.length;
  const next = { sets: sets.map((set) => restrict(set, columns)), columns: columns.length };
  return isDone ? next : reduce(next);
}

/** The number of sets of the smallest covers; null if the budget did not last. */
function smallestSize(problem: CoverProblem, budget: Budget): number | null {
  const reduced = reduce(problem);
  const found: number[] = [];
  for (let size = 0; size <= reduced.columns && found.length === 0 && !budget.isSpent(); size++) {
    searchCovers(reduced, size, (chosen) => found.push(chosen.length) === 0, budget);
  }
  return found[0] ?? null;
}

/** Some cover from which no set can be taken: each time the set that adds most. */
function anyCover({ sets, columns }: CoverProblem): number[] {
  const open = emptyBits(columns).map(() => 0xffffffff);
  const chosen: number[] = [];
  for (;;) {
    const gains = sets.map((set) => countBits(set.map((word, at) => word & (open[at] ?? 0))));
    const best = gains.reduce((first, gain, at) => (gain > (gains[first] ?? 0) ? at : first), 0);
    if ((gains[best] ?? 0) === 0) break;
    chosen.push(best);
    sets[best]?.forEach((word, at) => (open[at] = (open[at] ?? 0) & ~word));
  }
  return chosen.reduce((kept, index) => {
    const rest = kept.filter((other) => other !== index);
    const union = emptyBits(columns);
    rest.forEach((other) =>
      sets[other]?.forEach((word, at) => (union[at] = (union[at] ?? 0) | word)),
    );
    return isWithin(sets[index] ?? union, union) ? rest : kept;
  }, chosen);
}

/** By what they cover. */
function groupAlike(sets: Bits[]): { set: Bits; members: number[] }[] {
  const groups = new Map<string, { set: Bits; members: number[] }>();
  sets.forEach((set, index) => {
    const key = set.join();
    const group = groups.get(key);
    if (group) group.members.push(index);
    else groups.set(key, { set, members: [index] });
  });
  return [...groups.values()];
}

/** All choices of one prime implicant from each group, up to a limit. */
function combine(groups: number[][], limit: number): number[][] {
  return groups.reduce<number[][]>(
    (models, members) =>
      models
        .flatMap((model) => members.slice(0, limit).map((member) => [...model, member]))
        .slice(0, limit),
    [[]],
  );
}

/** Prime implicants that no other one dominates. Optional, since it hides models. */
export function dropDominated(primes: Prime[], columns: number): Prime[] {
  const groups = groupAlike(primes.map(({ covers }) => covers));
  const kept = new Set(maximal(groups.map(({ set }) => set), columns)); // prettier-ignore
  return groups
    .flatMap(({ set, members }) => (kept.has(set) ? members : []))
    .flatMap((index) => primes[index] ?? []);
}

/** All covers of the fewest prime implicants, or all irredundant ones. */
export function findCovers(
  primes: Prime[],
  columns: number,
  kind: Settings['models'],
  { caps, watch, within }: Options,
): Covers {
  const whole = primes.map(({ covers }) => covers);
  const kept = essentialColumns({ sets: whole, columns });
  const groups = groupAlike(whole.map((set) => restrict(set, kept)));
  const problem = { sets: groups.map(({ set }) => set), columns: kept.length };
  const membersOf = (chosen: readonly number[]) =>
    chosen.map((index) => groups[index]?.members ?? []);
  const models: number[][] = [];
  let count = 0;
  const budget = startBudget(caps.steps, () => watch?.('models', count), within);
  const size = kind === 'minimal' ? smallestSize(problem, budget) : Infinity;
  if (size === null) {
    const model = membersOf(anyCover(problem)).flatMap(([first]) => first ?? []);
    return { models: [model], count: 1, essential: [], isStopped: true };
  }
  const uses = new Map<number, number>();
  let covers = 0;
  const visit = (chosen: readonly number[]) => {
    const members = membersOf(chosen);
    count += members.reduce((product, list) => product * list.length, 1);
    const room = Math.min(caps.models, Math.ceil(caps.terms / Math.max(1, members.length)));
    models.push(...combine(members, Math.max(0, room - models.length)));
    covers++;
    for (const index of chosen) uses.set(index, (uses.get(index) ?? 0) + 1);
    return count <= Number.MAX_SAFE_INTEGER;
  };
  const isStopped = !searchCovers(problem, size, visit, budget);
  const inAll = [...uses].flatMap(([index, times]) =>
    times === covers ? [groups[index]?.members ?? []] : [],
  );
  const essential = isStopped
    ? []
    : inAll.flatMap((members) => (members.length === 1 ? members : []));
  return { models, count, essential, isStopped };
}
