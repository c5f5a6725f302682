import { claimsWithoutEvidence } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at entries without a rating whose findings lead to no record. */
export const claimHasEvidence: Rule = {
  id: 'claim-has-evidence',
  severity: 'warning',
  description: 'An entry without a rating that has findings quotes or cites at least one record.',
  note: 'What a case note claims must lead to the record from which it was concluded, rated or not (Yin: maintain a chain of evidence).',
  *check(study) {
    for (const { component, place, state } of claimsWithoutEvidence(study)) {
      // A rating without evidence has a rule of its own.
      if (state === 'rated') continue;
      yield {
        place,
        reason: `Unexpected findings on \`${component.title}\` without evidence, expected a quote (\`> D122: …\`), a paraphrase (\`- D122: …\`) or a record (\`[D122]\`) below its heading, or a word of absence such as \`(no evidence)\` behind it`,
      };
    }
  },
};
