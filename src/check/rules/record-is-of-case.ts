import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at evidence that cites a record of another case. */
export const recordIsOfCase: Rule = {
  id: 'record-is-of-case',
  severity: 'error',
  description: 'Evidence cites a record of its own case, or of no case.',
  note: 'What was seen in one case is no evidence for another; cases are compared only if each rests on its own data.',
  *check(study) {
    const cases = new Set(study.cases.map(({ id }) => id));
    for (const { entry, evidence } of evidenceOf(study)) {
      const { record } = evidence.resolved;
      // A case that the study does not have is reported where it is written.
      if (record?.case == null || record.case === entry.case || !cases.has(record.case)) continue;
      yield {
        place: evidence.record.place,
        cause: record.place,
        reason: `Unexpected record \`${record.key}\` of case \`${record.case}\` as evidence in case \`${entry.case}\`, expected a record of \`${entry.case}\` or of no case; cite it as \`[${record.key}]\` in the text instead`,
      };
    }
  },
};
