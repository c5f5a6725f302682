import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at quotes of documents whose record is not flagged `(verbatim)`. */
export const quotedRecordIsVerbatim: Rule = {
  id: 'quoted-record-is-verbatim',
  severity: 'warning',
  description: 'A record of a document that is quoted is flagged `(verbatim)`.',
  note: 'Without a flag the record of a document is a summary: a reader cannot tell whether the quoted words are the document’s or the researcher’s.',
  *check(study) {
    const said = new Set<string>();
    for (const { evidence } of evidenceOf(study)) {
      const { record, source } = evidence.resolved;
      const isFlagged = record?.flags.some((flag) => flag !== 'translated') ?? true;
      if (
        evidence.kind !== 'verbatim' ||
        !record ||
        isFlagged ||
        record.form === 'verbatim' ||
        said.has(record.key)
      )
        continue;
      said.add(record.key);
      yield {
        place: evidence.record.place,
        cause: record.place,
        reason: `Unexpected quote of \`${record.key}\`, a record of kind \`${source?.kind ?? 'document'}\` without a flag, expected \`${record.id} (verbatim): …\` in \`sources/\` if these are the source’s own words, else a bullet`,
      };
    }
  },
};
