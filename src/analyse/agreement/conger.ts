/** Conger's kappa: Cohen's for any number of coders, each with a distribution of their own (Conger 1980). */
import { agreementByUnit, correctForChance } from './linearise.js';
import {
  countsOf,
  dot,
  sum,
  undefinedCoefficient,
  weighted,
  type Coefficient,
  type Matrix,
  type Weights,
} from './matrix.js';

/** With two coders and complete data it is Cohen's. A coder without any rating makes it undefined. */
export function congerKappa(matrix: Matrix, weights: Weights): Coefficient {
  const rated = matrix.filter((unit) => unit.some((rating) => rating !== null));
  const counts = countsOf(rated, weights.length);
  const coders = codersOf(rated, weights);
  if (counts.pairable === 0 || coders.some(({ units }) => units === 0)) return undefinedCoefficient;
  const pairs = coders.length * (coders.length - 1);
  const total = weights.map((_, category) => sum(coders.map(({ near }) => near[category] ?? 0)));
  // What the other coders together make of a category.
  const others = coders.map(({ near }) =>
    total.map((value, category) => value - (near[category] ?? 0)),
  );
  const means = coders.map(({ shares }, coder) => dot(others[coder] ?? [], shares));
  const expected = sum(means) / pairs;
  const pull = (unit: number) =>
    sum(
      coders.map(({ units }, coder) => {
        const rating = rated[unit]?.[coder] ?? null;
        return rating === null
          ? 0
          : (rated.length / units) * ((others[coder]?.[rating] ?? 0) - (means[coder] ?? 0));
      }),
    ) *
    (2 / pairs);
  return correctForChance(agreementByUnit(counts, weights), expected, pull);
}

interface Coder {
  /** How many units they rated. */
  units: number;
  shares: number[];
  /** What each category agrees with on average in this coder's ratings. */
  near: number[];
}

function codersOf(matrix: Matrix, weights: Weights): Coder[] {
  return Array.from({ length: matrix[0]?.length ?? 0 }, (_, coder) => {
    const ratings = matrix.flatMap((unit) => unit[coder] ?? []);
    const shares = weights.map(
      (_row, category) => ratings.filter((rating) => rating === category).length / ratings.length,
    );
    return { units: ratings.length, shares, near: weighted(weights, shares) };
  });
}
