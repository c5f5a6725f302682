import { indexFramework, spellingsIn } from '../../study/framework.js';
import { mendName } from '../fixes.js';
import { hinted } from '../../messages/words.js';
import type { Rule } from '../rule.js';

/** Points at headings of case notes that the framework does not have. */
export const headingIsInFramework: Rule = {
  id: 'heading-is-in-framework',
  severity: 'error',
  description: 'Every heading of a case note names a dimension or a component of the framework.',
  note: 'Cases can be compared only where they are described in the same terms.',
  *check(study) {
    const { cases, otherNotes, framework } = study;
    const spellings = spellingsIn(framework);
    const index = indexFramework(framework);
    for (const { unknownHeadings } of [...cases, ...otherNotes]) {
      for (const { text, place } of unknownHeadings.map(({ heading }) => heading)) {
        const meant = index.nearest(text);
        const reason = `Unexpected \`${text}\`, expected a dimension or component of \`${framework.id}\`${hinted(meant)}`;
        yield {
          place,
          reason,
          ...(meant !== null && { expected: [meant] }),
          ...mendName(study, { text, place }, spellings.meant(text)),
        };
      }
    }
  },
};
