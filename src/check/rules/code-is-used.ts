import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at codes of the codebook that no record has. */
export const codeIsUsed: Rule = {
  id: 'code-is-used',
  severity: 'info',
  description: 'Every code of the codebook is given to a record somewhere.',
  note: 'A code that nothing bears is left over from an earlier state of the codebook, or what it names was looked for and not found; say which.',
  *check(study) {
    const used = new Set(evidenceOf(study).flatMap(({ evidence }) => evidence.resolved.codes));
    for (const code of study.codes) {
      if (used.has(code)) continue;
      yield {
        place: code.place,
        reason: `Unexpected code \`${code.id}\` that no evidence bears, expected it behind a record id in a note (\`> D122 [${code.id}]: …\`)`,
      };
    }
  },
};
