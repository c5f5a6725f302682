/** Krippendorff's alpha and its bootstrap against the reference values, and where R's irr is not right. */
import { describe, expect, test } from 'vitest';
import {
  drawsOf,
  intervalFrom,
  percentile,
  resampledAlphas,
} from '../../../src/analyse/agreement/bootstrap.js';
import {
  intervalOf,
  krippendorffAlpha,
  nominal,
  ordinal,
  ratioOf,
  type Metric,
} from '../../../src/analyse/agreement/krippendorff.js';
import {
  classicProblem,
  matrixOf,
  metrics,
  problems,
  resamplings,
  type Value,
} from './reference.js';

function metricOf(name: (typeof metrics)[number], categories: number[]): Metric {
  return { nominal, ordinal, interval: intervalOf(categories), ratio: ratioOf(categories) }[name];
}

function expectEqual(found: number | null, wanted: Value, what: string): void {
  if (wanted === 'NaN') expect(found, what).toBeNull();
  else
    expect(
      Math.abs((found ?? NaN) - wanted),
      `${what}: ${String(found)} for ${String(wanted)}`,
    ).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
}

describe.each(problems)('$id', (problem) => {
  test.each(metrics)('%s alpha', (name) => {
    const wanted = problem.results.krippendorffAlpha[name];
    const found = krippendorffAlpha(
      matrixOf(problem),
      problem.categories.length,
      metricOf(name, problem.categories),
    );
    expectEqual(found.value, wanted.value, 'alpha');
    expectEqual(found.observed, wanted.Do, 'observed disagreement');
    expectEqual(found.expected, wanted.De, 'expected disagreement');
    expectEqual(found.pairable, wanted.n, 'pairable ratings');
    expect(found.units).toBe(wanted.units);
    for (const [a, row] of wanted.coincidence.entries()) {
      for (const [b, value] of row.entries())
        expectEqual(
          found.coincidences[a]?.[b] ?? null,
          value,
          `coincidence ${String(a)} ${String(b)}`,
        );
    }
  });
});

test('alpha is the textbook’s where irr::kripp.alpha 0.84.1 divides by 1 for complete data of three and more coders', () => {
  const complete = problems.filter(
    ({ ratings, raters }) => raters > 2 && ratings.every((unit) => !unit.includes(null)),
  );
  const wrong = complete.filter(
    ({ results }) =>
      Math.abs(
        Number(results['irr_kripp.alpha'].nominal) -
          Number(results.krippendorffAlpha.nominal.value),
      ) > 1e-9,
  );
  expect(wrong.length).toBeGreaterThan(complete.length / 2);
  const fleiss = classicProblem('fleiss-1971-diagnoses');
  expect(krippendorffAlpha(matrixOf(fleiss), 5, nominal).value).toBeCloseTo(0.43341, 5);
  expect(fleiss.results['irr_kripp.alpha'].nominal).toBeCloseTo(0.43088, 5);
});

test.each([
  [
    'krippendorff-2011-D',
    'Krippendorff (2011), example D: .743, .815, .849, .797',
    ['0.743', '0.815', '0.849', '0.797'],
  ],
  ['krippendorff-2011-A', 'Krippendorff (2011), example A: .095', ['0.095']],
] as const)('%s as published: %s', (id, _, published) => {
  const problem = classicProblem(id);
  const values = metrics.map(
    (name) =>
      krippendorffAlpha(
        matrixOf(problem),
        problem.categories.length,
        metricOf(name, problem.categories),
      ).value,
  );
  expect(values.slice(0, published.length).map((value) => value?.toFixed(3))).toEqual(published);
});

test('one disagreement in constant data is 0, two coders who swap two values are -0.5, constant data are undefined', () => {
  const values = ['edge-one-disagreement', 'edge-systematic-disagreement', 'edge-constant'].map(
    (id) => krippendorffAlpha(matrixOf(classicProblem(id)), 2, nominal).value,
  );
  expect(values[0]).toBeCloseTo(0, 12);
  expect(values[1]).toBeCloseTo(-0.5, 12);
  expect(values[2]).toBeNull();
});

describe.each(resamplings)('the bootstrap of $problem', (reference) => {
  const matrix = matrixOf(reference);
  const draws = reference.indices1Based.map((draw) => draw.map((index) => index - 1));

  test.each([
    ['nominal', nominal, reference.alphaNominal, reference.percentileNominal],
    ['ordinal', ordinal, reference.alphaOrdinal, reference.percentileOrdinal],
  ] as const)(
    '%s: alphas of its draws, and their percentiles',
    (_, metric, wanted, [low, median, high]) => {
      const found = resampledAlphas(matrix, reference.categories.length, metric, draws);
      expect(found).toHaveLength(wanted.length);
      for (const [index, value] of wanted.entries())
        expectEqual(found[index] ?? null, value, `draw ${String(index)}`);
      const interval = intervalFrom(found);
      expectEqual(interval?.low ?? null, low, 'low');
      expectEqual(interval?.high ?? null, high, 'high');
      const known = found.filter((value) => value !== null).sort((a, b) => a - b);
      expectEqual(percentile(known, 0.5), median, 'median');
      if (metric === nominal) expect(interval?.undefinedResamples).toBe(reference.undefinedNominal);
    },
  );
});

test('draws are the same each time, lie within the units, and differ by seed', () => {
  const [one, again, other] = [7, 7, 8].map((seed) => [...drawsOf(13, 50, seed)]);
  expect(one).toEqual(again);
  expect(one).not.toEqual(other);
  expect(new Set(one?.flat())).toEqual(new Set(Array.from({ length: 13 }, (_, index) => index)));
});

test('there is no interval where half of the resamples or more are undefined', () => {
  expect(intervalFrom([0.5, null])).toBeNull();
  expect(intervalFrom([0.5, 0.7, null])).toEqual({
    low: 0.505,
    high: 0.695,
    resamples: 3,
    undefinedResamples: 1,
  });
  expect(intervalFrom([])).toBeNull();
});
