import type { Record } from '../../domain/study.js';
import {
  copiedWords,
  mostHan,
  mostWords,
  plainWords,
  type Plain,
} from '../../text/quotes/copies.js';
import { inTicks } from '../../text/quotes/difference.js';
import { newLexicon } from '../../text/quotes/tokens.js';
import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at paraphrases that take over the words of their record. */
export const paraphraseIsNotACopy: Rule = {
  id: 'paraphrase-is-not-a-copy',
  severity: 'warning',
  description: `A paraphrase takes over at most ${String(mostWords)} words in a row (${String(mostHan)} Han characters) of what a respondent or a document says, outside quotation marks.`,
  note: 'A reader must be able to tell a source’s own words from the researcher’s reading of them.',
  *check(study) {
    const lexicon = newLexicon();
    const read = new Map<Record, Plain>();
    for (const { evidence } of evidenceOf(study)) {
      const { record } = evidence.resolved;
      // Summaries and descriptions are the researcher's own words already.
      if (evidence.kind !== 'paraphrased' || record?.form !== 'verbatim') continue;
      const plain = read.get(record) ?? plainWords(record.content.text, lexicon);
      read.set(record, plain);
      const copied = copiedWords(evidence.content.text, plain, lexicon);
      if (copied === null) continue;
      yield {
        place: evidence.place,
        cause: record.place,
        reason: `Unexpected copy of \`${record.key}\` in a paraphrase, expected other words, quotation marks or a block quote; the record has ${inTicks(copied)} too`,
      };
    }
  },
};
