import type { Rule } from '../rule.js';

export const citationResolves: Rule = {
  description: 'Every `[@key]` is an entry of the bibliography.',
  note: 'A reader must be able to find each work that is cited.',
  *check({ references, protocol }) {
    for (const { form, target, written, place, hint } of references) {
      if (target !== null || form !== 'citation') continue;
      const remedy =
        protocol.bibliography.length === 0 ? '; name a file with `bibliography:` in study.md' : hint === null ? '' : `; ${hint}`;
      yield { place, reason: `Unexpected citation \`@${written}\`, expected a key of the bibliography${remedy}` };
    }
  },
};
