/** The part of a qualitative comparative analysis that was asked for. */
import type { Direction, Qca, Solution } from '../../analyse/qca/schema.js';
import type { QcaOptions } from './settings.js';
import { expectationsOf } from './expectations.js';

/** The part of a result that is asked for: directions and kinds of solution. The result keeps its form. */
export function shownPart(
  qca: Qca,
  { solutions, negate, expect }: Pick<QcaOptions, 'solutions' | 'negate' | 'expect'>,
): Qca {
  const asked = expect && expectationsOf(expect, qca.conditions);
  // Whatever study.md says too, it is the operator who expects this.
  const conditions = qca.conditions.map((each, at) =>
    asked?.[at] ? { ...each, expectedBy: null } : each,
  );
  const directions = qca.directions.filter(({ isNegated }) => !negate || isNegated);
  return {
    ...qca,
    conditions,
    directions: solutions ? directions.map((each) => withSolutions(each, solutions)) : directions,
  };
}

type Kinds = NonNullable<QcaOptions['solutions']>;

function withSolutions(direction: Direction, kinds: Kinds): Direction {
  const isShown = ({ kind }: Solution) => kinds.includes(kind);
  const enhanced = direction.enhanced && {
    ...direction.enhanced,
    solutions: direction.enhanced.solutions.filter(isShown),
  };
  return { ...direction, solutions: direction.solutions.filter(isShown), enhanced };
}

/**
 * The result as it is told in words: what counterfactuals say rests on the parsimonious and the intermediate solution beside each
 * other, so without one of them nothing is said of them.
 */
export function tellable(qca: Qca): Qca {
  const hasBoth = ({ solutions }: Direction) =>
    ['parsimonious', 'intermediate'].every((kind) => solutions.some((each) => each.kind === kind));
  const bare = (solution: Solution): Solution => ({
    ...solution,
    models: solution.models.map((model) => ({
      ...model,
      assumptions: [],
      easy: [],
      difficult: [],
    })),
  });
  return {
    ...qca,
    directions: qca.directions.map((each) =>
      hasBoth(each)
        ? each
        : { ...each, solutions: each.solutions.map(bare), contradictoryAssumptions: [] },
    ),
  };
}
