import { entriesOf, evidenceIn } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at rated entries without evidence. */
export const ratedEntryHasEvidence: Rule = {
  id: 'rated-entry-has-evidence',
  severity: 'warning',
  description: 'An entry with a rating cites at least one record.',
  note: 'Every entry of a matrix must be traceable to its source (Miles & Huberman).',
  *check(study) {
    for (const entry of entriesOf(study)) {
      if (entry.state !== 'rated' || evidenceIn(entry).length > 0) continue;
      const { component, place, rating } = entry;
      yield {
        place,
        reason: `Unexpected rating \`(${rating ?? ''})\` of \`${component.title}\` without evidence, expected a quote (\`> D122: …\`) or a paraphrase (\`- D122: …\`) below it`,
      };
    }
  },
};
