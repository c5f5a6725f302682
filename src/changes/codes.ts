/** What changed in the codebook: codes come and gone, redefined, matched with other components. */
import type { Code } from '../domain/source.js';
import type { Study } from '../domain/study.js';
import { indexFramework } from '../study/framework.js';
import { keyOf } from '../text/names.js';
import { evidenceOf } from '../study/entries.js';
import { entrySubject } from './entries.js';
import { changed, found, reworded, type Found, type Subject } from './found.js';
import { matchBy, matchLeft, type Matched, type Pair } from './match.js';
import { keyOfThing } from '../study/keys.js';

function keyed({ id }: Code): string {
  return keyOf(id);
}

/** By id, else by name: a code whose id alone changed was renamed. */
export function matchCodes(older: Study, newer: Study): Matched<Code> {
  const byId = matchBy(older.codes, newer.codes, { older: keyed, newer: keyed });
  return matchLeft(byId, ({ name }) => keyOf(name));
}

/** Codes that came, went, were renamed, redefined or matched with other components. */
export function changesOfCodes(pair: Pair): Found[] {
  const { older, newer } = pair;
  const { both, gone, come } = matchCodes(older, newer);
  const given = entriesByCode(pair);
  const changeOf = (code: Code) => ({
    of: 'code' as const,
    id: code.id,
    at: code.place,
    subjects: [
      { kind: 'code', id: code.id, case: null } satisfies Subject,
      ...(given.get(keyed(code)) ?? []),
    ],
  });
  const matches = { then: matchesIn(older, pair.componentOf), now: matchesIn(newer, (id) => id) };
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.name })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.name, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => [
      ...(keyed(one) === keyed(other)
        ? []
        : [
            found({ ...changeOf(other), how: 'renamed', aspect: 'id', from: one.id, to: other.id }),
          ]),
      ...changed(one.name, other.name, { ...changeOf(other), aspect: 'name' }),
      ...changed(matches.then(one), matches.now(other), {
        ...changeOf(other),
        aspect: 'components',
      }),
      ...(['definition', 'include', 'exclude'] as const).flatMap((aspect) =>
        reworded(one[aspect], other[aspect], { ...changeOf(other), aspect }),
      ),
      ...reworded(one.about.text, other.about.text, { ...changeOf(other), aspect: 'about' }),
    ]),
  ];
}

/** Ids of the components with which a code is matched, in any order. */
function matchesIn(
  { framework }: Study,
  componentOf: (id: string) => string,
): (code: Code) => string {
  const index = indexFramework(framework);
  return ({ components }) => {
    const ids = components.map(({ text }) => index.find(text)?.id ?? text);
    return [...new Set(ids.map(componentOf))].sort().join(', ');
  };
}

/** The entries that hold evidence with a code, in either state. */
function entriesByCode({ older, newer, caseOf, componentOf }: Pair): Map<string, Subject[]> {
  const entries = new Map<string, Map<string, Subject>>();
  const add = (code: string, subject: Subject) => {
    const known = entries.get(keyOf(code)) ?? new Map<string, Subject>();
    entries.set(keyOf(code), known.set(keyOfThing(subject), subject));
  };
  for (const { entry, evidence } of evidenceOf(newer))
    for (const { text } of evidence.codes) add(text, entrySubject(entry.case, entry.component.id));
  for (const { entry, evidence } of evidenceOf(older))
    for (const { text } of evidence.codes)
      add(text, entrySubject(caseOf(entry.case), componentOf(entry.component.id)));
  return new Map([...entries].map(([code, known]) => [code, [...known.values()]]));
}
