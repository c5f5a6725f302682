/** Krippendorff's alpha by the matrix of coincidences (Krippendorff 2018, ch. 12): any number of coders, missing ratings. */
import { agreementByUnit, errorOf, ownMean, tolerance } from './linearise.js';
import {
  countsOf,
  dot,
  sum,
  undefinedCoefficient,
  weighted,
  type Coefficient,
  type Counts,
  type Matrix,
  type Weights,
} from './matrix.js';

/** Squared distance of two categories; `used` says how often each was used in units with a pair. */
export type Metric = (a: number, b: number, used: number[]) => number;

/** Krippendorff's alpha with its parts; null where it is not defined. */
export interface Alpha {
  /** Null where there is no pair of ratings, or no variation: all of them are of one category. */
  value: number | null;
  /** Observed and expected disagreement, in the units of the metric. */
  observed: number | null;
  expected: number | null;
  /** Ratings that can be paired. */
  pairable: number;
  units: number;
  /** How often each category meets each. */
  coincidences: number[][];
}

/** The distance of nominal data: 0 for equal values, 1 for different ones. */
export const nominal: Metric = (a, b) => (a === b ? 0 : 1);

/** Ranks by how many ratings lie between two categories. */
export const ordinal: Metric = (a, b, used) => {
  const between = used.slice(Math.min(a, b), Math.max(a, b) + 1);
  return a === b ? 0 : (sum(between) - ((used[a] ?? 0) + (used[b] ?? 0)) / 2) ** 2;
};

/** Differences of the categories' values. */
export function intervalOf(values: number[]): Metric {
  return (a, b) => ((values[a] ?? 0) - (values[b] ?? 0)) ** 2;
}

/** Differences in relation to the sums of the categories' values. */
export function ratioOf(values: number[]): Metric {
  return (a, b) => {
    const [x = 0, y = 0] = [values[a], values[b]];
    return x + y === 0 ? 0 : ((x - y) / (x + y)) ** 2;
  };
}

/** 1 − observed / expected disagreement. */
export function krippendorffAlpha(matrix: Matrix, categories: number, metric: Metric): Alpha {
  const patterns = patternsOf(countsOf(matrix, categories));
  return alphaOf(
    patterns,
    patterns.map(({ units }) => units.length),
    metric,
  );
}

/** Units whose coders used the categories equally often: they cannot be told apart. */
export interface Pattern {
  total: number;
  by: number[];
  /** Indices of the units, among those that anybody rated. */
  units: number[];
}

/** The patterns of the units that two or more coders rated. */
export function patternsOf({ rows }: Pick<Counts, 'rows'>): Pattern[] {
  const patterns = new Map<string, Pattern>();
  for (const [unit, { total, by }] of rows.entries()) {
    const name = by.join(' ');
    const pattern = patterns.get(name) ?? { total, by, units: [] };
    pattern.units.push(unit);
    if (total > 1) patterns.set(name, pattern);
  }
  return [...patterns.values()];
}

/** Alpha of units that have these patterns, each so many times. */
export function alphaOf(
  patterns: Pick<Pattern, 'total' | 'by'>[],
  times: number[],
  metric: Metric,
): Alpha {
  const places = (patterns[0]?.by ?? []).map((_, index) => index);
  const coincidences = places.map((a) =>
    places.map((b) =>
      sum(
        patterns.map(
          ({ total, by }, index) =>
            ((times[index] ?? 0) * ((by[a] ?? 0) * ((by[b] ?? 0) - (a === b ? 1 : 0)))) /
            (total - 1),
        ),
      ),
    ),
  );
  const used = coincidences.map(sum);
  // Counted, not summed from fractions: whole numbers are exact.
  const n = sum(patterns.map(({ total }, index) => (times[index] ?? 0) * total));
  const over = (share: (a: number, b: number) => number) =>
    sum(places.flatMap((a) => places.map((b) => share(a, b) * metric(a, b, used))));
  const rest = { pairable: n, units: sum(times), coincidences };
  if (n === 0) return { value: null, observed: null, expected: null, ...rest };
  const observed = over((a, b) => coincidences[a]?.[b] ?? 0) / n;
  const expected = over((a, b) => (used[a] ?? 0) * (used[b] ?? 0)) / (n * (n - 1));
  return {
    value: expected < tolerance ? null : 1 - observed / expected,
    observed,
    expected,
    ...rest,
  };
}

/**
 * Alpha with weights of agreement, and with a standard error (Gwet 2014, ch. 5): with identity weights it is the nominal
 * alpha, with quadratic ones that of the interval scale of places.
 */
export function weightedAlpha(matrix: Matrix, weights: Weights): Coefficient {
  const { rows, pairable } = countsOf(matrix, weights.length);
  const counts = { rows: rows.filter(({ total }) => total > 1), pairable };
  if (pairable === 0) return undefinedCoefficient;
  const mean = sum(counts.rows.map(({ total }) => total)) / pairable;
  const shares = weights.map(
    (_, category) => sum(counts.rows.map(({ by }) => (by[category] ?? 0) / mean)) / pairable,
  );
  const near = weighted(weights, shares);
  const expected = dot(near, shares);
  const small = 1 / (pairable * mean);
  const byUnit = agreementByUnit(counts, weights).map(
    (each, unit) => ((each ?? 0) * (counts.rows[unit]?.total ?? 0)) / mean,
  );
  const raw = sum(byUnit) / pairable;
  const observed = (1 - small) * raw + small;
  if (1 - expected < tolerance) return { observed, expected, value: null, error: null };
  const value = (observed - expected) / (1 - expected);
  const own = ownMean(counts, near);
  // The error is that of the coefficient before the correction for small samples, which shrinks with the number of ratings.
  const bare = (raw - expected) / (1 - expected);
  const parts = byUnit.map((each, unit) => {
    const size = (counts.rows[unit]?.total ?? 0) / mean;
    const agreed = each - raw * (size - 1);
    const chance = own(unit) * size - expected * (size - 1);
    return (agreed - expected - 2 * (1 - bare) * (chance - expected)) / (1 - expected);
  });
  return { observed, expected, value, error: errorOf(parts, bare) };
}
