import { nearestAmong } from '../../text/names.js';
import { mendName } from '../fixes.js';
import { recordsMeant } from '../records-meant.js';
import { hinted, listed } from '../../messages/words.js';
import type { Rule } from '../rule.js';
import { evidenceOf } from '../../study/entries.js';

/** Points at evidence that cites a record which no source has. */
export const recordExists: Rule = {
  id: 'record-exists',
  severity: 'error',
  description: 'Evidence cites a record that stands in `sources/`.',
  note: 'A chain of evidence leads from each claim to a record in the case database (Yin).',
  *check(study) {
    const keysById = new Map<string, Set<string>>();
    for (const { id, key } of study.records)
      keysById.set(id, (keysById.get(id) ?? new Set()).add(key));
    const nearest = nearestAmong(study.records.map(({ key }) => key));
    const meant = recordsMeant(study);
    for (const { entry, evidence } of evidenceOf(study)) {
      if (evidence.resolved.record) continue;
      const { text, place } = evidence.record;
      const shared = [...(keysById.get(text) ?? [])];
      const remedy =
        shared.length > 1
          ? `; several cases have it, write ${listed(shared)}`
          : hinted(nearest(text));
      yield {
        place,
        reason: `Unexpected record \`${text}\`, expected a record of a file in \`sources/\`${remedy}`,
        ...mendName(study, evidence.record, meant(text, entry.case)),
      };
    }
  },
};
