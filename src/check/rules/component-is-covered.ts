import { componentsOf } from '../../names.js';
import { startOf, type Rule } from '../rule.js';

export const componentIsCovered: Rule = {
  description: 'A case note has an entry, even an absent one, for every component of the framework.',
  note: 'Not asked, no evidence and not reported are different answers; a component that is left out gives none.',
  *check({ cases, framework }) {
    for (const { entries, path } of cases) {
      for (const { id, title, parent } of componentsOf(framework)) {
        if (entries.has(id) || parent !== null) continue;
        yield {
          place: startOf(path),
          reason: `Missing entry \`${title}\`, expected a heading for it, perhaps with \`(no evidence)\` or \`(not reported)\``,
        };
      }
    }
  },
};
