import type { Rule } from '../rule.js';

export const nothingIsUnread: Rule = {
  description: 'Everything in the study’s files is understood.',
  note: 'What is silently skipped is lost to the analysis.',
  *check({ unread }) {
    for (const { kind, place, found, expected } of unread) {
      if (kind === 'text') yield { place, reason: `Unexpected ${found}, expected ${expected}` };
    }
  },
};
