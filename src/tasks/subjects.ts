/** What a name means that somebody wants explained, in any spelling. */
import { rules } from '../check/rules.js';
import type { Case, Study } from '../domain/study.js';
import { componentsOf, indexFramework, namesOf, propositionsOf } from '../study/framework.js';
import { keyOf, nearest } from '../text/names.js';
import type { Subject } from '../report/explain/subject.js';
import { UserError } from '../domain/user-error.js';
import { keyOfParts } from '../study/keys.js';

/** Every thing that a name means, records first. Throws a `UserError` with the nearest names if it means nothing. */
export function subjectsMeant(study: Study, written: string): Subject[] {
  const plain = written.normalize('NFKC').trim();
  const [file = '', ...rest] = plain.split('#');
  const fragment = rest.join('#');
  const note = fragment === '' ? undefined : caseNamed(study, file);
  if (note) return entryMeant(study, note, fragment, written);
  const names = namesIn(study);
  const meant = (name: string) =>
    names
      .filter(([each]) => keyOf(name) !== '' && keyOf(each) === keyOf(name))
      .map(([, subject]) => subject);
  // A title may have a `#` in it: `Letter #12`.
  const found = meant(plain);
  if (found.length === 0 && fragment !== '') {
    if (!isAddress(study, file)) throw unknownCase(study, file, written);
    found.push(...meant(fragment));
  }
  // `./cases/chaoyang.md`, as a shell completes it.
  const noteMeant =
    found.length === 0 && /\.md$/i.test(plain) ? caseNamed(study, plain) : undefined;
  if (noteMeant) found.push({ kind: 'case', id: noteMeant.id });
  const subjects = [...new Map(found.map((subject) => [keyOfSubject(subject), subject])).values()];
  if (subjects.length > 0) return subjects;
  const known = [...new Set(names.map(([name]) => name))];
  throw unknown(
    written,
    'the name of something in the study, or a rule',
    nearestOf(keyOf(fragment === '' ? file : fragment), known),
  );
}

/** What may stand before `#`, besides a case: nothing, a file of the study, or the report that an address leads to. */
function isAddress({ files }: Study, before: string): boolean {
  const stem = stemOf(before);
  return stem === '' || [...files.keys(), 'report.html'].some((path) => stemOf(path) === stem);
}

function stemOf(path: string): string {
  return path
    .replace(/^.*\//, '')
    .replace(/\.(?:md|html)$/i, '')
    .trim()
    .toLowerCase();
}

function unknownCase({ cases }: Study, before: string, written: string): UserError {
  const fragment = written.normalize('NFKC').trim().slice(before.length);
  const meant = nearestOf(
    stemOf(before),
    cases.flatMap(({ id, title }) => [id, title]),
  );
  return unknown(
    written,
    'a case or a file of the study before `#`',
    meant.map((name) => name + fragment),
  );
}

function caseNamed({ cases }: Study, written: string): Case | undefined {
  const name = written.replace(/^.*\//, '').replace(/\.md$/i, '');
  return (
    cases.find(({ id }) => id === name) ??
    cases.find(({ id, title }) => [id, title].some((each) => keyOf(each) === keyOf(name)))
  );
}

/** `chaoyang#leadership`: the component by any of its names, perhaps with its mark behind it as in an address. */
function entryMeant(
  { framework }: Study,
  note: Case,
  fragment: string,
  written: string,
): Subject[] {
  const index = indexFramework(framework);
  const entries = [...note.entries.values()];
  const component =
    index.find(fragment) ??
    entries.find(({ component: each, mark }) =>
      namesOf(each).some((name) => keyOf(name + (mark?.text ?? '')) === keyOf(fragment)),
    )?.component;
  if (component && note.entries.has(component.id))
    return [{ kind: 'entry', id: component.id, case: note.id }];
  // The case says nothing of it, which the other cases put in its place.
  if (component) return [{ kind: 'component', id: component.id }];
  const dimension = index.findDimension(fragment);
  if (dimension) return [{ kind: 'dimension', id: dimension.id }];
  const known = entries.map(({ component: each }) => each.title);
  const meant = nearestOf(fragment, [
    ...entries.flatMap(({ component: each }) => namesOf(each)),
    ...known,
  ]);
  throw unknown(
    written,
    `an entry of \`${note.id}\``,
    meant.map((name) => `${note.id}#${name}`),
  );
}

type Names = [string, Subject][];

/** In the order in which they are told where one name means several things. */
function namesIn(study: Study): Names {
  const { records, sources, codes, cases, works, framework, protocol } = study;
  return [
    ...records.flatMap(({ key, id, case: inCase }): Names => {
      const subject: Subject = { kind: 'record', id: key };
      return [
        [key, subject],
        [id, subject],
        ...(inCase === null ? [] : ([[`${inCase}/${id}`, subject]] satisfies Names)),
      ];
    }),
    ...protocol.sections
      .flatMap(({ items }) => items)
      .flatMap(({ id, title }): Names => named({ kind: 'item', id }, id, `${id}: ${title}`, title)),
    ...cases.flatMap(({ id, title, path }): Names => named({ kind: 'case', id }, id, title, path)),
    ...componentsOf(framework).flatMap((each): Names =>
      named({ kind: 'component', id: each.id }, ...namesOf(each)),
    ),
    ...framework.dimensions.flatMap((each): Names =>
      named({ kind: 'dimension', id: each.id }, ...namesOf(each)),
    ),
    ...propositionsOf(framework).flatMap(({ id }): Names => named({ kind: 'proposition', id }, id)),
    ...sources.flatMap(({ id, title, case: inCase, place }): Names =>
      named(
        { kind: 'source', id, path: place.path },
        id,
        ...(title === null ? [] : [title]),
        ...(inCase === null ? [] : [`${inCase}/${id}`]),
      ),
    ),
    ...codes.flatMap(({ id, name }): Names => named({ kind: 'code', id }, id, name)),
    ...protocol.sections.flatMap(({ id, title }): Names =>
      named({ kind: 'section', id }, id, title),
    ),
    ...works.flatMap(({ key }): Names => named({ kind: 'work', id: key }, key)),
    ...[...rules.keys()].flatMap((id): Names => named({ kind: 'rule', id }, id)),
  ];
}

function named(subject: Subject, ...names: string[]): Names {
  return names.map((name) => [name, subject]);
}

/** Letters that a part of a name needs to be taken for it. */
const tellingPart = 4;

/** Up to three names: those of which it is a part, then those that are like it, the nearest first. */
function nearestOf(name: string, known: string[]): string[] {
  const key = keyOf(name);
  const found =
    key.length < tellingPart ? [] : known.filter((each) => keyOf(each).includes(key)).slice(0, 3);
  for (
    let left = known.filter((each) => !found.includes(each));
    found.length < 3;
    left = left.filter((each) => keyOf(each) !== keyOf(found.at(-1) ?? ''))
  ) {
    const next = nearest(name, left);
    if (next === null) break;
    found.push(next);
  }
  return found;
}

function unknown(written: string, expected: string, meant: string[]): UserError {
  const hint = meant.length === 0 ? '' : `; did you mean \`${meant.join('` or `')}\`?`;
  return new UserError(`Unexpected \`${written}\`, expected ${expected}${hint}`);
}

function keyOfSubject({ kind, id, ...home }: Subject): string {
  return keyOfParts(kind, id, ...Object.values(home));
}
