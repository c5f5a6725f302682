import { entriesOf, evidenceIn } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at evidence in an entry that is marked as absent. */
export const absenceHasNoEvidence: Rule = {
  id: 'absence-has-no-evidence',
  severity: 'error',
  description: 'An entry that is marked as absent holds no evidence.',
  note: 'Missing and ambiguous data are shown as such, and nothing else is.',
  *check(study) {
    for (const entry of entriesOf(study)) {
      const [evidence] = evidenceIn(entry);
      if (entry.state === 'rated' || entry.state === 'not-rated' || !evidence) continue;
      yield {
        place: evidence.place,
        cause: entry.mark?.place ?? entry.place,
        reason: `Unexpected evidence \`${evidence.record.text}\` in an entry marked \`(${entry.mark?.text ?? ''})\`, expected none; take the mark away or move the evidence`,
      };
    }
  },
};
