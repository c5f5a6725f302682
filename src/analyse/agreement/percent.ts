/** Percent agreement, which knows nothing of chance. */
import { agreementByUnit, errorOf, observedAgreement } from './linearise.js';
import { completeUnits, countsOf, type Coefficient, type Matrix, type Weights } from './matrix.js';

/** The share of pairs of coders that agree, averaged over the units that two or more rated (Gwet 2014, p. 50). */
export function percentAgreement(matrix: Matrix, weights: Weights): Coefficient {
  const byUnit = agreementByUnit(countsOf(matrix, weights.length), weights);
  const value = observedAgreement(byUnit);
  if (value === null) return { observed: null, expected: null, value: null, error: null };
  const share = byUnit.length / byUnit.filter((each) => each !== null).length;
  const parts = byUnit.map((each) => (each === null ? 0 : share * each));
  return { observed: value, expected: 0, value, error: errorOf(parts, value) };
}

/** The share of the units rated by every coder in which all of them agree; null if there is no such unit. */
export function unanimity(matrix: Matrix): number | null {
  const complete = completeUnits(matrix);
  if (complete.length === 0) return null;
  return (
    complete.filter((unit) => unit.every((rating) => rating === unit[0])).length / complete.length
  );
}
