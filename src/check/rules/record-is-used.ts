import { usesOfRecords } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at records that nothing cites. */
export const recordIsUsed: Rule = {
  id: 'record-is-used',
  severity: 'info',
  description: 'Every record is cited somewhere.',
  note: 'Records that no claim uses may be the ones that speak against it.',
  *check(study) {
    const uses = usesOfRecords(study);
    for (const { key, place } of study.records) {
      if (!uses.has(key))
        yield {
          place,
          reason: `Unexpected record \`${key}\` that nothing cites, expected it as evidence in a note or as \`[${key}]\` in a text`,
        };
    }
  },
};
