/** Gwet's AC1 and AC2, which stay near the observed agreement where one category prevails. */
import { agreementByUnit, correctForChance, ownMean, sharesOf } from './linearise.js';
import {
  countsOf,
  sum,
  undefinedCoefficient,
  type Coefficient,
  type Matrix,
  type Weights,
} from './matrix.js';

/**
 * AC1 with identity weights, AC2 with any other (Gwet 2008; 2014, ch. 4). Categories that nobody used count: chance depends
 * on how many there are to choose from.
 */
export function gwetAc(matrix: Matrix, weights: Weights): Coefficient {
  const categories = weights.length;
  const counts = countsOf(matrix, categories);
  if (counts.pairable === 0 || categories < 2) return undefinedCoefficient;
  const shares = sharesOf(counts);
  const scale = sum(weights.map(sum)) / (categories * (categories - 1));
  const expected = scale * sum(shares.map((share) => share * (1 - share)));
  const own = ownMean(
    counts,
    shares.map((share) => scale * (1 - share)),
  );
  return correctForChance(
    agreementByUnit(counts, weights),
    expected,
    (unit) => 2 * (own(unit) - expected),
  );
}
