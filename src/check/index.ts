/** Study → messages. Never changes the study; the order of rules does not matter. */
import type { VFileMessage } from 'vfile-message';
import type { Study } from '../domain/study.js';
import type { Pointer } from '../messages/pointer.js';
import { stamp } from '../messages/stamp.js';
import { hinted } from '../messages/words.js';
import { nearest } from '../text/names.js';
import type { Audience } from './rule.js';
import { rules } from './rules.js';
import { frontMatterIsValid } from './rules/front-matter-is-valid.js';

/** What every rule finds in a study, at the severities of its study.md; for its own profile unless another is asked for. */
export function check(study: Study, audience: Audience = study.protocol): VFileMessage[] {
  const { severities } = study.protocol;
  const found = [...rules.values()].flatMap((rule) => {
    const severity = severities.get(rule.id)?.severity ?? rule.severity;
    if (severity === 'off') return [];
    return Array.from(rule.check(study, audience), (pointer) => stamp(rule, pointer, severity));
  });
  const unknown = unknownRules(study).map((pointer) => stamp(frontMatterIsValid, pointer, 'error'));
  return [...found, ...unknown];
}

function unknownRules({ protocol }: Study): Pointer[] {
  const ids = [...rules.keys()];
  return [...protocol.severities]
    .filter(([id]) => !rules.has(id))
    .map(([id, { place }]) => ({
      place,
      reason: `Unexpected rule \`${id}\`, expected the id of a rule${hinted(nearest(id, ids))}`,
      expected: ids,
    }));
}
