import type { Rule } from '../rule.js';

/** Points at second entries for a component in one case note. */
export const componentIsEnteredOnce: Rule = {
  id: 'component-is-entered-once',
  severity: 'error',
  description: 'A case note has one entry for a component.',
  note: 'Two entries may carry two ratings, and a comparison can use only one.',
  *check({ cases }) {
    for (const { entries, repeated } of cases) {
      for (const { component, place } of repeated) {
        const cause = entries.get(component.id)?.place;
        yield {
          place,
          reason: `Unexpected second entry of \`${component.title}\`, expected one; join it with the first`,
          ...(cause && { cause }),
        };
      }
    }
  },
};
