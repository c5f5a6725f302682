import type { Reference, Study } from '../../domain/study.js';
import type { Rule } from '../rule.js';

/** Points at cross-case findings that cite no record and no entry with evidence. */
export const findingCitesEvidence: Rule = {
  id: 'finding-cites-evidence',
  severity: 'warning',
  description: 'A cross-case finding cites a record, or an entry that has evidence.',
  note: 'A reviewer follows each claim to its evidence (Yin: maintain a chain of evidence).',
  *check(study) {
    for (const section of study.protocol.sections) {
      if (section.role !== 'findings') continue;
      for (const { id, place } of section.items) {
        const own = study.references.filter(
          ({ holder }) => holder?.kind === 'item' && holder.id === id,
        );
        if (own.some((reference) => leadsToEvidence(study, reference))) continue;
        yield {
          place,
          reason: `Unexpected finding \`${id}\` without evidence, expected a record (\`[D122]\`) or an entry (\`[…](case.md#component)\`) in its text`,
        };
      }
    }
  },
};

function leadsToEvidence({ cases }: Study, { target }: Reference): boolean {
  if (target?.kind === 'record') return true;
  if (target?.kind !== 'entry') return false;
  const entry = cases.find(({ id }) => id === target.case)?.entries.get(target.id);
  return entry?.parts.some(({ type }) => type === 'evidence') ?? false;
}
