/**
 * The indirect method (Ragin 2008, ch. 5, pp. 94–97): cases are sorted into rough grades by the thresholds, and a curve that is
 * fitted to the grades smooths them into memberships.
 */
import { Matrix, solve } from 'ml-matrix';

/**
 * Quasi-binomial regression of the grades on a fractional polynomial (log x, √x, x, x²) by iteratively reweighted least
 * squares; to six digits, since a fit is no more precise. Values must be above 0.
 */
export function fitCurve(values: number[], thresholds: number[]): number[] {
  const grades = values.map(
    (value) => thresholds.filter((threshold) => threshold < value).length / thresholds.length,
  );
  const columns = standardised(
    values.map((value) => [1, Math.log(value), Math.sqrt(value), value, value ** 2]),
  );
  let fitted = grades.map((grade) => (grade + 0.5) / 2);
  let predictors = fitted.map((degree) => Math.log(degree / (1 - degree)));
  let last = Infinity;
  // Convergence by the deviance, as generalised linear models do; separated data never converge, hence the limit.
  for (let step = 0; step < 25; step++) {
    predictors = stepOf(columns, grades, predictors, fitted);
    // Perfectly separated grades would make the curve a step of infinite slope.
    predictors = predictors.map((predictor) => Math.max(-steepest, Math.min(steepest, predictor)));
    fitted = predictors.map((predictor) => 1 / (1 + Math.exp(-predictor)));
    const deviance = devianceOf(grades, fitted);
    if (Math.abs(deviance - last) / (Math.abs(deviance) + 0.1) < 1e-8) break;
    last = deviance;
  }
  return fitted.map((degree) => Math.round(degree * 1e6) / 1e6);
}

/** Log odds beyond which six digits show 0 or 1. */
const steepest = 20;

/** One weighted least squares step: the new linear predictors. */
function stepOf(
  columns: number[][],
  grades: number[],
  predictors: number[],
  fitted: number[],
): number[] {
  const roots = fitted.map((degree) => Math.sqrt(Math.max(degree * (1 - degree), Number.EPSILON)));
  const working = predictors.map(
    (predictor, index) =>
      predictor + ((grades[index] ?? 0) - (fitted[index] ?? 0)) / (roots[index] ?? 1) ** 2,
  );
  // The decomposition needs as many equations as coefficients; empty ones change nothing.
  const missing = Math.max(0, (columns[0]?.length ?? 0) - columns.length);
  const padding = Array.from({ length: missing }, () => 0);
  const equations = columns.map((row, index) => row.map((cell) => cell * (roots[index] ?? 0)));
  const weighted = new Matrix([
    ...equations,
    ...padding.map(() => (columns[0] ?? []).map(() => 0)),
  ]);
  const target = Matrix.columnVector([
    ...working.map((value, index) => value * (roots[index] ?? 0)),
    ...padding,
  ]);
  const coefficients = solve(weighted, target, true);
  return new Matrix(columns).mmul(coefficients).to1DArray();
}

/** Columns of one size, so that the equations stay well-conditioned; the fit is the same. */
function standardised(rows: number[][]): number[][] {
  const sizes = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => Math.abs(row[column] ?? 0)), Number.MIN_VALUE),
  );
  return rows.map((row) => row.map((cell, column) => cell / (sizes[column] ?? 1)));
}

function devianceOf(grades: number[], fitted: number[]): number {
  const part = (share: number, fitted: number) =>
    share === 0 ? 0 : share * Math.log(share / fitted);
  return (
    2 *
    grades.reduce(
      (sum, grade, index) =>
        sum + part(grade, fitted[index] ?? 0) + part(1 - grade, 1 - (fitted[index] ?? 0)),
      0,
    )
  );
}
