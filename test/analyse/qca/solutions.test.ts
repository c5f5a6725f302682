import { expect, test } from 'vitest';
import { contains, numberOf } from '../../../src/analyse/qca/algebra/cubes.js';
import { easyTerms, expectationsFor } from '../../../src/analyse/qca/solve/counterfactuals.js';
import type { Settings } from '../../../src/analyse/qca/search/settings.js';
import { describeSolution } from '../../../src/analyse/qca/solve/describe.js';
import { contrastDirections } from '../../../src/analyse/qca/solve/enhanced.js';
import { expressTerm } from '../../../src/analyse/qca/table/expressions.js';
import { counterfactualsOf } from '../../../src/analyse/qca/solve/intermediate.js';
import {
  analyseDirection,
  solveIntermediately,
  type SolvedDirection,
} from '../../../src/analyse/qca/solve/minimise.js';
import type { Model, Solution } from '../../../src/analyse/qca/schema.js';
import {
  solveBetween,
  solveConservatively,
  solveParsimoniously,
} from '../../../src/analyse/qca/solve/solutions.js';
import { setTask, type Task } from '../../../src/analyse/qca/solve/tasks.js';
import { tabulate } from '../../../src/analyse/qca/table/truth-table.js';
import {
  dataOf,
  everyRun,
  expectationsOf,
  generous,
  hashOf,
  isRoundedByR,
  settingsOf,
  sorted,
  type ReferenceModel,
  type ReferenceProblem,
  type ReferenceRun,
  type ReferenceSolution,
  type Value,
} from './references.js';

// Not fs-043 with two cut-offs: truth-table.test.ts shows that R rounds an inclusion there.
const runs = everyRun().filter(
  (item) => item.run.truthTable.status === 'ok' && !isRoundedByR(item),
);

type Item = (typeof runs)[number];

function taskOf(
  { problem, run }: { problem: ReferenceProblem; run: ReferenceRun },
  other: Partial<Settings> = {},
): Task {
  const [data, settings, isNegated] = [
    dataOf(problem),
    settingsOf(run, other),
    run.args.negateOutcome,
  ];
  return setTask(tabulate(data, settings, isNegated), {
    data,
    settings,
    isNegated,
    options: generous,
  });
}

/** R sets values below 1e-5 to 0, and below 1e-4 where it prints several models. */
function isClose(actual: number | null, expected: Value): boolean {
  if (actual === null || expected === null || expected === 'NaN')
    return actual === null && (expected === null || expected === 'NaN');
  return Math.abs(actual - expected) <= 1e-9 || (expected === 0 && Math.abs(actual) < 1e-4);
}

function expectFit(own: Model, { fit }: ReferenceModel): void {
  const numbers = [own.inclS, own.pri, own.covS];
  const wanted = [fit.solution.inclS, fit.solution.PRI, fit.solution.covS];
  for (const { term, inclS, PRI, covS, covU } of fit.terms) {
    const found = own.terms.find(({ expression }) => expression === term)!;
    numbers.push(found.inclS, found.pri, found.covS, found.covU);
    wanted.push(inclS, PRI, covS, covU);
  }
  expect(numbers.map((value, at) => isClose(value, wanted[at]!) || [value, wanted[at]])).toEqual(
    numbers.map(() => true),
  );
}

const byExpression = (models: Model[]) => new Map(models.map((model) => [model.expression, model]));
const join = (terms: string[]) => sorted(terms).join(' + ');

function expectSolution(own: Solution, reference: ReferenceSolution): void {
  if (reference.status === 'error') {
    const status = reference.message?.startsWith('All truth table')
      ? 'no-variation'
      : 'nothing-to-explain';
    expect({ status: own.status, models: own.models }).toEqual({ status, models: [] });
    return;
  }
  expect(own.status).toBe('ok');
  expect(own.isComplete).toBe(true);
  const primes = (list: { expr: string; covers: number[] }[]) =>
    sorted(list.map(({ expr, covers }) => `${expr}: ${sorted(covers).join()}`));
  expect(
    primes(own.primeImplicants.map(({ expression: expr, covers }) => ({ expr, covers }))),
  ).toEqual(primes(reference.primeImplicants));
  expect(own.modelCount).toBe(reference.modelCount);
  expect(hashOf(own.models)).toBe(reference.modelsSha256);
  expect(own.essential).toEqual(sorted(reference.essential));
  const models = byExpression(own.models);
  for (const [at, model] of reference.models.entries()) {
    const found = models.get(join(model.terms))!;
    expectFit(found, model);
    expect(found.assumptions).toEqual(reference.simplifyingAssumptions[at]);
    expect(found.assumptionCount).toBe(found.assumptions.length);
  }
}

function solutionOf(
  item: Item,
  kind: 'conservative' | 'parsimonious',
  other: Partial<Settings> = {},
): Solution {
  const task = taskOf(item, other);
  return describeSolution(
    task,
    kind,
    kind === 'conservative' ? solveConservatively(task) : solveParsimoniously(task),
  );
}

const variants = [
  ['conservative', 'conservative', {}],
  ['parsimonious', 'parsimonious', {}],
  ['conservativeAllSol', 'conservative', { models: 'irredundant' }],
  ['parsimoniousAllSol', 'parsimonious', { models: 'irredundant' }],
  ['parsimoniousRowDom', 'parsimonious', { rowDominance: true }],
  ['conservativeInclC', 'conservative', { includeContradictions: true }],
  ['parsimoniousInclC', 'parsimonious', { includeContradictions: true }],
] as const;

for (const [key, kind, other] of variants) {
  const items = runs.filter(({ run }) => run.solutions?.[key]);
  const answered = items.filter(({ run }) => run.solutions?.[key]?.status !== 'timeout');
  test.each(answered)(
    `${key}: prime implicants, models, fits and assumptions of $name are those of R`,
    (item) => {
      expectSolution(solutionOf(item, kind, other), item.run.solutions![key]!);
    },
  );
}

const intermediate = runs.flatMap((item) =>
  (item.run.solutions?.intermediate ?? []).map(({ dirExp, result }) => ({
    ...item,
    dirExp,
    result,
  })),
);

test.each(intermediate.filter(({ result }) => result.status !== 'timeout'))(
  'intermediate: every pair of $name with $dirExp has the counterfactuals, prime implicants, models and fits of R',
  ({ problem, run, dirExp, result }) => {
    const isNegated = run.args.negateOutcome;
    const task = taskOf(
      { problem, run },
      { expectations: expectationsOf(dirExp, problem, isNegated) },
    );
    const expectations = expectationsFor(task.settings, task.levels, isNegated);
    const ends = [solveConservatively(task), solveParsimoniously(task)] as const;
    const whole = solveIntermediately(task, [...ends]);
    if (result.status === 'error') {
      expect(whole.status).toBe(
        result.message!.startsWith('All truth table') ? 'no-variation' : 'nothing-to-explain',
      );
      return;
    }
    expect(ends[0].models.length * ends[1].models.length).toBe(result.pairCount);
    const cubesOf = (models: (typeof ends)[0]['models'], terms: string[]) =>
      models.find(
        (cubes) =>
          join(cubes.map((cube) => expressTerm(task.data.conditions, cube))) === join(terms),
      )!;
    for (const pair of result.intermediate) {
      const [conservative, parsimonious] = [
        cubesOf(ends[0].models, pair.conservativeModel),
        cubesOf(ends[1].models, pair.parsimoniousModel),
      ];
      const easy = easyTerms(conservative, parsimonious, expectations);
      const counterfactuals = counterfactualsOf(
        task,
        { conservative, parsimonious, easy },
        Infinity,
      );
      expect(counterfactuals.easy.listed).toEqual(sorted(pair.easyCounterfactuals));
      expect(counterfactuals.difficult.listed).toEqual(sorted(pair.difficultCounterfactuals));
      const own = describeSolution(task, 'intermediate', solveBetween(task, easy));
      const primes = (list: { expr: string; covers: number[] }[]) =>
        sorted(list.map(({ expr, covers }) => `${expr}: ${sorted(covers).join()}`));
      expect(
        primes(own.primeImplicants.map(({ expression: expr, covers }) => ({ expr, covers }))),
      ).toEqual(primes(pair.primeImplicants));
      expect(own.modelCount).toBe(pair.modelCount);
      expect(hashOf(own.models)).toBe(pair.modelsSha256);
      expect(own.essential).toEqual(sorted(pair.essential));
      const models = byExpression(whole.models);
      for (const model of pair.models) expectFit(models.get(join(model.terms))!, model);
    }
    if (
      result.pairCount === result.intermediate.length &&
      result.intermediate.every(({ models, modelCount }) => models.length === modelCount)
    ) {
      const all = new Set(
        result.intermediate.flatMap(({ models }) => models.map(({ terms }) => join(terms))),
      );
      expect(whole.models.map(({ expression }) => expression)).toEqual(sorted(all));
    }
    expect(whole.isComplete).toBe(true);
  },
);

const bothWays = runs.filter(({ run }) => run.solutions?.simultaneousSubsetRows);

/** R looks at the absence with the second cut-off first. */
function solveBothWays({ problem, run }: Item): [SolvedDirection, SolvedDirection] {
  const { inclCut, negateOutcome } = run.args;
  const [first, second] = inclCut;
  const settings = settingsOf(run);
  const reversed = {
    ...settings,
    inclCut: second === undefined ? inclCut : ([second, first] as [number, number]),
  };
  const data = dataOf(problem);
  return [
    analyseDirection(data, settings, negateOutcome, generous),
    analyseDirection(data, reversed, !negateOutcome, generous),
  ];
}

function rowsOfAll({ task }: SolvedDirection, model: Model): number[] {
  const rows: number[] = [];
  const visit = (values: number[]) => {
    if (values.length < task.levels.length) {
      for (let level = 0; level < task.levels[values.length]!; level++) visit([...values, level]);
      return;
    }
    const isIn = model.terms.some(({ literals }) =>
      literals.every(({ condition, level }) => values[condition] === level),
    );
    if (isIn && !task.known.some((known) => contains(known, values)))
      rows.push(numberOf(values, task.levels));
  };
  visit([]);
  return rows;
}

test.each(bothWays)(
  'simultaneous subsets of $name are those of R, which reverses two cut-offs for the absence',
  (item) => {
    const [own] = contrastDirections(solveBothWays(item));
    expect(own.simultaneousSubsets).toEqual(
      sorted(item.run.solutions!.simultaneousSubsetRows!.rows),
    );
  },
);

test.each(
  bothWays.filter(({ run }) => run.solutions!.contradictorySimplifyingAssumptions?.status === 'ok'),
)(
  'contradictory assumptions of $name are those of all models; of R where each direction has one: else its row names collide',
  (item) => {
    const directions = solveBothWays(item);
    const [own] = contrastDirections(directions);
    const [one, other] = directions.map(
      (direction) =>
        new Set(direction.solutions[1]!.models.flatMap((model) => rowsOfAll(direction, model))),
    );
    const shared = sorted([...one!].filter((row) => other!.has(row)));
    expect(own.contradictoryAssumptions).toEqual(shared);
    expect(own.contradictoryAssumptionCount).toBe(shared.length);
    const areSingle = directions.every(({ solutions }) => solutions[1]!.models.length <= 1);
    if (areSingle)
      expect(own.contradictoryAssumptions).toEqual(
        sorted(item.run.solutions!.contradictorySimplifyingAssumptions!.rows),
      );
  },
);

test('row names collide in R: of a table of 64 rows it names row 221, since several models take row 22 as positive', () => {
  const item = bothWays.find(
    ({ problem, run }) => problem.id === 'cs-011' && !run.args.negateOutcome,
  )!;
  const theirs = item.run.solutions!.contradictorySimplifyingAssumptions!.rows;
  const [own] = contrastDirections(solveBothWays(item));
  expect(tabulate(dataOf(item.problem), settingsOf(item.run), false).possible).toBe(64);
  expect(theirs).toContain(221);
  expect(theirs).not.toContain(22);
  expect(own.contradictoryAssumptions).toContain(22);
});

// d.Bas ends in an error of R's own programming, `formal argument "enter" matched by multiple actual arguments`.
const hasAnswer = (reference: ReferenceSolution) =>
  reference.status !== 'timeout' && !reference.message?.startsWith('formal argument');

test.each(
  bothWays.filter(
    ({ run }) => run.solutions!.enhanced && hasAnswer(run.solutions!.enhanced.parsimonious),
  ),
)(
  'enhanced: with the rows that R excludes, $name has the parsimonious solution of R, where R did not fail',
  ({ problem, run }) => {
    const { excludedRows, parsimonious } = run.solutions!.enhanced!;
    const [data, settings, isNegated] = [dataOf(problem), settingsOf(run), run.args.negateOutcome];
    const levels = problem.data.levels;
    const valuesOf = (row: number) =>
      levels.map(
        (size, at) =>
          Math.floor((row - 1) / levels.slice(at + 1).reduce((a, b) => a * b, 1)) % size,
      );
    const table = tabulate(data, settings, isNegated);
    const excluded = excludedRows.filter((row) => row <= table.possible).map(valuesOf);
    const task = setTask(table, { data, settings, isNegated, options: generous }, excluded);
    expectSolution(describeSolution(task, 'parsimonious', solveParsimoniously(task)), parsimonious);
  },
);
