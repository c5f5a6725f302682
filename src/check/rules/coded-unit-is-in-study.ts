import type { Name } from '../../domain/text.js';
import type { Study } from '../../domain/study.js';
import { componentsOf, namesOf, spellingsIn } from '../../study/framework.js';
import { keyOf } from '../../text/names.js';
import { mendName } from '../fixes.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at names in files of ratings that mean no case or component of the study. */
export const codedUnitIsInStudy: Rule = {
  id: 'coded-unit-is-in-study',
  severity: 'error',
  description: 'What a coder rates is a component of the framework in a case of the study.',
  note: 'Agreement can be judged only where coders rate the same units (Krippendorff: unitise before you code).',
  *check(study) {
    const components = spellingsIn(study.framework);
    for (const { kind, name, nearest } of study.coding.unknownNames) {
      const expected =
        kind === 'case'
          ? `a case of the study (${listed(study.cases.map(({ id }) => id))})`
          : `a component of \`${study.framework.id}\``;
      const reason = `Unexpected ${kind} \`${name.text}\`, expected ${expected}`;
      yield {
        place: name.place,
        reason:
          reason +
          (isTurned(study, kind, name.text)
            ? '; a table has a row a component and a column a case'
            : hinted(nearest)),
        ...(kind === 'component' && mendEverywhere(study, name, components.meant(name.text))),
      };
    }
  },
};

/** A name is reported once in a file, at its first place; the fix changes it everywhere. */
function mendEverywhere(
  study: Study,
  { text, place: { path } }: Name,
  answer: string | null,
): Pick<Pointer, 'fix'> {
  const names = study.coding.files
    .filter((file) => file.path === path)
    .flatMap(({ components }) => components);
  const fix = names
    .filter((name) => name.text === text)
    .flatMap((name) => mendName(study, name, answer).fix ?? []);
  return fix.length > 0 ? { fix } : {};
}

/** A component is given where a case should be, or the other way round. */
function isTurned({ framework, cases }: Study, kind: 'case' | 'component', text: string): boolean {
  const names =
    kind === 'case'
      ? componentsOf(framework).flatMap(namesOf)
      : cases.flatMap(({ id, title }) => [id, title]);
  return names.some((name) => keyOf(name) === keyOf(text));
}
