/** The degree to which a case belongs to a configuration, term or model (Ragin 2008: minimum and maximum). */
import type { DataSet, SetColumn } from '../../../domain/qca.js';
import type { Cube } from '../algebra/cubes.js';

/** Membership in one level of a condition: of a fuzzy set the value, or 1 - value for its absence. */
export function membershipInLevel({ isFuzzy }: SetColumn, value: number, level: number): number {
  if (isFuzzy) return level === 1 ? value : 1 - value;
  return value === level ? 1 : 0;
}

/** Membership in a term: the least of its literals; 1 in a term without literals. */
export function membershipInTerm(conditions: SetColumn[], values: number[], term: Cube): number {
  return term.reduce<number>((least, level, at) => {
    const condition = conditions[at];
    const value = values[at];
    if (level === null || !condition || value === undefined) return least;
    return Math.min(least, membershipInLevel(condition, value, level));
  }, 1);
}

/** Membership in a model: the greatest of its terms; 0 in a model without terms. */
export function membershipInModel(
  conditions: SetColumn[],
  values: number[],
  terms: Cube[],
): number {
  return terms.reduce(
    (greatest, term) => Math.max(greatest, membershipInTerm(conditions, values, term)),
    0,
  );
}

/** The configuration to which a case belongs by more than half; null if a membership is exactly 0.5. */
export function cornerOf(conditions: SetColumn[], values: number[]): number[] | null {
  if (conditions.some(({ isFuzzy }, at) => isFuzzy && values[at] === 0.5)) return null;
  return values.map((value, at) => (conditions[at]?.isFuzzy ? Number(value > 0.5) : value));
}

/** Memberships of the cases in the outcome, or in its absence. */
export function outcomesOf(data: DataSet, isNegated: boolean): number[] {
  return data.rows.map(({ outcome }) => (isNegated ? 1 - outcome : outcome));
}
