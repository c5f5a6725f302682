import { findRuns } from '../../privacy/levels/runs.js';
import { printedTexts, withheldTexts } from '../../privacy/levels/texts.js';
import type { Rule } from '../rule.js';

/** Points at printed texts that repeat words which a public report withholds. */
export const withheldWordsStayWithheld: Rule = {
  id: 'withheld-words-stay-withheld',
  severity: 'error',
  description:
    'Words that a public report withholds stand nowhere else in it: not six in a row, nor ten Chinese characters.',
  note: 'A respondent is not protected by a quotation that is left out here and repeated there (UK Data Service; COREQ 29).',
  *check(study, { profile }) {
    if (profile !== 'public') return;
    const withheld = withheldTexts(study);
    if (withheld.length === 0) return;
    const printed = printedTexts(study);
    const found = findRuns(
      printed.map(({ text }) => text),
      withheld.map(({ text }) => text),
    );
    for (const [index, { place }] of printed.entries()) {
      const origin = withheld[found[index] ?? -1];
      if (!origin) continue;
      yield {
        place,
        reason: `Unexpected run of words of record \`${origin.record}\`, which a public report withholds, expected other words, or none`,
        cause: origin.place,
      };
    }
  },
};
