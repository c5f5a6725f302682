import type { Rule } from '../rule.js';

/** Points at files that are not UTF-8. */
export const fileIsUtf8: Rule = {
  id: 'file-is-utf-8',
  severity: 'error',
  description: 'Every file of the study is UTF-8.',
  note: 'Bytes that are read in the wrong encoding change the words of a quotation.',
  *check({ unread }) {
    for (const { kind, place, found, expected } of unread) {
      if (kind === 'encoding') yield { place, reason: `Unexpected ${found}, expected ${expected}` };
    }
  },
};
