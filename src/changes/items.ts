/** What changed in the sections of study.md and in their findings, rivals and suggestions, and in the works that are cited. */
import type { Item, Section, SectionRole } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import type { Work } from '../domain/work.js';
import { keyOf } from '../text/names.js';
import { changed, found, reworded, type Found, type Subject } from './found.js';
import { matchBy, matchLeft, type Matched } from './match.js';
import type { Change } from './schema.js';

interface Held {
  item: Item;
  role: SectionRole | null;
}

/** Items by id, else by title: a finding with a new number is still the same finding. */
export function matchItems(older: Study, newer: Study): Matched<Held> {
  const keyed = ({ item }: Held) => item.id;
  const byId = matchBy(itemsIn(older), itemsIn(newer), { older: keyed, newer: keyed });
  return matchLeft(byId, ({ item }) => keyOf(item.title));
}

/** Items that were added, removed or reworded. */
export function changesOfItems(older: Study, newer: Study): Found[] {
  const { both, gone, come } = matchItems(older, newer);
  const changeOf = ({ item: { id, place: at }, role }: Held) => ({
    of: kindOf(role),
    id,
    at,
    subjects: [subjectOf('item', id)],
  });
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.item.title })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.item.title, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => [
      ...(one.item.id === other.item.id
        ? []
        : [
            found({
              ...changeOf(other),
              how: 'renamed',
              aspect: 'id',
              from: one.item.id,
              to: other.item.id,
            }),
          ]),
      ...changed(one.item.title, other.item.title, { ...changeOf(other), aspect: 'title' }),
      ...(one.role === other.role
        ? []
        : changed(one.role ?? one.item.section, other.role ?? other.item.section, {
            ...changeOf(other),
            aspect: 'section',
          })),
      ...reworded(one.item.content.text, other.item.content.text, {
        ...changeOf(other),
        aspect: 'text',
      }),
    ]),
  ];
}

function itemsIn({ protocol }: Study): Held[] {
  return protocol.sections.flatMap(({ items, role }) => items.map((item) => ({ item, role })));
}

/** What an item is, by the section that holds it. */
export function kindOf(role: SectionRole | null): Change['of'] {
  return role === 'findings'
    ? 'finding'
    : role === 'rivals'
      ? 'rival'
      : role === 'suggestions'
        ? 'suggestion'
        : 'item';
}

function subjectOf(kind: Subject['kind'], id: string): Subject {
  return { kind, id, case: null };
}

/** Sections by their role, else by their title. */
export function matchSections(older: Study, newer: Study): Matched<Section> {
  const keyed = ({ role, title }: Section) => role ?? ` ${keyOf(title)}`;
  return matchBy(older.protocol.sections, newer.protocol.sections, { older: keyed, newer: keyed });
}

/** Sections that were added, removed or reworded. */
export function changesOfSections(older: Study, newer: Study): Found[] {
  const { both, gone, come } = matchSections(older, newer);
  const changeOf = ({ id, place: at }: Section) => ({
    of: 'section' as const,
    id,
    at,
    subjects: [subjectOf('section', id)],
  });
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.title })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.title, isGone: true }),
    ),
    ...both.flatMap(([one, other]) =>
      reworded(one.content.text, other.content.text, { ...changeOf(other), aspect: 'text' }),
    ),
  ];
}

/** Works matched by their keys, and compared by their formatted references. */
export function changesOfWorks(older: Study, newer: Study): Found[] {
  const keyed = ({ key }: Work) => key;
  const { both, gone, come } = matchBy(older.works, newer.works, { older: keyed, newer: keyed });
  const changeOf = ({ key, place: at }: Work) => ({
    of: 'work' as const,
    id: key,
    at,
    subjects: [subjectOf('work', key)],
  });
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.reference })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.reference, isGone: true }),
    ),
    ...both.flatMap(([one, other]) =>
      reworded(one.reference, other.reference, { ...changeOf(other), aspect: 'text' }),
    ),
  ];
}
