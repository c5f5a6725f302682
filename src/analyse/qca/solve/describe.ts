/** Solutions in the form of the result: expressions, fits, cases, rows taken as positive. */
import { compareText, expressTerm, joinTerms } from '../table/expressions.js';
import { literalsOf, type Cube } from '../algebra/cubes.js';
import { fitOf, uniqueCoverages, type Fit } from '../table/fit.js';
import { membershipInTerm } from '../sets/memberships.js';
import { rowsOf, type RowSet } from '../table/row-sets.js';
import type { Model, Solution } from '../schema.js';
import type { Solved } from './solutions.js';
import type { Task } from './tasks.js';

/** A term with its fits. */
interface KnownTerm {
  cube: Cube;
  expression: string;
  memberships: number[];
  fit: Fit;
}

/** Describes terms, each only once since models share them. */
export type Know = (cube: Cube) => KnownTerm;

/** Describes terms by their fits, each computed once. */
export function startKnowing({ data, outcomes }: Task): Know {
  const terms = new Map<string, KnownTerm>();
  return (cube) => {
    const expression = expressTerm(data.conditions, cube);
    const known = terms.get(expression);
    if (known) return known;
    const memberships = data.rows.map(({ values }) =>
      membershipInTerm(data.conditions, values, cube),
    );
    const term = { cube, expression, memberships, fit: fitOf(memberships, outcomes) };
    terms.set(expression, term);
    return term;
  };
}

function termsOf(task: Task, terms: KnownTerm[]): Model['terms'] {
  const unique = uniqueCoverages(terms.map(({ memberships }) => memberships), task.outcomes); // prettier-ignore
  const idsOf = (holds: (at: number) => boolean) =>
    task.data.rows.flatMap((row, at) => (holds(at) ? [row.case] : []));
  return terms.map((term, index) => {
    const isIn = (at: number) => (term.memberships[at] ?? 0) > 0.5;
    const isAlone = (at: number) =>
      !terms.some((other) => other !== term && (other.memberships[at] ?? 0) > 0.5);
    return {
      expression: term.expression,
      literals: literalsOf(term.cube),
      ...term.fit,
      covU: unique[index] ?? null,
      cases: idsOf(isIn),
      uniqueCases: idsOf((at) => isIn(at) && isAlone(at)),
    };
  });
}

const none: RowSet = { listed: [], count: 0 };

/** How many rows each of so many models may list: a handful of models lists all that the caps allow, a thousand few. */
export function rowsEach({ options }: Task, models: number): number {
  return Math.min(
    options.caps.rows,
    Math.max(20, Math.floor((10 * options.caps.rows) / Math.max(1, models))),
  );
}

/** A model with its fit and the rows that it takes as positive. */
export function describeModel(task: Task, know: Know, cubes: Cube[], limit: number): Model {
  const terms = cubes.map(know).sort((a, b) => compareText(a.expression, b.expression));
  const memberships = task.outcomes.map((_, at) =>
    Math.max(0, ...terms.map((term) => term.memberships[at] ?? 0)),
  );
  const { inclS, pri, covS } = fitOf(memberships, task.outcomes);
  const settled = task.known.filter((row) => !task.optional.includes(row));
  const assumptions = rowsOf(cubes, settled, task.levels, limit);
  return {
    expression: joinTerms(terms.map(({ expression }) => expression)),
    terms: termsOf(task, terms),
    inclS,
    pri,
    covS,
    assumptions: assumptions.listed,
    assumptionCount: assumptions.count,
    easy: none.listed,
    easyCount: none.count,
    difficult: none.listed,
    difficultCount: none.count,
    pairs: [],
  };
}

/** The prime implicants, or the shortest of them. */
export function listPrimes(
  task: Task,
  solved: Pick<Solved, 'primes'>,
): Solution['primeImplicants'] {
  const size = ({ cube }: Solved['primes'][number]) => literalsOf(cube).length;
  const shortest = [...solved.primes]
    .sort((a, b) => size(a) - size(b))
    .slice(0, task.options.caps.listedPrimeImplicants);
  const list = shortest.map(({ cube, covers }) => {
    return {
      expression: expressTerm(task.data.conditions, cube),
      literals: literalsOf(cube),
      covers,
    };
  });
  return list.sort((a, b) => compareText(a.expression, b.expression));
}

/** A conservative or parsimonious solution. */
export function describeSolution(task: Task, kind: Solution['kind'], solved: Solved): Solution {
  const know = startKnowing(task);
  const { status, stoppedAt, count } = solved;
  const models = solved.models.map((cubes) =>
    describeModel(task, know, cubes, rowsEach(task, solved.models.length)),
  );
  return {
    kind,
    status,
    stoppedAt,
    primeImplicants: listPrimes(task, solved),
    primeImplicantCount: solved.primes.length,
    models: models.sort((a, b) => compareText(a.expression, b.expression)),
    modelCount: count,
    isComplete: stoppedAt === null && models.length === count,
    essential: solved.essential
      .map((cube) => expressTerm(task.data.conditions, cube))
      .sort(compareText),
  };
}
