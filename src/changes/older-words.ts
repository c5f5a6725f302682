/** What a public report does not print of an older state: words that somebody may have taken back since, or been named in. */
import type { Change } from './schema.js';

/** Attributes that a public report gives of every source: whose view it gives, and when. */
export const openAttributes = ['kind', 'perspective', 'access', 'date'];

/** The changes without the words that evidence, records and sources no longer have; that they had others is still told. */
export function withholdOlderWords<Told extends { changes: Change[] }>({
  changes,
  ...others
}: Told) {
  const shown = changes.map((change): Change =>
    hasOlderWords(change)
      ? { ...change, from: null, edits: [], moreEdits: 0, withheld: true }
      : change,
  );
  return { ...others, changes: shown };
}

function hasOlderWords({ of: what, how, aspect, attribute, from }: Change): boolean {
  if (!['evidence', 'record', 'source'].includes(what)) return false;
  if (how === 'reworded') return true;
  if (from === null) return false;
  if (aspect === 'attribute') return !openAttributes.includes(attribute ?? '');
  return how === 'removed';
}
