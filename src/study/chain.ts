/** The chain of evidence as a graph: who cites what, and by whom each thing is cited. */
import type { Holder, Study, Target } from '../domain/study.js';
import { evidenceOf } from './entries.js';
import { keyOfThing } from './keys.js';

/** What a claim may rest on: everything within the study that has a name. */
export type Cited =
  | { kind: 'record' | 'source' | 'item' | 'proposition' | 'section' | 'case' | 'code'; id: string }
  | Extract<Target, { kind: 'dimension' } | { kind: 'entry' }>;

/** Who cites what, by the keys of things. */
export interface Citations {
  /** What each holder cites, each once: its pieces of evidence first, then the references of its text. */
  citedBy: Map<string, Cited[]>;
  /** Who cites each thing, each once. */
  holdersOf: Map<string, Holder[]>;
}

/** Every citation of the study, both ways; a thing that cites itself is left out. */
export function citationsOf(study: Pick<Study, 'cases' | 'references'>): Citations {
  const citedBy = new Map<string, Map<string, Cited>>();
  const holdersOf = new Map<string, Map<string, Holder>>();
  const add = (holder: Holder, cited: Cited) => {
    const [from, to] = [keyOfThing(holder), keyOfThing(cited)];
    if (from === to) return;
    citedBy.set(from, (citedBy.get(from) ?? new Map<string, Cited>()).set(to, cited));
    holdersOf.set(to, (holdersOf.get(to) ?? new Map<string, Holder>()).set(from, holder));
  };
  for (const { entry, evidence } of evidenceOf(study)) {
    const { record } = evidence.resolved;
    if (record)
      add(
        { kind: 'entry', id: entry.component.id, case: entry.case },
        { kind: 'record', id: record.key },
      );
  }
  for (const { target, holder } of study.references) {
    if (holder && target && isCited(target)) add(holder, target);
  }
  return { citedBy: listed(citedBy), holdersOf: listed(holdersOf) };
}

/** Works are listed separately, and files are not part of the chain. */
function isCited(target: Target): target is Cited {
  return target.kind !== 'file' && target.kind !== 'work';
}

function listed<T>(maps: Map<string, Map<string, T>>): Map<string, T[]> {
  return new Map([...maps].map(([key, things]) => [key, [...things.values()]]));
}

/** The shortest way from a holder to a record. */
export interface Way {
  /** 1 for a holder that cites the record itself. */
  steps: number;
  /** What is to be followed first. */
  next: Cited;
}

/** The shortest way from each holder to a record; holders that reach none are left out. Circles are no problem. */
export function waysToRecords({ citedBy, holdersOf }: Citations): Map<string, Way> {
  const things = new Map([...citedBy.values()].flat().map((thing) => [keyOfThing(thing), thing]));
  const ways = new Map<string, Way>();
  for (const [key, cited] of citedBy) {
    const next = cited.find(({ kind }) => kind === 'record');
    if (next) ways.set(key, { steps: 1, next });
  }
  // A map is iterated in order of insertion, so the nearest come first.
  for (const [key, { steps }] of ways) {
    const next = things.get(key);
    if (!next) continue;
    for (const holder of holdersOf.get(key) ?? []) {
      const above = keyOfThing(holder);
      if (!ways.has(above)) ways.set(above, { steps: steps + 1, next });
    }
  }
  return ways;
}

/** Everything that can be reached from a thing, nearest first, each with the thing over which it was reached first. */
export function reachedFrom<T extends Holder | Cited>(
  start: Holder | Cited,
  steps: (key: string) => readonly T[],
): { thing: T; over: T | null }[] {
  const seen = new Set([keyOfThing(start)]);
  const found: { thing: T; over: T | null }[] = [];
  const follow = (key: string, over: T | null) => {
    for (const thing of steps(key)) {
      const next = keyOfThing(thing);
      if (seen.has(next)) continue;
      seen.add(next);
      found.push({ thing, over });
    }
  };
  follow(keyOfThing(start), null);
  // The map grows while it is iterated.
  for (const { thing } of found) follow(keyOfThing(thing), thing);
  return found;
}
