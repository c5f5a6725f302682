import { linksMeant } from '../links-meant.js';
import type { Rule } from '../rule.js';

/** Points at relative links and short references that lead nowhere. */
export const linkResolves: Rule = {
  id: 'link-resolves',
  severity: 'error',
  description: 'Every relative link and short reference leads to something in the study.',
  note: 'A searchable, linked database is what makes a case study reliable (Lock & Seele 2018).',
  *check(study) {
    const mend = linksMeant(study);
    for (const reference of study.references) {
      const { form, target, written, place, hint } = reference;
      if (target !== null || form === 'citation' || form === 'image') continue;
      const shown = form === 'short' ? `[${written}]` : written;
      const expected =
        form === 'short'
          ? 'the id of a record, finding, proposition or source'
          : 'a file or heading of the study';
      yield {
        place,
        reason: `Unexpected link \`${shown}\`, expected ${expected}${hint === null ? '' : `; ${hint}`}`,
        ...mend(reference),
      };
    }
  },
};
