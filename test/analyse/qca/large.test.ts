import { describe, expect, test } from 'vitest';
import {
  countConfigurations,
  defaultCaps,
  type Options,
} from '../../../src/analyse/qca/search/caps.js';
import type { Caps } from '../../../src/analyse/qca/search/settings.js';
import { contrastDirections } from '../../../src/analyse/qca/solve/enhanced.js';
import { analyseDirection } from '../../../src/analyse/qca/solve/minimise.js';
import type { Solution } from '../../../src/analyse/qca/schema.js';
import { cubeOf, findPrimes } from '../../../src/analyse/qca/solve/prime-implicants.js';
import { contains } from '../../../src/analyse/qca/algebra/cubes.js';
import { makeNoise, plainSettings, readBenchmark, solveBenchmark } from '../../bench/qca.js';
import type { DataSet } from '../../../src/domain/qca.js';

/**
 * Prime implicants and minimal models: those of R 3.25.1 up to 12 conditions, of R 3.23 up to 20 x 30, and of an independent program
 * where R has no right answer.
 */
const known: [string, number, number][] = [
  ['k05-n20', 8, 11],
  ['k05-n60', 5, 1],
  ['k08-n40', 36, 6],
  ['k10-n30', 157, 2],
  ['k10-n60', 146, 2],
  ['k12-n40', 379, 2],
  ['k15-n30', 926, 35],
  ['k15-n60', 1564, 2],
  ['k18-n40', 1259, 30],
  ['k20-n30', 2489, 69],
  ['k20-n60', 11196, 1],
  ['k25-n30', 7532, 972],
  ['k25-n60', 30333, 1],
];

test.each(known)(
  '%s of the benchmark has %i prime implicants and %i minimal models',
  (file, primes, models) => {
    const solved = solveBenchmark(readBenchmark(`${file}.csv`));
    expect([solved.status, solved.primes.length, solved.count]).toEqual(['ok', primes, models]);
    expect(solved.models.length).toBe(models);
  },
);

const solutionOf = (solutions: Solution[], kind: Solution['kind']) =>
  solutions.find((solution) => solution.kind === kind)!;

const analyse = (data: DataSet, caps: Partial<Caps> = {}, watch?: Options['watch']) =>
  analyseDirection(data, plainSettings(data), false, { caps: { ...defaultCaps, ...caps }, watch });

/** Whether every positive row has a term and no negative one has. */
function isSound({ truthTable }: ReturnType<typeof analyse>, { models }: Solution): boolean {
  const holds = (values: number[], model: Solution['models'][number]) =>
    model.terms.some(({ literals }) =>
      literals.every(({ condition, level }) => values[condition] === level),
    );
  return models.every((model) =>
    truthTable.rows.every(({ values, out }) => holds(values, model) === (out === '1')),
  );
}

describe('an intermediate solution with 20 and more conditions, of which R says nothing', () => {
  test.each(['k20-n30', 'k25-n60'])(
    '%s: between the others, with counterfactuals counted and the first of them listed',
    (file) => {
      const solved = analyse(readBenchmark(`${file}.csv`));
      const intermediate = solutionOf(solved.solutions, 'intermediate');
      expect(intermediate.status).toBe('ok');
      expect(isSound(solved, intermediate)).toBe(true);
      for (const model of intermediate.models) {
        const parsimonious = solutionOf(solved.solutions, 'parsimonious').models.find(
          ({ expression }) => expression === model.pairs[0]!.parsimonious,
        )!;
        expect(model.easyCount! + model.difficultCount!).toBe(parsimonious.assumptionCount);
        expect(model.easyCount).toBeGreaterThan(1000);
        expect(model.easy.length).toBeLessThanOrEqual(defaultCaps.rows);
        expect(model.easy).toEqual([...model.easy].sort((a, b) => a - b));
      }
    },
  );
});

describe('at a cap the search stops with what is known so far', () => {
  const data = makeNoise(14, 80, 0.3, 5);

  test('of prime implicants: every positive row still has one, and the model is sound', () => {
    const solved = analyse(data, { primeImplicants: 50 });
    const solution = solutionOf(solved.solutions, 'parsimonious');
    expect(solution).toMatchObject({
      status: 'stopped',
      stoppedAt: 'prime-implicants',
      isComplete: false,
    });
    expect(solution.models.length).toBeGreaterThan(0);
    expect(isSound(solved, solution)).toBe(true);
  });

  test('of steps: one model from which no term can be taken', () => {
    const solved = analyse(data, { steps: 20_000 });
    const solution = solutionOf(solved.solutions, 'parsimonious');
    expect(solution).toMatchObject({ status: 'stopped', isComplete: false });
    expect(isSound(solved, solution)).toBe(true);
  });

  test('with no steps at all terms are still sound', () => {
    const solved = analyse(data, { steps: 1 });
    for (const solution of solved.solutions) {
      expect(solution.status).toBe('stopped');
      expect(isSound(solved, solution)).toBe(true);
    }
  });

  test('of pairs: the intermediate models of the first pairs', () => {
    const solved = analyse(readBenchmark('k15-n30.csv'), { pairs: 3 });
    const intermediate = solutionOf(solved.solutions, 'intermediate');
    expect(intermediate).toMatchObject({
      status: 'stopped',
      stoppedAt: 'pairs',
      isComplete: false,
    });
    expect(isSound(solved, intermediate)).toBe(true);
    expect(intermediate.models.length).toBeGreaterThan(0);
  });

  test('of models: all are counted, so many are listed', () => {
    const { solutions } = analyse(readBenchmark('k20-n30.csv'), { models: 10 });
    const solution = solutionOf(solutions, 'parsimonious');
    expect(solution).toMatchObject({ status: 'ok', modelCount: 69, isComplete: false });
    expect(solution.models).toHaveLength(10);
  });

  test('no enhanced solution is drawn from models that may not be the shortest', () => {
    const options = { caps: { ...defaultCaps, steps: 20_000 } };
    const [one, other] = [false, true].map((isNegated) =>
      analyseDirection(data, plainSettings(data), isNegated, options),
    );
    expect(contrastDirections([one!, other!]).map(({ enhanced }) => enhanced)).toEqual([
      null,
      null,
    ]);
  });
});

test('the same data stop at the same place each time, and the watcher hears of it', () => {
  const data = makeNoise(20, 100, 0.5, 3);
  const told: string[] = [];
  const caps = { steps: 1_000_000 };
  const first = analyse(data, caps, (what, done) => told.push(`${what} ${String(done)}`));
  expect(analyse(data, caps).solutions).toEqual(first.solutions);
  expect(told.some((line) => line.startsWith('prime-implicants'))).toBe(true);
  expect(told.some((line) => line.startsWith('models'))).toBe(true);
});

test('30 conditions have prime implicants that reach no negative row and shorten no further', () => {
  const data = makeNoise(30, 16, 0.2, 7);
  const positive = data.rows.filter(({ outcome }) => outcome === 1).map(({ values }) => values);
  const outside = data.rows.filter(({ outcome }) => outcome === 0).map(({ values }) => values);
  const levels = data.conditions.map((condition) => condition.levels);
  const primes = findPrimes(
    { levels, positive, region: { outside } },
    { caps: { ...defaultCaps, primeImplicants: 2000 } },
  );
  expect(primes.list.length).toBeGreaterThan(100);
  for (const prime of primes.list) {
    const cube = cubeOf(prime, positive);
    expect(outside.some((row) => contains(cube, row))).toBe(false);
    cube.forEach((level, at) => {
      const longer = cube.map((other, condition) => (condition === at ? null : other));
      if (level !== null) expect(outside.some((row) => contains(longer, row))).toBe(true);
    });
  }
});

test('more conditions or configurations than can be numbered are refused before any search', () => {
  expect(countConfigurations(Array.from({ length: 30 }, () => 2))).toBe(2 ** 30);
  expect(countConfigurations(Array.from({ length: 31 }, () => 2))).toBeNull();
  expect(countConfigurations(Array.from({ length: 26 }, () => 4))).toBe(2 ** 52);
  expect(countConfigurations(Array.from({ length: 27 }, () => 4))).toBeNull();
  expect(() => analyse(makeNoise(31, 5, 0, 1))).toThrow('more configurations than can be numbered');
});

test('25 conditions of four levels are analysed with row numbers that are exact', () => {
  const binary = makeNoise(25, 12, 0, 2);
  const data = {
    ...binary,
    conditions: binary.conditions.map((condition) => ({ ...condition, levels: 4 })),
    rows: binary.rows.map((row, at) => ({
      ...row,
      values: row.values.map((value, index) => (value + 2 * ((at >> (index % 3)) & 1)) % 4),
    })),
  };
  const solved = analyse(data);
  for (const { row, values } of solved.truthTable.rows) {
    expect(BigInt(row)).toBe(
      values.reduce((number, value) => number * 4n + BigInt(value), 0n) + 1n,
    );
  }
  const intermediate = solutionOf(solved.solutions, 'intermediate');
  expect(intermediate.models.length).toBeGreaterThan(0);
  expect(isSound(solved, intermediate)).toBe(true);
});
