/**
 * Comparison of cases pair by pair: which components differ along with the outcome, and which pairs rule one out (Mill 1843,
 * Book III, ch. VIII). Both the analysis and the checks use it.
 */
import type { Component } from '../domain/framework.js';
import type { Entry, State, Study } from '../domain/study.js';
import type { Legend } from '../domain/protocol.js';
import { componentsOf } from './framework.js';
import { evidenceIn } from './entries.js';

/** Why an entry decides nothing: it is not rated, its mark has no place in a set or one in the middle, or it has no evidence. */
export type Why = Exclude<State, 'rated'> | 'no-membership' | 'middle' | 'unfounded';

/** What an entry shows: `present` or `absent` by its mark's membership, or the mark itself where no mark has one. */
export interface Reading {
  value: string | null;
  /** Null where it is decided. */
  why: Why | null;
}

/** A component in two cases. */
export type Likeness = 'equal' | 'different' | 'undecided';
/** The ids of two cases. */
export type Pair = readonly [string, string];

/** What the entries of all cases show. */
export interface Readings {
  /** `membership` if any mark has one; otherwise marks are only compared as names. */
  scale: 'membership' | 'marks';
  /** By component, then by case. */
  cells: Map<string, Map<string, Reading>>;
  /** The value of the outcome by case; its mark counts even without evidence. */
  outcome: Map<string, string | null>;
  /** All but the outcome, in the order of the framework. */
  components: Component[];
}

/** Reads every entry of every case. */
export function readEntries({
  cases,
  framework,
  protocol,
  outcome,
}: Pick<Study, 'cases' | 'framework' | 'protocol' | 'outcome'>): Readings {
  const components = componentsOf(framework);
  const { legend } = protocol;
  const readings = (id: string) =>
    new Map(
      cases.map(({ id: each, entries }) => [each, readEntry(entries.get(id), legend)] as const),
    );
  const ofOutcome = (entry: Entry | undefined) =>
    entry?.state === 'rated' ? readMark(entry.rating, legend).value : null;
  return {
    scale: hasMembership(legend) ? 'membership' : 'marks',
    cells: new Map(components.map(({ id }) => [id, readings(id)])),
    outcome: new Map(
      cases.map(({ id, entries }) => [id, outcome ? ofOutcome(entries.get(outcome.id)) : null]),
    ),
    components: components.filter(({ id }) => id !== outcome?.id),
  };
}

function hasMembership(legend: Legend): boolean {
  return legend.some(({ membership }) => membership !== null);
}

function readEntry(entry: Entry | undefined, legend: Legend): Reading {
  if (!entry) return { value: null, why: 'missing' };
  if (entry.state !== 'rated') return { value: null, why: entry.state };
  return evidenceIn(entry).length === 0
    ? { value: null, why: 'unfounded' }
    : readMark(entry.rating, legend);
}

function readMark(rating: string | null, legend: Legend): Reading {
  if (!hasMembership(legend)) return { value: rating, why: null };
  const membership = legend.find(({ symbol }) => symbol === rating)?.membership ?? null;
  if (membership === null) return { value: null, why: 'no-membership' };
  return membership === 0.5
    ? { value: null, why: 'middle' }
    : { value: membership > 0.5 ? 'present' : 'absent', why: null };
}

/** Whether two cases are alike in a component, as far as both decide it. */
export function compareIn({ cells }: Readings, component: string, [a, b]: Pair): Likeness {
  const [one, other] = [a, b].map((id) => cells.get(component)?.get(id)?.value ?? null);
  if (one == null || other == null) return 'undecided';
  return one === other ? 'equal' : 'different';
}

/** Every pair of the cases, the earlier one first. */
export function pairsOf(ids: string[]): Pair[] {
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b): Pair => [a, b]));
}

/** The pairs that differ in the outcome, as far as it is decided in both. */
export function pairsApart({ outcome }: Readings): Pair[] {
  return pairsOf(decidedIn(outcome)).filter(([a, b]) => outcome.get(a) !== outcome.get(b));
}

/** The cases in which a value is decided. */
export function decidedIn(values: Map<string, string | null>): string[] {
  return [...values].flatMap(([id, value]) => (value === null ? [] : [id]));
}

/** What pairs show of a component: they rule it out, leave it standing, or leave it open where cells are missing. */
export interface Trial {
  component: string;
  verdict: 'left' | 'ruled-out' | 'open';
  /** The pairs that rule it out. */
  by: Pair[];
  /** The pairs in which it is not decided. */
  undecided: Pair[];
}

/** Tries each component by the pairs: one in which it is as `against` rules it out. */
export function tryComponents(
  readings: Readings,
  pairs: Pair[],
  against: Exclude<Likeness, 'undecided'>,
): Trial[] {
  return readings.components.map(({ id }) => {
    const trial: Trial = { component: id, verdict: 'left', by: [], undecided: [] };
    for (const pair of pairs) {
      const likeness = compareIn(readings, id, pair);
      if (likeness === against) trial.by.push(pair);
      else if (likeness === 'undecided') trial.undecided.push(pair);
    }
    if (trial.by.length > 0) trial.verdict = 'ruled-out';
    else if (trial.undecided.length > 0) trial.verdict = 'open';
    return trial;
  });
}

/**
 * Method of difference: each component tried by the pairs that differ in the outcome. What these leave open is ruled out all
 * the same if it differs between cases alike in the outcome, for of two values the same one cannot go with both.
 */
export function tryDifference(readings: Readings): Trial[] {
  const trials = tryComponents(readings, pairsApart(readings), 'equal');
  if (readings.scale === 'marks') return trials;
  const alike = pairsOf(decidedIn(readings.outcome)).filter(
    ([a, b]) => readings.outcome.get(a) === readings.outcome.get(b),
  );
  const within = new Map(
    tryComponents(readings, alike, 'different').map((trial) => [trial.component, trial]),
  );
  return trials.map((trial) => {
    const by = within.get(trial.component)?.by ?? [];
    return trial.verdict === 'open' && by.length > 0
      ? { ...trial, verdict: 'ruled-out', by }
      : trial;
  });
}

/** Method of difference over all pairs that differ in the outcome: ids of the components that differ in each of them. */
export function candidatesOf(
  study: Pick<Study, 'cases' | 'framework' | 'protocol' | 'outcome'>,
): string[] {
  if (!study.outcome) return [];
  const readings = readEntries(study);
  if (pairsApart(readings).length === 0) return [];
  return tryDifference(readings).flatMap(({ component, verdict }) =>
    verdict === 'left' ? [component] : [],
  );
}
