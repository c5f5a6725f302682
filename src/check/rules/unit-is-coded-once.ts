import type { Rule } from '../rule.js';

/** Points at second ratings of a component of a case by one coder. */
export const unitIsCodedOnce: Rule = {
  id: 'unit-is-coded-once',
  severity: 'error',
  description: 'A coder rates a component of a case once.',
  note: 'Of two marks by one coder, agreement could use only one, and would have to choose.',
  *check({ coding }) {
    for (const { rating, first } of coding.repeated) {
      yield {
        place: rating.place,
        reason: `Unexpected second rating of \`${rating.component.title}\` in \`${rating.case}\`, expected one`,
        cause: first.place,
      };
    }
  },
};
