import type { Study } from '../../model.js';
import { componentsOf, indexFramework } from '../../names.js';
import { hinted, type Pointer, type Rule } from '../rule.js';

export const frontMatterIsValid: Rule = {
  description: 'Front matter is YAML, has only known keys with values of the right kind, and names what exists.',
  note: 'The protocol decides how every note is read; a setting that is silently ignored changes the study.',
  *check(study) {
    for (const { kind, place, found, expected } of study.unread) {
      if (kind === 'front-matter') yield { place, reason: `Unexpected ${found}, expected ${expected}` };
    }
    yield* unknownComponents(study);
  },
};

function* unknownComponents({ protocol, framework }: Study): Iterable<Pointer> {
  const index = indexFramework(framework);
  for (const { text, place } of [...(protocol.outcome ? [protocol.outcome] : []), ...protocol.conditions]) {
    if (index.find(text)) continue;
    const reason = `Unexpected \`${text}\`, expected a component of \`${framework.id}\`${hinted(index.nearest(text))}`;
    yield { place, reason, expected: componentsOf(framework).map(({ id }) => id) };
  }
}
