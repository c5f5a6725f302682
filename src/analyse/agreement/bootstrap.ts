/** A bootstrap interval of alpha: units are drawn again with their ratings; the seed is fixed, so that it is the same each time. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { alphaOf, patternsOf, type Metric } from './krippendorff.js';
import { countsOf, type Matrix } from './matrix.js';

/** A confidence interval by resampling. */
export interface Interval {
  low: number;
  high: number;
  resamples: number;
  /** Resamples without variation, in which alpha is not defined: they are left out, and counted. */
  undefinedResamples: number;
}

/** Alpha of each resample; a draw is the indices of its units. Null where it is not defined. */
export function resampledAlphas(
  matrix: Matrix,
  categories: number,
  metric: Metric,
  draws: Iterable<number[]>,
): (number | null)[] {
  const patterns = patternsOf(countsOf(matrix, categories));
  const patternOf = new Map(
    patterns.flatMap(({ units }, pattern) => units.map((unit) => [unit, pattern] as const)),
  );
  return Array.from(draws, (draw) => {
    const times = patterns.map(() => 0);
    for (const unit of draw) {
      const pattern = patternOf.get(unit);
      if (pattern !== undefined) times[pattern] = (times[pattern] ?? 0) + 1;
    }
    return alphaOf(patterns, times, metric).value;
  });
}

/** The 2.5th and 97.5th percentiles of the resamples in which alpha is defined; null if half of them or more are not. */
export function intervalFrom(alphas: (number | null)[]): Interval | null {
  const known = alphas.filter((alpha) => alpha !== null).sort((a, b) => a - b);
  const undefinedResamples = alphas.length - known.length;
  if (known.length <= undefinedResamples) return null;
  return {
    low: percentile(known, 0.025),
    high: percentile(known, 0.975),
    resamples: alphas.length,
    undefinedResamples,
  };
}

/** A percentile of sorted values, linear between two of them (type 7 of Hyndman & Fan 1996). */
export function percentile(sorted: number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  return low + (place - below) * ((sorted[below + 1] ?? low) - low);
}

/** Draws of as many of the units as there are, each with replacement. */
export function* drawsOf(units: number, times: number, seed: number): Generator<number[]> {
  const generator = xoroshiro128plus(seed);
  for (let time = 0; time < times; time++)
    yield Array.from({ length: units }, () => uniformInt(generator, 0, units - 1));
}
