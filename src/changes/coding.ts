/** What changed in the marks of coders and in what they settled. Coders are not named: a report may be for blind review. */
import type { CoderRating, Coding } from '../domain/study.js';
import { keyOf } from '../text/names.js';
import { entrySubject } from './entries.js';
import { changed, type Found } from './found.js';
import type { Pair } from './match.js';
import { keyOfParts } from '../study/keys.js';

/** Marks of coders with files of their own, and settlements. Marks in notes are changes of entries. */
export function changesOfCoding(pair: Pair): Found[] {
  const { older, newer } = pair;
  return [
    ...between(pair, ratingsIn(older.coding), ratingsIn(newer.coding), 'coder-mark'),
    ...between(pair, settlementsIn(older.coding), settlementsIn(newer.coding), 'settlement'),
  ];
}

interface Given {
  by: string;
  rating: CoderRating;
}

function ratingsIn({ coders }: Coding): Given[] {
  return coders.flatMap(({ name, path, ratings }) =>
    path === null ? [] : ratings.map((rating) => ({ by: keyOf(name), rating })),
  );
}

function settlementsIn({ settlements }: Coding): Given[] {
  return settlements.map((rating) => ({ by: '', rating }));
}

function between(
  { caseOf, componentOf }: Pair,
  older: Given[],
  newer: Given[],
  what: 'settlement' | 'coder-mark',
): Found[] {
  const then = new Map(
    older.map((each) => [
      keyOfParts(each.by, caseOf(each.rating.case), componentOf(each.rating.component.id)),
      each.rating,
    ]),
  );
  const now = new Map(
    newer.map((each) => [
      keyOfParts(each.by, each.rating.case, each.rating.component.id),
      each.rating,
    ]),
  );
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((unit) => {
    const [before, after] = [then.get(unit), now.get(unit)];
    const rating = after ?? before;
    if (!rating) return [];
    const id = after ? after.case : caseOf(rating.case);
    const component = after ? after.component.id : componentOf(rating.component.id);
    return changed(markOf(before), markOf(after), {
      of: what,
      id: component,
      case: id,
      component,
      at: rating.place,
      isGone: !after,
      subjects: [entrySubject(id, component)],
    });
  });
}

/** A unit without a mark counts as not rated. */
function markOf(rating: CoderRating | undefined): string | null {
  if (!rating || rating.state === 'not-rated') return null;
  return rating.rating ?? rating.state;
}
