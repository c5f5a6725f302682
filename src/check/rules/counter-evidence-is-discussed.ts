import { evidenceOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at evidence against a rating that neither a finding nor the rationale names. */
export const counterEvidenceIsDiscussed: Rule = {
  id: 'counter-evidence-is-discussed',
  severity: 'warning',
  description:
    'Evidence that speaks against its entry’s rating is named in a finding or the rationale.',
  note: 'Weigh the evidence against a reading, do not only list it (Yin: address rival interpretations).',
  *check(study) {
    const discussed = new Set(
      study.references.flatMap(({ target, holder }) =>
        target?.kind === 'record' && holder?.kind === 'entry'
          ? `${holder.case} ${holder.id} ${target.id}`
          : [],
      ),
    );
    for (const { entry, evidence } of evidenceOf(study)) {
      const { record } = evidence.resolved;
      if (
        !evidence.isCounter ||
        !record ||
        discussed.has(`${entry.case} ${entry.component.id} ${record.key}`)
      )
        continue;
      yield {
        place: evidence.place,
        cause: entry.mark?.place ?? entry.place,
        reason: `Unexpected counter-evidence \`${record.key}\` without discussion, expected \`[${record.key}]\` in a finding or the \`Rationale:\` of \`${entry.component.title}\``,
      };
    }
  },
};
