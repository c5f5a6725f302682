import { keyOf, nearest } from '../../text/names.js';
import { hinted } from '../../messages/words.js';
import type { Rule } from '../rule.js';

/** Points at names under `disclosure:` that are no attribute of a source or a case. */
export const disclosureNamesAttributes: Rule = {
  id: 'disclosure-names-attributes',
  severity: 'warning',
  description: 'What `disclosure:` of study.md names is an attribute of a source or a case.',
  note: 'A name that is misspelt there protects nobody.',
  *check({ protocol, sources, cases }) {
    const names = [
      ...new Set([...sources, ...cases].flatMap(({ attributes }) => [...attributes.keys()])),
    ];
    const keys = new Set([...names, 'case'].map(keyOf));
    for (const { text, place } of [
      ...(protocol.disclosure.identifying ?? []),
      ...protocol.disclosure.coarsen,
    ]) {
      if (keys.has(keyOf(text))) continue;
      yield {
        place,
        reason: `Unexpected attribute \`${text}\`, expected one of a source or a case${hinted(nearest(text, names))}`,
        expected: names,
      };
    }
  },
};
