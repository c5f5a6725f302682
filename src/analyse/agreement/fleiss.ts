/** Fleiss' kappa and its near relation, the coefficient of Brennan and Prediger: any number of coders, missing ratings, weights. */
import { agreementByUnit, correctForChance, ownMean, sharesOf } from './linearise.js';
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

/**
 * Chance as if all coders drew from one distribution (Fleiss 1971). As in Gwet (2014), units with one rating count for the
 * distribution, those with two or more for the agreement.
 */
export function fleissKappa(matrix: Matrix, weights: Weights): Coefficient {
  const counts = countsOf(matrix, weights.length);
  if (counts.pairable === 0) return undefinedCoefficient;
  const shares = sharesOf(counts);
  const near = weighted(weights, shares);
  const expected = dot(near, shares);
  const own = ownMean(counts, near);
  return correctForChance(
    agreementByUnit(counts, weights),
    expected,
    (unit) => 2 * (own(unit) - expected),
  );
}

/** Chance as if every category of the list were as likely as any other (Brennan & Prediger 1981). */
export function brennanPrediger(matrix: Matrix, weights: Weights): Coefficient {
  const counts = countsOf(matrix, weights.length);
  if (counts.pairable === 0) return undefinedCoefficient;
  const expected = sum(weights.map(sum)) / weights.length ** 2;
  return correctForChance(agreementByUnit(counts, weights), expected, () => 0);
}
