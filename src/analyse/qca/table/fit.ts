/** Parameters of fit: how well the memberships x are a subset of the outcome y (Ragin 2006; PRI: Ragin 2008). */

/** Null where it is not defined (0/0). */
export interface Fit {
  inclS: number | null;
  pri: number | null;
  covS: number | null;
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Inclusion, proportional reduction in inconsistency and coverage of x as sufficient for y. */
export function fitOf(x: number[], y: number[]): Fit {
  let size = 0;
  let inside = 0;
  let both = 0;
  let outcome = 0;
  x.forEach((value, at) => {
    const result = y[at] ?? 0;
    size += value;
    outcome += result;
    inside += Math.min(value, result);
    both += Math.min(value, result, 1 - result);
  });
  return {
    inclS: ratio(inside, size),
    pri: ratio(inside - both, size - both),
    covS: ratio(inside, outcome),
  };
}

/** Unique coverage: the share of the outcome that only this membership covers; null if there is only one (Ragin 2006). */
export function uniqueCoverages(terms: number[][], y: number[]): (number | null)[] {
  if (terms.length === 1) return [null];
  const outcome = y.reduce((sum, value) => sum + value, 0);
  return terms.map((own) => {
    let unique = 0;
    y.forEach((result, at) => {
      const others = terms.reduce(
        (greatest, term) => (term === own ? greatest : Math.max(greatest, term[at] ?? 0)),
        0,
      );
      const value = own[at] ?? 0;
      unique += Math.min(value, result) - Math.min(value, result, others);
    });
    return ratio(unique, outcome);
  });
}
