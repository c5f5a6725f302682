/** What changed in the entries of a case: ratings, findings and reasons, evidence. */
import type { Case, Entry } from '../domain/study.js';
import type { Statement } from '../domain/note.js';
import { matchEvidence } from './evidence.js';
import { changed, found, reworded, type Found, type Subject } from './found.js';
import type { Pair } from './match.js';
import { plainOf } from './words.js';

/** Changes of a case that both states hold. */
export function changesOfCase(pair: Pair, older: Case, newer: Case): Found[] {
  const whole = {
    id: newer.id,
    case: newer.id,
    at: newer.place,
    subjects: [caseSubject(newer.id)],
  };
  const before = new Map([...older.entries].map(([id, entry]) => [pair.componentOf(id), entry]));
  const ids = new Set([...newer.entries.keys(), ...before.keys()]);
  return [
    ...(older.id === newer.id
      ? []
      : [
          found({
            ...whole,
            of: 'case',
            how: 'renamed',
            aspect: 'id',
            from: older.id,
            to: newer.id,
          }),
        ]),
    ...changed(older.title, newer.title, { ...whole, of: 'case', aspect: 'title' }),
    ...changesOfAttributes(older, newer),
    ...reworded(older.profile.text, newer.profile.text, {
      ...whole,
      of: 'profile',
      aspect: 'text',
    }),
    ...changesOfIntroductions(older, newer),
    ...[...ids].flatMap((id) =>
      changesOfEntry(pair, newer, {
        component: id,
        older: before.get(id),
        newer: newer.entries.get(id),
      }),
    ),
  ];
}

/** A case as a subject of changes. */
export function caseSubject(id: string): Subject {
  return { kind: 'case', id, case: null };
}

function changesOfAttributes(older: Case, newer: Case): Found[] {
  const names = new Set([...newer.attributes.keys(), ...older.attributes.keys()]);
  return [...names].flatMap((attribute) => {
    const at = newer.attributePlaces.get(attribute) ?? newer.place;
    const [from, to] = [older, newer].map(
      ({ attributes }) => attributes.get(attribute)?.toString() ?? null,
    );
    const { id } = newer;
    return changed(from, to, {
      of: 'case',
      aspect: 'attribute',
      attribute,
      id,
      case: id,
      at,
      subjects: [caseSubject(id)],
      bearsOn: ['qca'],
    });
  });
}

function changesOfIntroductions(older: Case, newer: Case): Found[] {
  const ids = new Set([...newer.introductions.keys(), ...older.introductions.keys()]);
  return [...ids].flatMap((id) =>
    reworded(older.introductions.get(id)?.text, newer.introductions.get(id)?.text, {
      of: 'introduction',
      aspect: 'text',
      id,
      case: newer.id,
      at: newer.place,
    }),
  );
}

interface Both {
  component: string;
  older: Entry | undefined;
  newer: Entry | undefined;
}

function changesOfEntry(pair: Pair, { id }: Case, { component, older, newer }: Both): Found[] {
  const at = newer?.place ?? older?.place ?? null;
  const entry = {
    id: component,
    case: id,
    component,
    at,
    isGone: newer === undefined,
    subjects: [entrySubject(id, component)],
    bearsOn: keysOfEntry(pair, id, component),
  };
  const [from, to] = [markIn(older), markIn(newer)];
  const how = older === undefined ? 'added' : newer === undefined ? 'removed' : 'changed';
  return [
    ...(from === to ? [] : [found({ ...entry, of: 'entry', how, from, to })]),
    ...(['finding', 'rationale', 'other'] as const).flatMap((type) =>
      changesOfStatements(statementsIn(older, type), statementsIn(newer, type), {
        ...entry,
        bearsOn: [],
        of: 'statement',
        aspect: type,
      }),
    ),
    ...matchEvidence(pair, entry, { older, newer }),
  ];
}

/** An entry as a subject of changes. */
export function entrySubject(home: string, component: string): Subject {
  return { kind: 'entry', id: component, case: home };
}

/** What an entry bears on: its own results, and those of the outcome or of a condition if it is one. */
export function keysOfEntry(
  { older, newer, componentOf }: Pair,
  id: string,
  component: string,
): string[] {
  const outcomes = [newer.outcome?.id, older.outcome && componentOf(older.outcome.id)];
  return [
    `judged:${component}`,
    `cell:${id}:${component}`,
    'qca',
    ...(outcomes.includes(component) ? ['mill'] : []),
  ];
}

/** The mark as the legend has it, else the word of the state; null if there is no entry. */
function markIn(entry: Entry | undefined): string | null {
  return entry ? (entry.rating ?? entry.state) : null;
}

function statementsIn(entry: Entry | undefined, type: Statement['type']): Statement[] {
  return entry?.parts.flatMap((part) => (part.type === type ? [part] : [])) ?? [];
}

/** The texts found in one state only, joined, since paragraphs may be moved, split or merged. */
function changesOfStatements(
  older: Statement[],
  newer: Statement[],
  change: Omit<Parameters<typeof found>[0], 'how'>,
): Found[] {
  const [before, now] = [older, newer].map(
    (statements) => new Set(statements.map(({ content }) => plainOf(content.text))),
  );
  const gone = older.filter(({ content }) => now?.has(plainOf(content.text)) !== true);
  const come = newer.filter(({ content }) => before?.has(plainOf(content.text)) !== true);
  const [from, to] = [gone, come].map((statements) =>
    statements.map(({ content }) => content.text).join(' '),
  );
  const at = (come[0] ?? newer[0] ?? gone[0])?.place ?? change.at;
  return reworded(from, to, { ...change, at, isGone: newer.length === 0 });
}
