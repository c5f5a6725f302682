import type { Rule } from '../rule.js';

/** Points at works of the bibliography that nothing cites. */
export const workIsCited: Rule = {
  id: 'work-is-cited',
  severity: 'info',
  description: 'Every entry of the bibliography is cited somewhere.',
  note: 'The list of references holds only what is cited; a work that is not may have been forgotten in the text.',
  *check({ works, references }) {
    const cited = new Set(
      references.flatMap(({ target }) => (target?.kind === 'work' ? [target.id] : [])),
    );
    for (const { key, place } of works) {
      if (!cited.has(key))
        yield {
          place,
          reason: `Unexpected entry \`${key}\` that nothing cites, expected \`[@${key}]\` in a text`,
        };
    }
  },
};
