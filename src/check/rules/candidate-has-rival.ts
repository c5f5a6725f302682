import { candidatesOf } from '../../study/elimination.js';
import type { Study } from '../../domain/study.js';
import { componentsOf } from '../../study/framework.js';
import { componentsNamed } from '../../study/entries.js';
import { listed } from '../../messages/words.js';
import type { Rule } from '../rule.js';

/** Points at components that differ with the outcome and that no rival explanation names. */
export const candidateHasRival: Rule = {
  id: 'candidate-has-rival',
  severity: 'warning',
  description: 'A component that differs along with the outcome is named by a rival explanation.',
  note: 'A candidate is as strong as the rivals that it has been set against (Yin: address plausible rival explanations).',
  *check(study) {
    const place = study.protocol.outcome?.place;
    const rivals = rivalsOf(study);
    // A rival that names the outcome itself concerns every candidate.
    if (!place || !study.outcome || rivals.has(study.outcome.id)) return;
    const candidates = new Set(candidatesOf(study).filter((id) => !rivals.has(id)));
    if (candidates.size === 0) return;
    const titles = componentsOf(study.framework).flatMap(({ id, title }) =>
      candidates.has(id) ? [title] : [],
    );
    const what = titles.length === 1 ? 'candidate' : 'candidates';
    const each = titles.length === 1 ? 'its entry' : 'an entry of each';
    yield {
      place,
      reason: `Missing rival explanation for ${what} ${listed(titles)}, expected an item under “Rival explanations” that links to ${each} (\`[…](case.md#component)\`), or to that of the outcome`,
    };
  },
};

/** Ids of the components that rival explanations name. */
function rivalsOf(study: Study): Set<string> {
  const named = componentsNamed(study);
  const items = study.protocol.sections
    .filter(({ role }) => role === 'rivals')
    .flatMap((section) => section.items);
  return new Set(items.flatMap(({ id }) => [...(named.get(id) ?? [])]));
}
