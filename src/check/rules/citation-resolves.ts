import type { Reference } from '../../model.js';
import type { Rule } from '../rule.js';

export const citationResolves: Rule = {
  description: 'Every `[@key]` and `@key` is an entry of the bibliography.',
  note: 'A reader must be able to find each work that is cited.',
  *check({ references, protocol }) {
    for (const { form, node, target, written, place, hint } of references) {
      if (target !== null || form !== 'citation') continue;
      const remedies =
        protocol.bibliography.length === 0 ? ['name a file with `bibliography:` in study.md'] : [...(hint === null ? [] : [hint])];
      if (isNarrative(node)) remedies.push(`write \`\\@${written}\` if no work is meant`);
      yield {
        place,
        reason: `Unexpected citation \`@${written}\`, expected a key of the bibliography${remedies.map((each) => `; ${each}`).join('')}`,
      };
    }
  },
};

function isNarrative(node: Reference['node']): boolean {
  return node.type === 'citation' && node.isNarrative;
}
