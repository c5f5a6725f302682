/**
 * Most similar pairs with different outcomes, most different pairs with the same outcome. The measure is plain: shared states
 * among the components that both cases decide.
 */
import { compareIn, pairsOf, type Pair, type Readings } from '../../study/elimination.js';
import type { Likeness, Mill } from './schema.js';

const shownAtMost = 10;

/** How alike two cases are; null if they decide no component together. */
export function likenessOf(readings: Readings, [a, b]: Pair): Likeness | null {
  const counts = { equal: 0, different: 0, undecided: 0 };
  for (const { id } of readings.components) counts[compareIn(readings, id, [a, b])] += 1;
  const decided = counts.equal + counts.different;
  return decided === 0 ? null : { cases: [a, b], ...counts, similarity: counts.equal / decided };
}

/** Most similar first; among equals those with more decided components, then the order of the study. */
export function bySimilarity(one: Likeness, other: Likeness): number {
  return other.similarity - one.similarity || one.undecided - other.undecided;
}

/** The pairs of cases that either design asks for, ranked. */
export function rankPairs(readings: Readings): Mill['pairs'] {
  const { outcome } = readings;
  const all = pairsOf([...outcome.keys()]).flatMap((pair) => likenessOf(readings, pair) ?? []);
  const relation = ({ cases: [a, b] }: Likeness) => {
    const [one, other] = [outcome.get(a) ?? null, outcome.get(b) ?? null];
    return one === null || other === null ? 'unknown' : one === other ? 'alike' : 'apart';
  };
  const ranked = (wanted: ReturnType<typeof relation>, sort: typeof bySimilarity) =>
    all
      .filter((each) => relation(each) === wanted)
      .sort(sort)
      .slice(0, shownAtMost);
  return {
    mostSimilar: ranked('apart', bySimilarity),
    mostDifferent: ranked(
      'alike',
      (one, other) => one.similarity - other.similarity || one.undecided - other.undecided,
    ),
    unknown: ranked('unknown', bySimilarity),
  };
}
