/** Terms and models as they are written in the literature. */
import type { SetColumn } from '../../../domain/qca.js';
import { literalsOf, type Cube, type Literal } from '../algebra/cubes.js';

/** `A` and `~A`; where any condition has more than two levels `A[1]` and `A[0]` of all. Both notations in one model would confuse. */
export function expressLiteral(conditions: SetColumn[], { condition, level }: Literal): string {
  const label = conditions[condition]?.label ?? '';
  if (conditions.some(({ levels }) => levels > 2)) return `${label}[${String(level)}]`;
  return level === 1 ? label : `~${label}`;
}

/** `A*~B`; `1` for the term without literals, to which everything belongs. */
export function expressTerm(conditions: SetColumn[], term: Cube): string {
  const literals = literalsOf(term).map((literal) => expressLiteral(conditions, literal));
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
