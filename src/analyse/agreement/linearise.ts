/**
 * What the coefficients of any number of coders share: observed agreement over pairs of coders, and a standard error from each
 * unit's own part in the result (linearisation; Gwet 2008, 2014 ch. 5).
 */
import { dot, sum, weighted, type Coefficient, type Counts, type Weights } from './matrix.js';

/** A difference smaller than this is one of rounding. */
export const tolerance = 1e-12;

/** Each unit's agreement among the pairs of its coders; null where it has no pair. */
export function agreementByUnit({ rows }: Counts, weights: Weights): (number | null)[] {
  return rows.map(({ total, by }) => {
    if (total < 2) return null;
    const near = weighted(weights, by);
    return (
      sum(by.map((count, category) => count * ((near[category] ?? 0) - 1))) / (total * (total - 1))
    );
  });
}

/** The mean of the units that have a pair of coders; null if there is none. */
export function observedAgreement(byUnit: (number | null)[]): number | null {
  const known = byUnit.filter((value) => value !== null);
  return known.length === 0 ? null : sum(known) / known.length;
}

/** The share of each category: the mean over units of the share of its coders. */
export function sharesOf({ rows }: Counts): number[] {
  const categories = rows[0]?.by.length ?? 0;
  return Array.from(
    { length: categories },
    (_, category) => sum(rows.map(({ total, by }) => (by[category] ?? 0) / total)) / rows.length,
  );
}

/**
 * (observed − expected) / (1 − expected). `pull` is each unit's own part in the expected agreement, as a deviation from it;
 * not defined where chance alone agrees always, as it does if only one category is in use.
 */
export function correctForChance(
  byUnit: (number | null)[],
  expected: number,
  pull: (unit: number) => number,
): Coefficient {
  const observed = observedAgreement(byUnit);
  if (observed === null || 1 - expected < tolerance)
    return { observed, expected, value: null, error: null };
  const value = (observed - expected) / (1 - expected);
  const share = byUnit.length / byUnit.filter((each) => each !== null).length;
  const parts = byUnit.map((each, unit) => {
    const own = each === null ? 0 : (share * (each - expected)) / (1 - expected);
    return own - ((1 - value) * pull(unit)) / (1 - expected);
  });
  return { observed, expected, value, error: errorOf(parts, value) };
}

/** The standard error of a mean of such parts around a value; null for a single unit. */
export function errorOf(parts: number[], value: number): number | null {
  const n = parts.length;
  return n < 2 ? null : Math.sqrt(sum(parts.map((part) => (part - value) ** 2)) / (n * (n - 1)));
}

/** A unit's own mean of some value of the categories, by how its coders used them. */
export function ownMean({ rows }: Counts, values: number[]): (unit: number) => number {
  return (unit) => {
    const row = rows[unit];
    return row ? dot(row.by, values) / row.total : 0;
  };
}
