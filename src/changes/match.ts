/** Matches the things of two states, even where they were renamed. */
import type { Case, Record, Study } from '../domain/study.js';
import type { Component } from '../domain/framework.js';
import { componentsOf, namesOf } from '../study/framework.js';
import { keyOf } from '../text/names.js';
import { evidenceIn } from '../study/entries.js';
import { keyOfParts } from '../study/keys.js';

/** Two states, with functions that turn older names into newer ones. */
export interface Pair {
  older: Study;
  newer: Study;
  caseOf: (id: string) => string;
  componentOf: (id: string) => string;
  /** Of records that both states hold. */
  recordOf: (key: string) => string;
}

/** The matched parts of a pair. */
export interface Matches {
  cases: Matched<Case>;
  components: Matched<Component>;
  records: Matched<Record>;
}

/** Things of two states: those of both, those that are gone, those that have come. */
export interface Matched<T> {
  both: [older: T, newer: T][];
  gone: T[];
  come: T[];
}

/** Matches things by a key; if several share a key, they are paired in order. */
export function matchBy<T>(
  older: T[],
  newer: T[],
  keys: { older: (each: T) => string; newer: (each: T) => string },
): Matched<T> {
  const waiting = new Map<string, T[]>();
  for (const each of newer) {
    const key = keys.newer(each);
    const group = waiting.get(key);
    if (group) group.push(each);
    else waiting.set(key, [each]);
  }
  // Lists are reversed, because taking from the end is cheap.
  for (const group of waiting.values()) group.reverse();
  const both: [T, T][] = [];
  const gone: T[] = [];
  for (const each of older) {
    const other = waiting.get(keys.older(each))?.pop();
    if (other === undefined) gone.push(each);
    else both.push([each, other]);
  }
  const taken = new Set(both.map(([, other]) => other));
  return { both, gone, come: newer.filter((each) => !taken.has(each)) };
}

/** Matches what is left by another key; empty and ambiguous keys match nothing. */
export function matchLeft<T>(
  { both, gone, come }: Matched<T>,
  keyed: (each: T) => string,
): Matched<T> {
  const once = (things: T[]) => {
    const counts = new Map<string, number>();
    for (const each of things) counts.set(keyed(each), (counts.get(keyed(each)) ?? 0) + 1);
    return (each: T) => keyed(each) !== '' && counts.get(keyed(each)) === 1;
  };
  const [isOnceGone, isOnceCome] = [once(gone), once(come)];
  const more = matchBy(gone.filter(isOnceGone), come.filter(isOnceCome), {
    older: keyed,
    newer: keyed,
  });
  const taken = new Set(more.both.flat());
  const isLeft = (each: T) => !taken.has(each);
  return { both: [...both, ...more.both], gone: gone.filter(isLeft), come: come.filter(isLeft) };
}

/** The pair with its cases, components and records matched. */
export function pairOf(older: Study, newer: Study): Pair & Matches {
  const cases = matchCases(older.cases, newer.cases);
  const components = matchComponents(componentsOf(older.framework), componentsOf(newer.framework));
  const caseOf = renaming(cases.both, ({ id }) => id);
  const records = matchBy(older.records, newer.records, {
    older: ({ id, case: home }) => keyOfParts(home === null ? null : caseOf(home), id),
    newer: ({ id, case: home }) => keyOfParts(home, id),
  });
  return {
    older,
    newer,
    cases,
    components,
    records,
    caseOf,
    componentOf: renaming(components.both, ({ id }) => id),
    recordOf: renaming(records.both, ({ key }) => key),
  };
}

/** Turns a name of the older state into that of the newer one. */
export function renaming<T>(both: [T, T][], nameOf: (each: T) => string): (name: string) => string {
  const names = new Map(both.map(([one, other]) => [nameOf(one), nameOf(other)]));
  return (name) => names.get(name) ?? name;
}

/** By id, else by title, else by most of their records. */
function matchCases(older: Case[], newer: Case[]): Matched<Case> {
  const byId = matchBy(older, newer, { older: ({ id }) => id, newer: ({ id }) => id });
  return matchByRecords(matchLeft(byId, ({ title }) => keyOf(title)));
}

function matchByRecords({ both, gone, come }: Matched<Case>): Matched<Case> {
  const records = new Map([...gone, ...come].map((each) => [each, recordsIn(each)]));
  const alike = gone.flatMap((one) =>
    come.flatMap((other) => {
      const share = shareOf(records.get(one) ?? new Set(), records.get(other) ?? new Set());
      return share > 0.5 ? [{ one, other, share }] : [];
    }),
  );
  const taken = new Set<Case>();
  const more: [Case, Case][] = [];
  for (const { one, other } of alike.sort((a, b) => b.share - a.share)) {
    if (taken.has(one) || taken.has(other)) continue;
    more.push([one, other]);
    taken.add(one).add(other);
  }
  const isLeft = (each: Case) => !taken.has(each);
  return { both: [...both, ...more], gone: gone.filter(isLeft), come: come.filter(isLeft) };
}

/** Ids of records without the case in front, since the case may have been renamed. */
function recordsIn({ entries }: Case): Set<string> {
  return new Set(
    [...entries.values()]
      .flatMap(evidenceIn)
      .map(({ record }) => keyOf(record.text.replace(/^.*\//s, ''))),
  );
}

/** The share of all members that are in both sets, 0 to 1 (Jaccard). */
function shareOf(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((each) => other.has(each)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

/** By id, else by code, else by any name that a note could use. */
function matchComponents(older: Component[], newer: Component[]): Matched<Component> {
  const byId = matchBy(older, newer, { older: ({ id }) => id, newer: ({ id }) => id });
  const byCode = matchLeft(byId, ({ code }) => code ?? '');
  const { both, gone, come } = matchLeft(byCode, ({ title }) => keyOf(title));
  const named = new Map(
    come.flatMap((each) => namesOf(each).map((name) => [keyOf(name), each] as const)),
  );
  const more: [Component, Component][] = [];
  for (const each of gone) {
    const other = namesOf(each).flatMap((name) => named.get(keyOf(name)) ?? [])[0];
    if (other && !more.some(([, taken]) => taken === other)) more.push([each, other]);
  }
  const taken = new Set(more.flat());
  const isLeft = (each: Component) => !taken.has(each);
  return { both: [...both, ...more], gone: gone.filter(isLeft), come: come.filter(isLeft) };
}
