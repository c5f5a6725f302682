/** Cohen's kappa, plain and weighted, of two coders, over the units that both rated; and Light's mean of it over pairs. */
import { tolerance } from './linearise.js';
import {
  completeUnits,
  dot,
  sum,
  weighted,
  type Coefficient,
  type Matrix,
  type Weights,
} from './matrix.js';

/** Cohen's kappa with its standard errors; null where it is not defined. */
export interface Kappa extends Coefficient {
  /** Standard error under the hypothesis that the coders agree by chance alone. */
  nullError: number | null;
}

/**
 * Cohen (1960, 1968); standard errors by Fleiss, Cohen & Everitt (1969). Categories are those of `weights`, used or not. Not
 * defined if both coders put every unit into the same category.
 */
export function cohenKappa(matrix: Matrix, weights: Weights): Kappa {
  const pairs = completeUnits(matrix);
  if (pairs.length === 0)
    return { observed: null, expected: null, value: null, error: null, nullError: null };
  const table = sharesIn(pairs, weights.length);
  const rows = table.map(sum);
  const columns = weights.map((_, b) => sum(table.map((row) => row[b] ?? 0)));
  const observed = sum(table.map((row, a) => dot(row, weights[a] ?? [])));
  const rowMeans = weighted(weights, columns);
  const columnMeans = weighted(weights, rows);
  const expected = dot(rows, rowMeans);
  if (1 - expected < tolerance)
    return { observed, expected, value: null, error: null, nullError: null };
  const value = (observed - expected) / (1 - expected);
  const over = (share: (a: number, b: number) => number, factor: number) =>
    sum(
      weights.flatMap((row, a) =>
        row.map(
          (weight, b) =>
            share(a, b) * (weight - ((rowMeans[a] ?? 0) + (columnMeans[b] ?? 0)) * factor) ** 2,
        ),
      ),
    );
  const errorFrom = (squares: number, mean: number) =>
    Math.sqrt(Math.max(0, squares - mean ** 2) / pairs.length) / (1 - expected);
  return {
    observed,
    expected,
    value,
    error: errorFrom(
      over((a, b) => table[a]?.[b] ?? 0, 1 - value),
      value - expected * (1 - value),
    ),
    nullError: errorFrom(
      over((a, b) => (rows[a] ?? 0) * (columns[b] ?? 0), 1),
      expected,
    ),
  };
}

/** The share of pairs in each cell of the table of two coders. */
function sharesIn(pairs: Matrix, categories: number): number[][] {
  return Array.from({ length: categories }, (_, a) =>
    Array.from(
      { length: categories },
      (_other, b) => pairs.filter((pair) => pair[0] === a && pair[1] === b).length / pairs.length,
    ),
  );
}

/** The mean of Cohen's kappa over all pairs of coders, on the units that all rated (Light 1971); null if one pair has none. */
export function lightKappa(matrix: Matrix, weights: Weights): number | null {
  const complete = completeUnits(matrix);
  const coders = Array.from({ length: complete[0]?.length ?? 0 }, (_, index) => index);
  const values = coders.flatMap((a) =>
    coders.slice(a + 1).map((b) => {
      const pairs = complete.map((unit) => [unit[a] ?? null, unit[b] ?? null]);
      return cohenKappa(pairs, weights).value;
    }),
  );
  const known = values.filter((value) => value !== null);
  return values.length === 0 || known.length < values.length ? null : sum(known) / known.length;
}
