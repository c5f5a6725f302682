/**
 * Counterfactuals (Ragin and Sonnett 2005): which remainders a parsimonious model takes as positive against expectations. Terms
 * stand for remainders, so that none has to be enumerated.
 */
import { absorb, contains, type Cube } from '../algebra/cubes.js';
import type { Settings } from '../search/settings.js';

/**
 * Expectations for one direction: whatever is expected to contribute to the outcome is not expected to contribute to its
 * absence, and the other way round. An expectation of all levels or of none has no effect.
 */
export function expectationsFor(
  settings: Settings,
  levels: number[],
  isNegated: boolean,
): Settings['expectations'] {
  return levels.map((count, at) => {
    const expected = settings.expectations[at] ?? [];
    if (expected.length === 0 || expected.length >= count) return null;
    return isNegated
      ? Array.from({ length: count }, (_, level) => level).filter(
          (level) => !expected.includes(level),
        )
      : expected;
  });
}

/** A conservative term without the literals that a parsimonious term within it does not need and that expectations contradict. */
function ease(
  conservative: Cube,
  parsimonious: Cube,
  expectations: Settings['expectations'],
): Cube {
  return conservative.map((level, at) => {
    const expected = expectations[at];
    const mayGo =
      level !== null && parsimonious[at] === null && expected != null && !expected.includes(level);
    return mayGo ? null : level;
  });
}

/** The terms between a conservative and a parsimonious model: what they cover beyond the cases are the easy counterfactuals. */
export function easyTerms(
  conservative: Cube[],
  parsimonious: Cube[],
  expectations: Settings['expectations'],
): Cube[] {
  return absorb(
    conservative.flatMap((term) =>
      parsimonious
        .filter((part) => contains(part, term))
        .map((part) => ease(term, part, expectations)),
    ),
  );
}
