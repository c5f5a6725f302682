/** What figures of a qualitative comparative analysis share: which models are drawn, and how far a case belongs to one. */
import type { Cube } from '../../../analyse/qca/algebra/cubes.js';
import { membershipInModel } from '../../../analyse/qca/sets/memberships.js';
import type { Direction, Model, Qca, Solution, Term } from '../../../analyse/qca/schema.js';
import { outcomeOf } from '../../names/qca.js';

/** How many models of a solution are drawn; the tables hold all. */
const drawnAtMost = 2;

/** A model that is drawn. */
export interface Drawn {
  direction: Direction;
  kind: Solution['kind'];
  model: Model;
  /** Its number among the models of the solution, from 1. */
  number: number;
  /** How many the solution has. */
  all: number;
}

/** The models to be drawn: those of the intermediate solution, or where there is none of the conservative one. */
export function drawnModels({ directions }: Qca): Drawn[] {
  return directions.flatMap((direction) => {
    const find = (kind: Solution['kind']) =>
      direction.solutions.find((each) => each.kind === kind && each.models.length > 0);
    const solution = find('intermediate') ?? find('conservative') ?? find('parsimonious');
    if (!solution) return [];
    const { kind, models, modelCount } = solution;
    return models
      .slice(0, drawnAtMost)
      .map((model, index) => ({ direction, kind, model, number: index + 1, all: modelCount }));
  });
}

/** The level that a term fixes, by condition. */
function cubeOf({ conditions }: Qca, { literals }: Pick<Term, 'literals'>): Cube {
  return conditions.map(
    (_, index) => literals.find(({ condition }) => condition === index)?.level ?? null,
  );
}

/** A case by its memberships. */
export interface Placed {
  id: string;
  /** Membership in the model. */
  x: number;
  /** Membership in the outcome, or in its absence. */
  y: number;
}

/** Where each case stands. Cases with an unknown value are left out. */
export function placedCases(qca: Qca, { direction, model }: Drawn): Placed[] {
  const outcome = outcomeOf(qca, direction.isNegated);
  const cubes = model.terms.map((term) => cubeOf(qca, term));
  return qca.cases.flatMap(({ case: id, values }) => {
    const known = values.filter((value) => value !== null);
    const y = outcome.get(id) ?? null;
    if (known.length < values.length || y === null) return [];
    return [{ id, x: membershipInModel(qca.conditions, known, cubes), y }];
  });
}
