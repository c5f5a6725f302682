/** What changed in where links lead: a text may stay the same while its link leads to another thing. */
import type { Holder, Reference, Study, Target } from '../domain/study.js';
import type { Place } from '../domain/text.js';
import { matchCodes } from './codes.js';
import { caseSubject, entrySubject } from './entries.js';
import { found, type Found } from './found.js';
import { matchDimensions } from './framework.js';
import { kindOf, matchItems, matchSections } from './items.js';
import { renaming, type Matches, type Pair } from './match.js';
import { keyOfThing, type Thing } from '../study/keys.js';

/** Things named on either side of a change. */
const namedAtMost = 6;

/** For each kind, turns an id of a state into that of the newer one. */
type Names = { [kind in Target['kind']]?: (id: string) => string };

/** A thing in both states, by its newer name, with the description of a change to it. */
interface Held {
  holder: Holder;
  place: Place;
  told: Pick<Found, 'of' | 'subjects'> & Partial<Found>;
}

/** Items, sections, notes and entries that now link to other things. A change of an id in brackets is a change of words. */
export function changesOfCites(pair: Pair & Matches): Found[] {
  const { older, newer, caseOf, componentOf, recordOf } = pair;
  const id = (each: { id: string }) => each.id;
  const items = matchItems(older, newer).both;
  const sections = matchSections(older, newer).both;
  const names: Names = {
    case: caseOf,
    entry: componentOf,
    record: recordOf,
    code: renaming(matchCodes(older, newer).both, id),
    dimension: renaming(matchDimensions(older, newer).both, id),
    item: renaming(items, ({ item }) => item.id),
    section: renaming(sections, id),
  };
  const [then, now] = [citedIn(older, names), citedIn(newer, {})];
  const held = [
    ...items.map(([, { item, role }]) => wholeOf('item', item, kindOf(role))),
    ...sections.map(([, section]) => wholeOf('section', section, 'section')),
    ...heldInCases(pair),
  ];
  return held.flatMap(({ holder, place, told }) => {
    const key = keyOfThing(holder);
    const [gone, come] = [
      linkedOnlyIn(then.get(key), now.get(key)),
      linkedOnlyIn(now.get(key), then.get(key)),
    ];
    if (gone.length + come.length === 0) return [];
    const at = come[0]?.place ?? place;
    return [
      found({
        ...told,
        how: 'changed',
        aspect: 'cites',
        from: shown(gone, names),
        to: shown(come, {}),
        at,
      }),
    ];
  });
}

function wholeOf(
  kind: 'item' | 'section',
  { id, place }: { id: string; place: Place },
  what: Found['of'],
): Held {
  return {
    holder: { kind, id },
    place,
    told: { of: what, id, subjects: [{ kind, id, case: null }] },
  };
}

function heldInCases({ cases, componentOf }: Pair & Matches): Held[] {
  return cases.both.flatMap(([older, { id: home, place, entries }]): Held[] => {
    const before = new Set([...older.entries.keys()].map(componentOf));
    const both = [...entries].filter(([id]) => before.has(id));
    return [
      {
        holder: { kind: 'case', id: home },
        place,
        told: { of: 'profile', id: home, case: home, subjects: [caseSubject(home)] },
      },
      ...both.map(([id, entry]): Held => {
        const told = {
          of: 'statement' as const,
          id,
          case: home,
          component: id,
          subjects: [entrySubject(home, id)],
        };
        return { holder: { kind: 'entry', id, case: home }, place: entry.place, told };
      }),
    ];
  });
}

/** Keyed by target, or by the written text where there is none. */
type Cited = Map<string, Reference>;

/** What each holder cites, in any form; a link where there is one. */
function citedIn({ references }: Study, names: Names): Map<string, Cited> {
  const all = new Map<string, Cited>();
  for (const reference of references) {
    const { target, holder, written } = reference;
    if (!holder) continue;
    const home = keyOfThing(renamed(holder, names));
    const cited: Cited = all.get(home) ?? new Map<string, Reference>();
    all.set(home, cited);
    const key = target ? keyOfThing(renamed(target, names)) : written;
    if (!cited.has(key) || isLink(reference)) cited.set(key, reference);
  }
  return all;
}

function isLink({ form }: Pick<Reference, 'form'>): boolean {
  return form === 'link' || form === 'image';
}

/** Leaves out links that the other state has too, but broken: the added or removed target is a change already. */
function linkedOnlyIn(one: Cited = new Map(), other: Cited = new Map()) {
  return [...one].flatMap(([key, { target, ...reference }]) =>
    target && isLink(reference) && !other.has(key) && !other.has(reference.written)
      ? [{ ...reference, target }]
      : [],
  );
}

/** A thing with the names of the newer state. */
function renamed(thing: Target | Holder, names: Names): Thing {
  const { kind } = thing;
  const id = names[kind]?.(thing.id) ?? thing.id;
  if (!('case' in thing) || thing.case === null) return { kind, id };
  return { kind, id, case: names.case?.(thing.case) ?? thing.case };
}

/** As `explain` takes it: `north#leadership`, `F1`. */
function nameOf(thing: Target | Holder, names: Names): string {
  const { id, case: home } = renamed(thing, names);
  return home == null ? id : `${home}#${id}`;
}

/** The first of them; null for none. */
function shown(references: { target: Target }[], names: Names): string | null {
  const all = references.map(({ target }) => nameOf(target, names));
  return all.length === 0
    ? null
    : [...all.slice(0, namedAtMost), ...(all.length > namedAtMost ? ['…'] : [])].join(', ');
}
