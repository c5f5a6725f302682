/** Ratings as the coefficients take them: a row a unit, a column a coder, each cell the index of a category. */

/** Null: this coder did not rate this unit. */
export type Matrix = (number | null)[][];

/** How near two categories are: 1 for the same one, 0 for no agreement at all. */
export type Weights = number[][];

/** A coefficient of agreement. What is not defined is null. */
export interface Coefficient {
  /** Observed agreement, 0 to 1. */
  observed: number | null;
  /** Agreement that chance alone would give. */
  expected: number | null;
  value: number | null;
  /** Standard error. */
  error: number | null;
}

/** A coefficient that the ratings do not define. */
export const undefinedCoefficient: Coefficient = {
  observed: null,
  expected: null,
  value: null,
  error: null,
};

/** How many coders put each unit into each category; units that nobody rated are left out. */
export interface Counts {
  rows: { total: number; by: number[] }[];
  /** Units that two or more coders rated. */
  pairable: number;
}

/** How often each unit was put into each category. */
export function countsOf(matrix: Matrix, categories: number): Counts {
  const rows = matrix.map((unit) => {
    const by = new Array<number>(categories).fill(0);
    for (const rating of unit) if (rating !== null) by[rating] = (by[rating] ?? 0) + 1;
    return { total: sum(by), by };
  });
  const rated = rows.filter(({ total }) => total > 0);
  return { rows: rated, pairable: rated.filter(({ total }) => total > 1).length };
}

/** The units that every coder rated. */
export function completeUnits(matrix: Matrix): number[][] {
  return matrix.filter((unit): unit is number[] => unit.every((rating) => rating !== null));
}

/** The sum of numbers, 0 for none. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The sum of products of two lists of one length. */
export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, index) => total + value * (b[index] ?? 0), 0);
}

/** Each category's weights with a distribution: what a rating of it agrees with on average. */
export function weighted(weights: Weights, shares: readonly number[]): number[] {
  return weights.map((row) => dot(row, shares));
}
