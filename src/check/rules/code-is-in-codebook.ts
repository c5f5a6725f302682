import { evidenceOf } from '../../study/entries.js';
import { keyOf, nearest, spellingsOf } from '../../text/names.js';
import { mendName } from '../fixes.js';
import { hinted } from '../../messages/words.js';
import type { Rule } from '../rule.js';

/** Points at codes that codebook.md does not define. */
export const codeIsInCodebook: Rule = {
  id: 'code-is-in-codebook',
  severity: 'error',
  description: 'Every code behind a record id is defined in codebook.md.',
  note: 'A code without a definition cannot be applied by a second coder.',
  *check(study) {
    const ids = study.codes.map(({ id }) => id);
    const spellings = spellingsOf(ids);
    const known = new Set(ids.map(keyOf));
    for (const { evidence } of evidenceOf(study)) {
      for (const { text, place } of evidence.codes) {
        if (known.has(keyOf(text))) continue;
        yield {
          place,
          reason: `Unexpected code \`${text}\`, expected a code of codebook.md${study.codebook ? hinted(nearest(text, ids)) : ', which the study does not have'}`,
          expected: ids,
          ...mendName(study, { text, place }, spellings.meant(text)),
        };
      }
    }
  },
};
