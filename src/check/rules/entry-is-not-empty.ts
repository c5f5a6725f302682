import { entriesOf } from '../../study/entries.js';
import type { Rule } from '../rule.js';

/** Points at entries that say nothing. */
export const entryIsNotEmpty: Rule = {
  id: 'entry-is-not-empty',
  severity: 'warning',
  description: 'An entry says something, or says in its heading why there is nothing to say.',
  note: 'A blank cell of a matrix does not tell “no effect” from “not looked for”; show missing data as such.',
  *check(study) {
    for (const { parts, state, component, place } of entriesOf(study)) {
      if (parts.length > 0 || (state !== 'rated' && state !== 'not-rated')) continue;
      yield {
        place,
        reason: `Unexpected empty entry \`${component.title}\`, expected a finding or evidence, or a word of absence such as \`(no evidence)\` behind its heading`,
      };
    }
  },
};
