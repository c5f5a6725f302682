/** Which record is meant by an id that is spelt differently in the study. */
import type { Study } from '../domain/study.js';
import { spellingsOf } from '../text/names.js';

/** Finds the one id that a note of a case would cite; null where there is none, or where another record could be meant. */
export function recordsMeant({
  records,
}: Pick<Study, 'records'>): (written: string, inCase: string | null) => string | null {
  const homes = new Map<string, Set<string | null>>();
  const twice = new Set<string>();
  for (const { id, case: home } of records) {
    const cases = homes.get(id) ?? new Set<string | null>();
    if (cases.has(home)) twice.add(id);
    homes.set(id, cases.add(home));
  }
  const spellings = spellingsOf(
    [...homes].flatMap(([id, cases]) => [
      id,
      ...[...cases].flatMap((home) => (home === null ? [] : `${home}/${id}`)),
    ]),
  );
  return (written, inCase) => {
    const id = spellings.same(written);
    if (id === null || twice.has(id.replace(/^.*\//, ''))) return null;
    if (id.includes('/')) return id;
    const cases = homes.get(id);
    return cases?.size === 1 || cases?.has(inCase) ? id : null;
  };
}
