/**
 * Necessary conditions: inclusion and coverage by Ragin 2006, relevance of necessity by Schneider & Wagemann 2012, p. 236.
 * The cut-offs, 0.9 for necessity and 0.5 for relevance, are conventions.
 */
import type { DataSet } from '../../../domain/qca.js';
import { expressLiteral } from './expressions.js';
import { membershipInLevel, outcomesOf } from '../sets/memberships.js';
import type { Direction } from '../schema.js';

/** What is necessary for the outcome, with its fits. */
export type Necessity = Direction['necessity'];

/** What a combination must reach to be listed. */
const necessityCuts = { inclN: 0.9, covN: 0.5, ron: 0.5 };

/** Combinations that are looked at; smaller ones come first. Up to 11 two-level conditions fit. */
const maxCombinations = 250_000;

/** Cut-offs are compared with a tolerance: a sum of shares that should be 0.9 may be a little less. */
const tolerance = 1e-9;

interface Literal {
  condition: number;
  expression: string;
  /** By case. */
  degrees: number[];
}

/** Every literal, and the combinations that pass the cut-offs: conjunctions all, disjunctions if no smaller one says it already. */
export function seekNecessity(data: DataSet, isNegated: boolean): Necessity {
  const outcomes = outcomesOf(data, isNegated);
  const literals = literalsIn(data);
  const single = literals.map(({ expression, degrees }) => ({
    expression,
    ...fitN(degrees, outcomes),
  }));
  return { single, ...seekCombinations(data, literals, outcomes) };
}

/** Presence before absence; levels of a multi-value condition in their order. */
function literalsIn({ conditions, rows }: DataSet): Literal[] {
  return conditions.flatMap((column, condition) => {
    const levels = column.levels > 2 ? [...Array(column.levels).keys()] : [1, 0];
    return levels.map((level) => ({
      condition,
      expression: expressLiteral(conditions, { condition, level }),
      degrees: rows.map(({ values }) => membershipInLevel(column, values[condition] ?? 0, level)),
    }));
  });
}

function seekCombinations(
  data: DataSet,
  literals: Literal[],
  outcomes: number[],
): Pick<Necessity, 'combinations' | 'largest'> {
  const sizes = countBySize(data.conditions.map(({ levels }) => levels));
  const found: Found[] = [];
  let looked = 0;
  let largest = 0;
  for (const count of sizes) {
    if (looked + count > maxCombinations) break;
    looked += count;
    largest++;
    found.push(...ofSize(largest, { literals, outcomes, smaller: [...found] }));
  }
  const isRelevant = ({ fit: { ron } }: Found) =>
    ron !== null && ron > necessityCuts.ron - tolerance;
  return {
    combinations: found.filter(isRelevant).map(({ expression, fit }) => ({ expression, ...fit })),
    largest,
  };
}

interface Found {
  literals: Literal[];
  expression: string;
  fit: ReturnType<typeof fitN>;
}

interface Search {
  literals: Literal[];
  outcomes: number[];
  /** The findings of smaller sizes. */
  smaller: Found[];
}

/** All combinations of so many literals, each of another condition, that pass. */
function ofSize(size: number, search: Search): Found[] {
  const found: Found[] = [];
  const grow = (chosen: Literal[], all: number[], any: number[], from: number) => {
    if (chosen.length === size) {
      const passing = judge(chosen, all, any, search);
      if (passing) found.push(passing);
      return;
    }
    for (const [offset, literal] of search.literals.slice(from).entries()) {
      if (chosen.at(-1)?.condition === literal.condition) continue;
      const { degrees } = literal;
      const nextAll = all.map((degree, at) => Math.min(degree, degrees[at] ?? 0));
      const nextAny = any.map((degree, at) => Math.max(degree, degrees[at] ?? 0));
      grow([...chosen, literal], nextAll, nextAny, from + offset + 1);
    }
  };
  const { outcomes } = search;
  grow(
    [],
    outcomes.map(() => 1),
    outcomes.map(() => 0),
    0,
  );
  return found;
}

/** A conjunction that passes, else the disjunction of the same literals if it passes and no smaller finding is part of it. */
function judge(
  chosen: Literal[],
  all: number[],
  any: number[],
  { outcomes, smaller }: Search,
): Found | null {
  const conjunction = fitN(all, outcomes);
  if (passes(conjunction))
    return { literals: chosen, expression: expressed(chosen, '*'), fit: conjunction };
  if (chosen.length === 1) return null;
  const disjunction = fitN(any, outcomes);
  if (!passes(disjunction)) return null;
  const isSaid = smaller.some(({ literals }) =>
    literals.every((literal) => chosen.includes(literal)),
  );
  return isSaid
    ? null
    : { literals: chosen, expression: expressed(chosen, ' + '), fit: disjunction };
}

function expressed(literals: Literal[], sign: string): string {
  return literals.map(({ expression }) => expression).join(sign);
}

function passes({ inclN, covN }: ReturnType<typeof fitN>): boolean {
  return (
    inclN !== null &&
    covN !== null &&
    inclN > necessityCuts.inclN - tolerance &&
    covN > necessityCuts.covN - tolerance
  );
}

/** Inclusion, relevance and coverage of x as necessary for y; null where not defined. */
function fitN(
  x: number[],
  y: number[],
): { inclN: number | null; ron: number | null; covN: number | null } {
  let [both, sumX, sumY] = [0, 0, 0];
  x.forEach((degree, at) => {
    const outcome = y[at] ?? 0;
    both += Math.min(degree, outcome);
    sumX += degree;
    sumY += outcome;
  });
  const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    inclN: ratio(both, sumY),
    ron: ratio(x.length - sumX, x.length - both),
    covN: ratio(both, sumX),
  };
}

/** How many combinations there are of one literal, of two, and so on. */
function countBySize(levels: number[]): number[] {
  const counts = levels.reduce<number[]>(
    (sizes, count) =>
      [...sizes, 0].map((size, at) => size + (at > 0 ? (sizes[at - 1] ?? 0) * count : 0)),
    [1],
  );
  return counts.slice(1);
}
