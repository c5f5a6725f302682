/** Every coefficient against the reference values, each problem and each weighting, to 1e-9. */
import { describe, expect, test } from 'vitest';
import { congerKappa } from '../../../src/analyse/agreement/conger.js';
import { brennanPrediger, fleissKappa } from '../../../src/analyse/agreement/fleiss.js';
import { gwetAc } from '../../../src/analyse/agreement/gwet.js';
import { cohenKappa, lightKappa } from '../../../src/analyse/agreement/kappa.js';
import { weightedAlpha } from '../../../src/analyse/agreement/krippendorff.js';
import {
  completeUnits,
  type Coefficient,
  type Matrix,
  type Weights,
} from '../../../src/analyse/agreement/matrix.js';
import { percentAgreement, unanimity } from '../../../src/analyse/agreement/percent.js';
import {
  identityWeights,
  linearWeights,
  ordinalWeights,
  quadraticWeights,
} from '../../../src/analyse/agreement/weights.js';
import {
  classicProblem,
  estimates,
  matrixOf,
  problems,
  weightings,
  type Problem,
  type Value,
} from './reference.js';

const makers: { [name in (typeof weightings)[number]]: (categories: number) => Weights } = {
  unweighted: identityWeights,
  linear: linearWeights,
  quadratic: quadraticWeights,
  ordinal: ordinalWeights,
};
const functions: {
  [name in (typeof estimates)[number]]: (matrix: Matrix, weights: Weights) => Coefficient;
} = {
  percentAgreement,
  gwetAC: gwetAc,
  fleissKappa,
  congerKappa,
  brennanPrediger,
  krippendorffAlphaGwet: weightedAlpha,
};

function expectEqual(found: number | null, wanted: Value | undefined, what: string): void {
  if (wanted === 'NaN') expect(found, what).toBeNull();
  else
    expect(
      Math.abs((found ?? NaN) - (wanted ?? NaN)),
      `${what}: ${String(found)} for ${String(wanted)}`,
    ).toBeLessThan(1e-9);
}

/** Where all ratings are alike, chance agrees always: 0/0, for which irrCAC says 1 as 1 − 0.9999999999999998 is not quite 0. */
const withoutVariation = new Set(['fleissKappa', 'krippendorffAlphaGwet']);

describe.each(problems)('$id', (problem) => {
  const matrix = matrixOf(problem);
  const isConstant = new Set(matrix.flat().filter((rating) => rating !== null)).size < 2;

  test.each(weightings)('irrCAC, %s', (weighting) => {
    const weights = makers[weighting](problem.categories.length);
    for (const name of estimates) {
      const wanted = problem.results[`irrCAC_${weighting}`][name];
      const found = functions[name](matrix, weights);
      expectEqual(found.observed, wanted.pa, `${name} observed`);
      expectEqual(found.expected, wanted.pe, `${name} expected`);
      if (isConstant && withoutVariation.has(name))
        expect(found).toMatchObject({ value: null, error: null });
      else {
        expectEqual(found.value, wanted.value, name);
        expectEqual(found.error, wanted.se, `${name} standard error`);
      }
    }
  });

  test('units that all coders rated: irr and Cohen’s kappa', () => {
    const {
      irr_agree_allRaters: agree,
      irr_fleiss_listwise: fleiss,
      irr_light_listwise: light,
      cohenListwise,
    } = problem.results;
    const identity = identityWeights(problem.categories.length);
    if (agree !== undefined) expectEqual(unanimity(matrix), agree, 'unanimity');
    if (fleiss)
      expectEqual(fleissKappa(completeUnits(matrix), identity).value, fleiss.value, 'Fleiss');
    if (light !== undefined) expectEqual(lightKappa(matrix, identity), light, 'Light');
    expect(cohenListwise !== undefined, 'kappa of two coders').toBe(problem.raters === 2);
    for (const weighting of ['unweighted', 'linear', 'quadratic'] as const) {
      const wanted = cohenListwise?.[weighting];
      if (!wanted) continue;
      const found = cohenKappa(matrix, makers[weighting](problem.categories.length));
      expectEqual(found.observed, wanted.po, 'observed');
      expectEqual(found.expected, wanted.pe, 'expected');
      expectEqual(found.value, wanted.value, 'kappa');
      expectEqual(found.error, wanted.seNonNull, 'standard error');
      expectEqual(found.nullError, wanted.seNull, 'standard error by chance');
    }
  });
});

test('weighted kappa uses the full list of categories, where irr::kappa2 0.84.1 takes only those that occur', () => {
  const isUnused = ({ results, categories }: Problem) =>
    results.irr_kappa2 && results.irr_kappa2.categoriesUsed.length < categories.length;
  const unused = problems.filter(isUnused);
  expect(unused.map(({ id }) => id)).toContain('edge-unused-category');
  const { results, categories, ...rest } = classicProblem('edge-unused-category');
  const found = cohenKappa(
    matrixOf({ categories, ...rest }),
    linearWeights(categories.length),
  ).value;
  expectEqual(found, results.cohenListwise?.linear.value, 'full list');
  expect(found).not.toBeCloseTo(Number(results.irr_kappa2?.linear.value), 3);
});

test('Cohen (1960): kappa .492; Cohen (1968): weighted kappa .348 with disagreements 0, 1, 3, 6', () => {
  const problem = classicProblem('cohen-1960-1968');
  const custom = problem.results.cohenCustomDisagreementWeights?.weights ?? [];
  const weights = custom.map((row) => row.map((disagreement) => 1 - disagreement / 6));
  expect(cohenKappa(matrixOf(problem), identityWeights(3)).value).toBeCloseTo(0.492, 3);
  expect(cohenKappa(matrixOf(problem), weights).value).toBeCloseTo(0.348, 3);
});

test('Fleiss (1971), 30 patients, 6 psychiatrists: kappa .430', () => {
  expect(
    fleissKappa(matrixOf(classicProblem('fleiss-1971-diagnoses')), identityWeights(5)).value,
  ).toBeCloseTo(0.43, 3);
});

test('Gwet (2014), 12 units, 4 raters: AC1 .77544, Fleiss’ kappa .76117, alpha .74342', () => {
  const matrix = matrixOf(classicProblem('gwet-raw4raters'));
  const values = [gwetAc, fleissKappa, weightedAlpha].map((coefficient) =>
    coefficient(matrix, identityWeights(5)).value?.toFixed(5),
  );
  expect(values).toEqual(['0.77544', '0.76117', '0.74342']);
});

test('the paradox of prevalence (Feinstein & Cicchetti 1990; Gwet 2008): agreement .944, kappa -.023, AC1 .941', () => {
  const matrix = matrixOf(classicProblem('edge-prevalence-paradox'));
  const identity = identityWeights(2);
  const values = [percentAgreement, cohenKappa, gwetAc].map((coefficient) =>
    coefficient(matrix, identity).value?.toFixed(3),
  );
  expect(values).toEqual(['0.944', '-0.023', '0.941']);
});

test('without a single pair of ratings nothing is defined', () => {
  const alone: Matrix = [
    [0, null],
    [null, 1],
  ];
  for (const name of estimates)
    expect(functions[name](alone, identityWeights(2)).value, name).toBeNull();
  expect([
    cohenKappa(alone, identityWeights(2)).value,
    lightKappa(alone, identityWeights(2)),
    unanimity(alone),
  ]).toEqual([null, null, null]);
});
