/** Removes older words from a public report: somebody may have withdrawn them since, or be named in them. */
import type { Change } from './schema.js';

/** Attributes that a public report shows for every source: its perspective and its date. */
export const openAttributes = ['kind', 'perspective', 'access', 'date'];

/** The changes without the former words of evidence, records and sources; that they changed is still reported. */
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
