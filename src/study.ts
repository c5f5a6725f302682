/** Ways through a gathered study that several stages take. */
import type { Case, CoderRating, Entry, Evidence, Holder, Study } from './model.js';
import { componentsOf } from './names.js';

/** Every entry of every case, in the order of the notes; repeated ones too. */
export function entriesOf({ cases }: { cases: Pick<Case, 'entries' | 'repeated'>[] }): Entry[] {
  return cases.flatMap(({ entries, repeated }) => [...entries.values(), ...repeated]);
}

/** The pieces of evidence in an entry. */
export function evidenceIn(entry: Entry): Evidence[] {
  return entry.parts.filter((part) => part.type === 'evidence');
}

/** Every piece of evidence with the entry that holds it. */
export function evidenceOf(study: Pick<Study, 'cases'>): { entry: Entry; evidence: Evidence }[] {
  return entriesOf(study).flatMap((entry) => evidenceIn(entry).map((evidence) => ({ entry, evidence })));
}

/** Who cites a record, by its key, each once: entries by evidence or text, findings and sections by text. */
export function usesOfRecords(study: Pick<Study, 'cases' | 'references'>): Map<string, Holder[]> {
  const uses = new Map<string, Map<string, Holder>>();
  const add = (key: string, holder: Holder) => {
    const holders = uses.get(key) ?? new Map<string, Holder>();
    uses.set(key, holders.set(JSON.stringify(holder), holder));
  };
  for (const { entry, evidence } of evidenceOf(study)) {
    const { record } = evidence.resolved;
    if (record) add(record.key, { kind: 'entry', id: entry.component.id, case: entry.case });
  }
  for (const { target, holder } of study.references) {
    if (target?.kind === 'record' && holder) add(target.id, holder);
  }
  return new Map([...uses].map(([key, holders]) => [key, [...holders.values()]]));
}

/** A component of a case with what each coder said of it, in their order; null for one who said nothing. */
export interface Unit {
  case: string;
  component: string;
  ratings: (CoderRating | null)[];
}

/** Every unit that a coder rated, in the order of the framework and of the cases. A word of absence is a mark too. */
export function unitsOf({ coding, cases, framework }: Pick<Study, 'coding' | 'cases' | 'framework'>): Unit[] {
  const given = coding.coders.map(({ ratings }) => {
    const marked = ratings.filter(({ state }) => state !== 'not-rated' && state !== 'missing');
    return new Map(marked.map((rating) => [JSON.stringify([rating.case, rating.component.id]), rating]));
  });
  return componentsOf(framework).flatMap(({ id: component }) =>
    cases
      .map(({ id }) => ({ case: id, component, ratings: given.map((marks) => marks.get(JSON.stringify([id, component])) ?? null) }))
      .filter(({ ratings }) => ratings.some((rating) => rating !== null)),
  );
}

/** Two coders gave different marks. */
export function isDisputed({ ratings }: Pick<Unit, 'ratings'>): boolean {
  const marks = ratings.flatMap((rating) => (rating ? [rating.rating ?? rating.state] : []));
  return new Set(marks).size > 1;
}
