import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { contains, type Cube } from '../../../src/analyse/qca/algebra/cubes.js';
import { analyseDirection } from '../../../src/analyse/qca/solve/minimise.js';
import { rowsOf } from '../../../src/analyse/qca/table/row-sets.js';
import {
  solveConservatively,
  solveParsimoniously,
  type Solved,
} from '../../../src/analyse/qca/solve/solutions.js';
import { setTask, type Task } from '../../../src/analyse/qca/solve/tasks.js';
import { tabulate } from '../../../src/analyse/qca/table/truth-table.js';
import type { DataSet } from '../../../src/domain/qca.js';
import { generous, settingsOf, sorted } from './references.js';

function everyCombination(choices: (number | null)[][]): Cube[] {
  return choices.reduce<Cube[]>(
    (cubes, options) => cubes.flatMap((cube) => options.map((option) => [...cube, option])),
    [[]],
  );
}

const levelsUpTo = (count: number) => Array.from({ length: count }, (_, level) => level);

/** Terms that keep to what is allowed, hold a positive row, and lie within no larger one: by looking at all terms there are. */
function primesByForce({ levels, positive }: Task, isAllowed: (row: Cube) => boolean): Cube[] {
  const rows = everyCombination(levels.map(levelsUpTo));
  const terms = everyCombination(levels.map((count) => [null, ...levelsUpTo(count)]));
  const implicants = terms.filter((term) =>
    rows.every((row) => !contains(term, row) || isAllowed(row)),
  );
  const primes = implicants.filter(
    (term) => !implicants.some((other) => other !== term && contains(other, term)),
  );
  return primes.filter((term) => positive.some(({ values }) => contains(term, values)));
}

/** All sets of terms that cover every positive row: by looking at all sets there are. */
function coversByForce(primes: Cube[], { positive }: Task): Cube[][] {
  const sets = primes.reduce<Cube[][]>(
    (all, prime) => [...all, ...all.map((set) => [...set, prime])],
    [[]],
  );
  return sets.filter((set) =>
    positive.every(({ values }) => set.some((term) => contains(term, values))),
  );
}

const keyOf = (cubes: Cube[]) => sorted(cubes.map(String)).join(' + ');
const keysOf = (models: Cube[][]) => sorted(models.map(keyOf));

/** Configurations with an outcome each, two to three levels, not all the same. */
const problems = fc
  .array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 4 })
  .chain((levels) =>
    fc.tuple(
      fc.constant(levels),
      fc.array(
        fc.tuple(fc.tuple(...levels.map((count) => fc.nat(count - 1))), fc.constantFrom(0, 0.5, 1)),
        {
          minLength: 1,
          maxLength: 14,
        },
      ),
    ),
  );

/** Cases of a configuration with different outcomes make it contradictory. */
function taskOf(
  levels: number[],
  cases: [number[], number][],
  models: 'minimal' | 'irredundant',
  includeContradictions = false,
): Task {
  const data: DataSet = {
    conditions: levels.map((count, at) => ({ label: 'ABCD'[at]!, levels: count, isFuzzy: false })),
    outcome: { label: 'Y', levels: 2, isFuzzy: true },
    rows: cases.map(([values, outcome], at) => ({ case: `c${String(at)}`, values, outcome })),
  };
  const settings = settingsOf(
    { args: { outcome: 'Y', negateOutcome: false, inclCut: [0.9, 0.4], nCut: 1, priCut: 0 } },
    { models, includeContradictions },
  );
  return setTask(tabulate(data, settings, false), {
    data,
    settings,
    isNegated: false,
    options: generous,
  });
}

function expectForced(task: Task, solved: Solved, isAllowed: (row: Cube) => boolean): void {
  const primes = primesByForce(task, isAllowed);
  if (task.positive.length === 0) {
    expect(solved.status).toBe('nothing-to-explain');
    return;
  }
  if (primes.some((prime) => prime.every((level) => level === null))) {
    expect(solved.status).toBe('no-variation');
    return;
  }
  expect(sorted(solved.primes.map(({ cube }) => String(cube)))).toEqual(sorted(primes.map(String)));
  fc.pre(primes.length <= 12);
  const covers = coversByForce(primes, task);
  const fewest = Math.min(...covers.map(({ length }) => length));
  const isCover = (set: Cube[]) =>
    task.positive.every(({ values }) => set.some((term) => contains(term, values)));
  const wanted =
    task.settings.models === 'minimal'
      ? covers.filter(({ length }) => length === fewest)
      : covers.filter((set) =>
          set.every((term) => !isCover(set.filter((other) => other !== term))),
        );
  expect(keysOf(solved.models)).toEqual(keysOf(wanted));
  expect(solved.count).toBe(wanted.length);
  const inAll = primes.filter((prime) => wanted.every((model) => model.includes(prime)));
  expect(keyOf(solved.essential)).toBe(keyOf(inAll));
}

for (const models of ['minimal', 'irredundant'] as const) {
  test(`all prime implicants and ${models} models are those that looking at every term and every set of terms finds`, () => {
    fc.assert(
      fc.property(problems, fc.boolean(), ([levels, cases], includeContradictions) => {
        const task = taskOf(levels, cases, models, includeContradictions);
        const isPositive = (row: Cube) => task.positive.some(({ values }) => contains(row, values));
        const isOptional = (row: Cube) => task.optional.some((values) => contains(row, values));
        expectForced(task, solveConservatively(task), (row) => isPositive(row) || isOptional(row));
        expectForced(
          task,
          solveParsimoniously(task),
          (row) => !task.outside.some((values) => contains(row, values)),
        );
      }),
      { seed: 1, numRuns: 400 },
    );
  });
}

test('rows of terms outside others are listed and counted as looking at every row does', () => {
  const inputs = fc
    .array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
    .chain((levels) => {
      const cube = fc.tuple(...levels.map((count) => fc.option(fc.nat(count - 1), { freq: 2 })));
      return fc.tuple(
        fc.constant(levels),
        fc.array(cube, { maxLength: 5 }),
        fc.array(cube, { maxLength: 5 }),
        fc.nat(20),
      );
    });
  fc.assert(
    fc.property(inputs, ([levels, cubes, except, limit]) => {
      const all = everyCombination(levels.map(levelsUpTo));
      const isIn = (list: Cube[], row: Cube) => list.some((cube) => contains(cube, row));
      const rows = all.flatMap((row, at) =>
        isIn(cubes, row) && !isIn(except, row) ? [at + 1] : [],
      );
      expect(rowsOf(cubes, except, levels, limit)).toEqual({
        listed: rows.slice(0, limit),
        count: rows.length,
      });
    }),
    { seed: 1, numRuns: 500 },
  );
});

test('the solutions lie within each other: conservative, intermediate, parsimonious', () => {
  fc.assert(
    fc.property(
      problems,
      fc.array(fc.option(fc.nat(2)), { minLength: 4, maxLength: 4 }),
      ([levels, cases], expected) => {
        const task = taskOf(levels, cases, 'minimal');
        const expectations = levels.map((_, at) => {
          const level = expected[at] ?? null;
          return level === null ? null : [level];
        });
        const { solutions } = analyseDirection(
          task.data,
          { ...task.settings, expectations },
          false,
          generous,
        );
        const [conservative, parsimonious, intermediate] = solutions.map(({ models }) =>
          models.map(({ terms }) =>
            terms.map(({ literals }): Cube =>
              levels.map(
                (_, at) => literals.find(({ condition }) => condition === at)?.level ?? null,
              ),
            ),
          ),
        );
        const areWithin = (inner: Cube[], outer: Cube[]) =>
          everyCombination(levels.map(levelsUpTo)).every(
            (row) =>
              !inner.some((cube) => contains(cube, row)) ||
              outer.some((cube) => contains(cube, row)),
          );
        for (const model of intermediate!) {
          expect(conservative!.some((inner) => areWithin(inner, model))).toBe(true);
          expect(parsimonious!.some((outer) => areWithin(model, outer))).toBe(true);
        }
        if (parsimonious!.length > 0) expect(intermediate!.length).toBeGreaterThan(0);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
