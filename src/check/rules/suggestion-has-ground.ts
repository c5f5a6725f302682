import type { Reference, Study } from '../../domain/study.js';
import type { Rule } from '../rule.js';

/** Points at suggestions that cite no finding. */
export const suggestionHasGround: Rule = {
  id: 'suggestion-has-ground',
  severity: 'warning',
  description: 'A suggestion cites a finding, or links to an entry that has one.',
  note: 'Advice follows from what was found; a reader must see from what (Yin: maintain a chain of evidence).',
  *check(study) {
    const findings = new Set(itemsOf(study, 'findings').map(({ id }) => id));
    for (const { id, place } of itemsOf(study, 'suggestions')) {
      const own = study.references.filter(
        ({ holder }) => holder?.kind === 'item' && holder.id === id,
      );
      if (own.some((reference) => isGround(study, findings, reference))) continue;
      yield {
        place,
        reason: `Unexpected suggestion \`${id}\` without ground, expected a finding (\`[F1]\`) or an entry with one (\`[…](case.md#component)\`) in its text`,
      };
    }
  },
};

function itemsOf({ protocol }: Study, role: 'findings' | 'suggestions') {
  return protocol.sections.filter((section) => section.role === role).flatMap(({ items }) => items);
}

/** An entry of a candidate has findings like any other, so it counts too. */
function isGround({ cases }: Study, findings: Set<string>, { target }: Reference): boolean {
  if (target?.kind === 'item') return findings.has(target.id);
  if (target?.kind !== 'entry') return false;
  const entry = cases.find(({ id }) => id === target.case)?.entries.get(target.id);
  return entry?.parts.some(({ type }) => type === 'finding') ?? false;
}
