import { componentsOf } from '../../study/framework.js';
import { startOf } from '../../messages/pointer.js';
import { listed } from '../../messages/words.js';
import type { Rule } from '../rule.js';

/** Points at case notes that leave out components of the framework. */
export const componentIsCovered: Rule = {
  id: 'component-is-covered',
  severity: 'warning',
  description:
    'A case note has an entry, even an absent one, for every component of the framework.',
  note: 'Not asked, no evidence and not reported are different answers; a component that is left out gives none.',
  *check({ cases, framework }) {
    for (const { entries, path } of cases) {
      const missing = componentsOf(framework).filter(
        ({ id, parent }) => parent === null && !entries.has(id),
      );
      if (missing.length === 0) continue;
      const titles = missing.map(({ title }) => title);
      const what =
        missing.length === 1
          ? `entry ${listed(titles)}, expected a heading for it`
          : `entries ${listed(titles)}, expected a heading for each`;
      yield {
        place: startOf(path),
        reason: `Missing ${what}, perhaps with \`(no evidence)\` or \`(not reported)\``,
        expected: titles,
      };
    }
  },
};
