/** Which coefficients fit a set of ratings: by the number of coders, and by whether the categories have an order. */
import { drawsOf, intervalFrom, resampledAlphas } from './bootstrap.js';
import { congerKappa } from './conger.js';
import { brennanPrediger, fleissKappa } from './fleiss.js';
import { gwetAc } from './gwet.js';
import { cohenKappa, lightKappa } from './kappa.js';
import {
  intervalOf,
  krippendorffAlpha,
  nominal,
  ordinal,
  weightedAlpha,
  type Metric,
} from './krippendorff.js';
import type { Coefficient, Matrix } from './matrix.js';
import { percentAgreement } from './percent.js';
import type { AgreementCoefficient } from './schema.js';
import { identityWeights, linearWeights, ordinalWeights, quadraticWeights } from './weights.js';

/** Ratings of units that someone rated, and the categories to which they belong. */
export interface Sample {
  matrix: Matrix;
  /** How many categories there are, used or not. */
  categories: number;
  /** The values of categories in order; null for a nominal scale. */
  values: number[] | null;
}

/** Draws of the units: enough for percentiles that no longer move in the second digit. */
const resamples = 2000;
/** An arbitrary seed, fixed so that reports are reproducible. */
const seed = 20041;

/** All that fit. Intervals are computed if wanted, as they take time. */
export function coefficientsOf(sample: Sample, hasIntervals: boolean): AgreementCoefficient[] {
  const { matrix, categories, values } = sample;
  const identity = identityWeights(categories);
  const isOrdered = values !== null;
  const found: AgreementCoefficient[] = [
    named('percent', { ...percentAgreement(matrix, identity), expected: null }),
  ];
  if ((matrix[0]?.length ?? 0) === 2) {
    found.push(named('cohen', cohenKappa(matrix, identity)));
    if (isOrdered) found.push(named('cohen-linear', cohenKappa(matrix, linearWeights(categories))));
    if (isOrdered)
      found.push(named('cohen-quadratic', cohenKappa(matrix, quadraticWeights(categories))));
  } else {
    found.push(named('conger', congerKappa(matrix, identity)));
    found.push(
      named('light', {
        observed: null,
        expected: null,
        value: lightKappa(matrix, identity),
        error: null,
      }),
    );
  }
  found.push(named('fleiss', fleissKappa(matrix, identity)));
  found.push(named('brennan-prediger', brennanPrediger(matrix, identity)));
  found.push(named('gwet-ac1', gwetAc(matrix, identity)));
  if (isOrdered) found.push(named('gwet-ac2', gwetAc(matrix, ordinalWeights(categories))));
  return [...found, ...alphas(sample, hasIntervals)];
}

function alphas(
  { matrix, categories, values }: Sample,
  hasIntervals: boolean,
): AgreementCoefficient[] {
  const alpha = (
    name: AgreementCoefficient['name'],
    metric: Metric,
    error: number | null,
  ): AgreementCoefficient => {
    const { value } = krippendorffAlpha(matrix, categories, metric);
    // Its disagreements are in units of the metric, so they cannot be compared with shares of agreement.
    const coefficient = named(name, { observed: null, expected: null, value, error });
    if (!hasIntervals || value === null) return coefficient;
    return {
      ...coefficient,
      interval: intervalFrom(
        resampledAlphas(matrix, categories, metric, drawsOf(matrix.length, resamples, seed)),
      ),
    };
  };
  const found = [
    alpha(
      'krippendorff-nominal',
      nominal,
      weightedAlpha(matrix, identityWeights(categories)).error,
    ),
  ];
  if (values === null) return found;
  return [
    ...found,
    alpha('krippendorff-ordinal', ordinal, null),
    alpha('krippendorff-interval', intervalOf(values), null),
  ];
}

function named(
  name: AgreementCoefficient['name'],
  { observed, expected, value, error }: Coefficient,
): AgreementCoefficient {
  // A coefficient takes only samples with units in common, so that nothing but a lack of variation can leave it undefined,
  // or, with kappas that need complete units, a lack of those.
  const reason =
    value !== null
      ? null
      : observed === null && !name.startsWith('krippendorff')
        ? 'no-common-units'
        : 'no-variation';
  return { name, value, reason, observed, expected, error, interval: null };
}
