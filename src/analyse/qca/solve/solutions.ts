/** From rows to models: conservative, parsimonious and intermediate solutions of one task. */
import { startBudget } from '../search/caps.js';
import { dropDominated, findCovers } from './chart.js';
import { easyTerms } from './counterfactuals.js';
import type { Cube } from '../algebra/cubes.js';
import { absorb, subtract } from '../algebra/cubes.js';
import type { Settings } from '../search/settings.js';
import type { Region } from './obstacles.js';
import { cubeOf, findPrimes } from './prime-implicants.js';
import type { Solution } from '../schema.js';
import { listBits } from '../algebra/bits.js';
import type { Task } from './tasks.js';

/** A prime implicant with the rows that it covers. */
export interface Implicant {
  cube: Cube;
  covers: number[];
}

/** A solution before it is put into words. */
export interface Solved {
  status: Solution['status'];
  stoppedAt: Solution['stoppedAt'];
  primes: Implicant[];
  /** All models, or the first of them. */
  models: Cube[][];
  count: number;
  essential: Cube[];
}

function nothing(status: Solution['status'], stoppedAt: Solution['stoppedAt'] = null): Solved {
  return { status, stoppedAt, primes: [], models: [], count: 0, essential: [] };
}

/** All models of the positive rows whose terms keep to a region. */
function solve(task: Task, region: Region): Solved {
  const { levels, settings, options } = task;
  const positive = task.positive.map(({ values }) => values);
  if (positive.length === 0) return nothing('nothing-to-explain');
  const found = findPrimes({ levels, positive, region }, options);
  if (found.list.some(({ fixed }) => fixed === 0)) return nothing('no-variation');
  const list = settings.rowDominance ? dropDominated(found.list, positive.length) : found.list;
  const covers = findCovers(list, positive.length, settings.models, options);
  const cubes = list.map((prime) => cubeOf(prime, positive));
  const cubesOf = (indices: number[]) => indices.map((index) => cubes[index] ?? []);
  const stoppedAt = found.isStopped ? 'prime-implicants' : covers.isStopped ? 'models' : null;
  return {
    status: stoppedAt ? 'stopped' : 'ok',
    stoppedAt,
    primes: list.map((prime, index) => ({
      cube: cubes[index] ?? [],
      covers: listBits(prime.covers).map((at) => task.positive[at]?.row ?? 0),
    })),
    models: covers.models.map(cubesOf),
    count: covers.count,
    essential: found.isStopped ? [] : cubesOf(covers.essential),
  };
}

/** No remainder is taken as positive. */
export function solveConservatively(task: Task): Solved {
  return solve(task, { inside: [...task.positive.map(({ values }) => values), ...task.optional] });
}

/** Any remainder may be taken as positive. */
export function solveParsimoniously(task: Task): Solved {
  return solve(task, { outside: task.outside });
}

/** The models between a conservative and a parsimonious one: only easy counterfactuals are taken as positive. */
export function solveBetween(task: Task, easy: Cube[]): Solved {
  const free = task.optional.reduce(
    (cubes, row) => cubes.flatMap((cube) => subtract(cube, row, task.levels)),
    easy,
  );
  return solve(task, { inside: absorb([...task.positive.map(({ values }) => values), ...free]) });
}

/** A pair of models, and what stands between them. */
export interface Pair {
  conservative: Cube[];
  parsimonious: Cube[];
  easy: Cube[];
  solved: Solved;
}

/** The intermediate models of every pair; pairs with the same counterfactuals are solved once. */
export function solvePairs(
  task: Task,
  [conservative, parsimonious]: [Solved, Solved],
  expectations: Settings['expectations'],
): { pairs: Pair[]; isStopped: boolean } {
  const { caps, watch } = task.options;
  const within = startBudget(caps.steps, () => undefined);
  const each = { ...task, options: { ...task.options, within } };
  const known = new Map<string, Solved>();
  const pairs: Pair[] = [];
  let implicants = 0;
  for (const outer of conservative.models) {
    for (const inner of parsimonious.models) {
      if (pairs.length >= caps.pairs || implicants > caps.primeImplicants || within.isSpent())
        return { pairs, isStopped: true };
      const easy = easyTerms(outer, inner, expectations);
      const key = easy.map(String).sort().join(' '); // prettier-ignore
      const solved = known.get(key) ?? solveBetween(each, easy);
      if (!known.has(key)) implicants += solved.primes.length;
      known.set(key, solved);
      pairs.push({ conservative: outer, parsimonious: inner, easy, solved });
      if (pairs.length % 100 === 0) watch?.('models', pairs.length);
    }
  }
  return { pairs, isStopped: false };
}
