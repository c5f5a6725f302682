/** Which record an id means that is spelt otherwise than the study spells it. */
import type { Study } from '../model.js';
import { spellingsOf } from '../names.js';

/** Finds the one id that a note of a case would cite; null where there is none, or where another record could be meant. */
export function recordsMeant({ records }: Pick<Study, 'records'>): (written: string, inCase: string | null) => string | null {
  const homes = new Map<string, Set<string | null>>();
  for (const { id, case: home } of records) homes.set(id, (homes.get(id) ?? new Set()).add(home));
  const spellings = spellingsOf(
    [...homes].flatMap(([id, cases]) => [id, ...[...cases].flatMap((home) => (home === null ? [] : `${home}/${id}`))]),
  );
  return (written, inCase) => {
    const id = spellings.same(written);
    if (id === null || id.includes('/')) return id;
    const cases = homes.get(id);
    return cases?.size === 1 || cases?.has(inCase) ? id : null;
  };
}
