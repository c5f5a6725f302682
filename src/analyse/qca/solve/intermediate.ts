/** The intermediate solution in the form of the result: the models of all pairs, each once. */
import type { Cube } from '../algebra/cubes.js';
import { describeModel, listPrimes, rowsEach, startKnowing } from './describe.js';
import { compareText, expressTerm, joinTerms } from '../table/expressions.js';
import { countRows, listRows, rowsOf, type RowSet } from '../table/row-sets.js';
import type { Model, Solution } from '../schema.js';
import type { Implicant, Pair, Solved } from './solutions.js';
import type { Task } from './tasks.js';

/** At most this many pairs are named with a model. */
const namedPairs = 10;

/** The rows that a pair takes as positive in accordance with expectations, and those that only its parsimonious model takes. */
export function counterfactualsOf(
  task: Task,
  { easy, parsimonious }: Omit<Pair, 'solved'>,
  limit: number,
): { easy: RowSet; difficult: RowSet } {
  const { levels, known } = task;
  const rows = rowsOf(easy, known, levels, limit);
  const rest = listRows(parsimonious, [...easy, ...known], levels, limit);
  if (rest.areAll)
    return { easy: rows, difficult: { listed: rest.listed, count: rest.listed.length } };
  // What is easy lies within the parsimonious model: the rest is often too scattered to be counted, but not the whole.
  const all = rows.count === null ? null : countRows(parsimonious, known, levels, limit);
  return {
    easy: rows,
    difficult: { listed: rest.listed, count: all === null ? null : all - (rows.count ?? 0) },
  };
}

interface Found {
  cubes: Cube[];
  pairs: Pair[];
}

function expressModel(task: Task, cubes: Cube[]): string {
  return joinTerms(cubes.map((cube) => expressTerm(task.data.conditions, cube)));
}

/** Models by their expression, with the pairs that yield them. */
function groupModels(task: Task, pairs: Pair[]): Map<string, Found> {
  const expressions = new Map<Solved, string[]>();
  const found = new Map<string, Found>();
  for (const pair of pairs) {
    const known =
      expressions.get(pair.solved) ?? pair.solved.models.map((cubes) => expressModel(task, cubes));
    expressions.set(pair.solved, known);
    known.forEach((expression, at) => {
      const model = found.get(expression) ?? { cubes: pair.solved.models[at] ?? [], pairs: [] };
      model.pairs.push(pair);
      found.set(expression, model);
    });
  }
  return found;
}

function describeFound(task: Task, model: Model, pairs: Pair[], limit: number): Model {
  const [first] = pairs;
  if (!first) return model;
  const { easy, difficult } = counterfactualsOf(task, first, limit);
  return {
    ...model,
    easy: easy.listed,
    easyCount: easy.count,
    difficult: difficult.listed,
    difficultCount: difficult.count,
    pairs: pairs.slice(0, namedPairs).map(({ conservative, parsimonious }) => ({
      conservative: expressModel(task, conservative),
      parsimonious: expressModel(task, parsimonious),
    })),
  };
}

function mergePrimes(all: Solved[]): Implicant[] {
  return [
    ...new Map(
      all.flatMap(({ primes }) => primes.map((prime) => [String(prime.cube), prime] as const)),
    ).values(),
  ];
}

function essentialOf(task: Task, all: Solved[]): string[] {
  const [first = [], ...others] = all.map(({ essential }) =>
    essential.map((cube) => expressTerm(task.data.conditions, cube)),
  );
  return first
    .filter((expression) => others.every((other) => other.includes(expression)))
    .sort(compareText);
}

/** Why the search for intermediate models did not end, or null. */
function reasonToStop(ends: Solved[], all: Solved[], isStopped: boolean): Solution['stoppedAt'] {
  const stopped = [...ends, ...all].find(({ stoppedAt }) => stoppedAt !== null);
  if (stopped) return stopped.stoppedAt;
  return isStopped || ends.some(({ models, count }) => models.length < count) ? 'pairs' : null;
}

/** The intermediate solution between a conservative and a parsimonious one. */
export function describeIntermediate(
  task: Task,
  ends: [Solved, Solved],
  found: { pairs: Pair[]; isStopped: boolean },
): Solution {
  const { caps } = task.options;
  const all = [...new Set(found.pairs.map(({ solved }) => solved))];
  const failed = [...ends, ...all].find(({ status }) => status !== 'ok' && status !== 'stopped');
  const stoppedAt = failed ? null : reasonToStop(ends, all, found.isStopped);
  const groups = groupModels(task, found.pairs);
  const know = startKnowing(task);
  const longest = Math.max(1, ...[...groups.values()].map(({ cubes }) => cubes.length));
  const room = Math.min(caps.models, Math.ceil(caps.terms / longest));
  const listed = [...groups].sort(([a], [b]) => compareText(a, b)).slice(0, room);
  const limit = rowsEach(task, listed.length);
  const primes = mergePrimes(all);
  const areAllKnown = all.every(({ models, count }) => models.length === count);
  return {
    kind: 'intermediate',
    status: failed?.status ?? (stoppedAt ? 'stopped' : 'ok'),
    stoppedAt,
    primeImplicants: listPrimes(task, { primes }),
    primeImplicantCount: primes.length,
    models: listed.map(([, { cubes, pairs }]) =>
      describeFound(task, describeModel(task, know, cubes, limit), pairs, limit),
    ),
    modelCount: areAllKnown ? groups.size : Math.max(groups.size, ...all.map(({ count }) => count)),
    isComplete: stoppedAt === null && areAllKnown && listed.length === groups.size,
    essential: essentialOf(task, all),
  };
}
