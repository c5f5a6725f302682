/** Terms and models as they are written in the literature. */
import type { SetColumn } from '../../model.js';
import { literalsOf, type Cube } from './cubes.js';

/** `A`, `~A`; `A[2]` of a multi-value condition. */
export function expressLiteral({ label, levels }: SetColumn, level: number): string {
  if (levels > 2) return `${label}[${String(level)}]`;
  return level === 1 ? label : `~${label}`;
}

/** `A*~B`; `1` for the term without literals, to which everything belongs. */
export function expressTerm(conditions: SetColumn[], term: Cube): string {
  const literals = literalsOf(term).map(({ condition, level }) => {
    const column = conditions[condition];
    return column ? expressLiteral(column, level) : '';
  });
  return literals.length > 0 ? literals.join('*') : '1';
}

/** Expressions in the order of their letters, on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** `A*~B + C`. */
export function joinTerms(terms: string[]): string {
  return [...terms].sort(compareText).join(' + ');
}
