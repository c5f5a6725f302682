import { accessOf } from '../../privacy/levels/levels.js';
import { keyOf, nearest } from '../../text/names.js';
import { hinted } from '../../messages/words.js';
import type { Rule } from '../rule.js';

const known = ['public', 'restricted'];

/** Points at values of `access` other than `public` and `restricted`. */
export const sourceAccessIsKnown: Rule = {
  id: 'source-access-is-known',
  severity: 'warning',
  description: 'The `access` of a source is `public` or `restricted`.',
  note: 'Whatever is not public is withheld in a public report, so that a slip of the pen opens nothing.',
  *check({ sources }) {
    for (const source of sources) {
      const access = accessOf(source);
      if (access === null || known.includes(keyOf(access))) continue;
      yield {
        place: source.place,
        reason: `Unexpected access \`${access}\` of \`${source.id}\`, which is taken as restricted, expected \`public\` or \`restricted\`${hinted(nearest(access, known))}`,
        expected: known,
      };
    }
  },
};
