import type { Place } from '../../domain/text.js';
import type { Rule } from '../rule.js';

/** Points at keys that two works of the bibliography have. */
export const workKeyIsUnique: Rule = {
  id: 'work-key-is-unique',
  severity: 'error',
  description: 'A key of the bibliography names one work only.',
  note: 'A citation that could mean two works leads to neither.',
  *check({ works }) {
    const first = new Map<string, Place>();
    for (const { key, place } of works) {
      const cause = first.get(key);
      if (cause)
        yield {
          place,
          cause,
          reason: `Unexpected key \`${key}\` a second time, expected a key that is unique in the bibliography`,
        };
      else first.set(key, place);
    }
  },
};
