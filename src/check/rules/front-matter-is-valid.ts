import type { Study } from '../../domain/study.js';
import { componentsOf, indexFramework } from '../../study/framework.js';
import { keyOf } from '../../text/names.js';
import { hinted } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at front matter that cannot be read, and at names in it that mean nothing. */
export const frontMatterIsValid: Rule = {
  id: 'front-matter-is-valid',
  severity: 'error',
  description:
    'Front matter is YAML, has only known keys with values of the right kind, and names what exists.',
  note: 'The protocol decides how every note is read; a setting that is silently ignored changes the study.',
  *check(study) {
    for (const { kind, place, found, expected } of study.unread) {
      if (kind === 'front-matter')
        yield { place, reason: `Unexpected ${found}, expected ${expected}` };
    }
    yield* unknownComponents(study);
  },
};

function* unknownComponents({ protocol, framework, cases }: Study): Iterable<Pointer> {
  const index = indexFramework(framework);
  const attributes = cases.flatMap((each) => [...each.attributes.keys()]);
  const { outcome, conditions, qca } = protocol;
  const sets = [...conditions, ...(qca.outcome ? [qca.outcome] : [])].filter(
    ({ kind }) => kind === 'component',
  );
  for (const { text, place } of [...(outcome ? [outcome] : []), ...sets]) {
    if (index.find(text)) continue;
    const isAttribute =
      attributes.some((name) => keyOf(name) === keyOf(text)) && outcome?.place !== place;
    const meant = isAttribute ? `{ attribute: ${text} }` : index.nearest(text);
    const reason = `Unexpected \`${text}\`, expected a component of \`${framework.id}\`${hinted(meant)}`;
    yield { place, reason, expected: componentsOf(framework).map(({ id }) => id) };
  }
}
