import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at quotes of records that are descriptions or summaries. */
export const quoteIsOfOwnWords: Rule = {
  id: 'quote-is-of-own-words',
  severity: 'error',
  description:
    'A quote is of a record that holds somebody’s own words, and of no `(description)` or `(summary)`.',
  note: 'A description or a summary has the researcher’s words: set as a quotation they are put into a respondent’s mouth.',
  *check(study) {
    for (const { evidence } of evidenceOf(study)) {
      const { record } = evidence.resolved;
      const flag = record?.flags.find((each) => each === 'description' || each === 'summary');
      if (evidence.kind !== 'verbatim' || !record || flag === undefined) continue;
      yield {
        place: evidence.record.place,
        cause: record.place,
        reason: `Unexpected quote of \`${record.key}\`, whose words are the researcher’s \`(${flag})\`, expected a paraphrase: a bullet, \`- ${record.key}: …\``,
      };
    }
  },
};
