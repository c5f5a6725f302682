import type { Reference } from '../../domain/study.js';
import { spellingsOf } from '../../text/names.js';
import { mendName } from '../fixes.js';
import type { Rule } from '../rule.js';

/** Points at citations of works that no bibliography has. */
export const citationResolves: Rule = {
  id: 'citation-resolves',
  severity: 'error',
  description: 'Every `[@key]` and `@key` is an entry of the bibliography.',
  note: 'A reader must be able to find each work that is cited.',
  *check(study) {
    const { references, protocol } = study;
    const spellings = spellingsOf(study.works.map(({ key }) => key));
    for (const { form, node, target, written, place, hint } of references) {
      if (target !== null || form !== 'citation') continue;
      const remedies = [
        ...(protocol.bibliography.length === 0
          ? ['name a file with `bibliography:` in study.md']
          : []),
        ...(isNarrative(node) ? [`write \`\\@${written}\` if no work is meant`] : []),
        ...(protocol.bibliography.length === 0 || hint === null ? [] : [hint]),
      ];
      yield {
        place,
        reason: `Unexpected citation \`@${written}\`, expected a key of the bibliography${remedies.map((each) => `; ${each}`).join('')}`,
        ...mendName(study, { text: written, place }, spellings.same(written)),
      };
    }
  },
};

function isNarrative(node: Reference['node']): boolean {
  return node.type === 'citation' && node.isNarrative;
}
