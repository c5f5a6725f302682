/** What becomes a set: the marks or numbers that study.md names as conditions or outcome, case by case. */
import { symbolOf } from './legend.js';
import type { Calibration, Condition } from '../domain/qca.js';
import type { Case, Study } from '../domain/study.js';
import type { Component } from '../domain/framework.js';
import type { Place, Scalar } from '../domain/text.js';
import { indexFramework, type FrameworkIndex } from './framework.js';
import { keyOf } from '../text/names.js';

/** The value of one case, before any calibration. */
export interface RawValue {
  case: string;
  /** As written; null where there is nothing. */
  text: string | null;
  /** The legend's membership of a rating, or the number of an attribute; null where there is none. */
  value: number | null;
  place: Place;
}

/** A condition whose name is known. */
export interface KnownSet {
  /** Of a component, or the name of the attribute as the first case writes it. */
  id: string;
  /** Null for an attribute. */
  component: Component | null;
  condition: Condition;
  raw: RawValue[];
}

/** The component or attribute that a condition names, with what each case says of it; null if there is none. */
export function findSet(
  study: Pick<Study, 'cases' | 'protocol'>,
  condition: Condition,
  index: FrameworkIndex,
): KnownSet | null {
  if (condition.kind === 'component') {
    const component = index.find(condition.text);
    return (
      component && {
        id: component.id,
        component,
        condition,
        raw: study.cases.map((each) => ratingIn(study, each, component)),
      }
    );
  }
  const [first] = study.cases.flatMap(
    (each) => attributeIn(each, condition.text)?.slice(0, 1) ?? [],
  );
  if (typeof first !== 'string') return null;
  return {
    id: first,
    component: null,
    condition,
    raw: study.cases.map((each) => numberIn(each, condition.text)),
  };
}

/** The outcome as a condition: the attribute that `qca:` names, else the component that the study names. */
export function outcomeOf({
  protocol: { qca, outcome },
}: Pick<Study, 'protocol'>): Condition | null {
  if (qca.outcome) return qca.outcome;
  return (
    outcome && { ...outcome, kind: 'component', calibration: null, label: null, expects: null }
  );
}

/** A set that study.md names, and whether it is what is to be explained. */
export interface NamedSet extends KnownSet {
  isOutcome: boolean;
}

/** The outcome, then the conditions, as far as their names are known; none where study.md names no conditions. */
export function namedSets(study: Pick<Study, 'cases' | 'protocol' | 'framework'>): NamedSet[] {
  const { conditions } = study.protocol;
  const outcome = outcomeOf(study);
  if (conditions.length === 0) return [];
  const index = indexFramework(study.framework);
  const named = [
    ...(outcome ? [{ condition: outcome, isOutcome: true }] : []),
    ...conditions.map((condition) => ({ condition, isOutcome: false })),
  ];
  return named.flatMap(({ condition, isOutcome }) => {
    const set = findSet(study, condition, index);
    return set ? [{ ...set, isOutcome }] : [];
  });
}

/** A number as written in YAML; true is 1, false 0. Null for separators of thousands and per cent, which are ambiguous. */
function numberOf(written: Scalar | Scalar[]): number | null {
  if (typeof written === 'boolean') return Number(written);
  if (typeof written === 'number') return Number.isFinite(written) ? written : null;
  return typeof written === 'string' && /^[-+]?\d+(?:\.\d+)?$/.test(written.trim())
    ? Number(written)
    : null;
}

/**
 * More conditions would have over 33 million configurations, far beyond the cases of any study; it is also where
 * the reference values of this program end.
 */
export const mostConditions = 25;

/** Levels that stand in a note as such go from 0 to 9. */
export const highestLevel = 9;

/** How many levels a set has: by its thresholds, or without any by the values observed. */
export function levelsOf(
  { method, thresholds }: Pick<Calibration, 'method' | 'thresholds'>,
  values: number[],
): number {
  if (method === 'crisp') return thresholds.length + 1;
  const areLevels = method === 'as-given' && values.every((value) => Number.isInteger(value));
  return areLevels ? Math.max(1, ...values) + 1 : 2;
}

/** Whether a number can stand as it is: as a membership among memberships, or as a level among levels. */
export function standsAsGiven(value: number, all: number[]): boolean {
  const areLevels = all.every(
    (other) => Number.isInteger(other) && other >= 0 && other <= highestLevel,
  );
  return areLevels || (value >= 0 && value <= 1);
}

function ratingIn(
  { protocol: { legend } }: Pick<Study, 'protocol'>,
  { id, entries, place }: Case,
  component: Component,
): RawValue {
  const entry = entries.get(component.id);
  const symbol = entry?.mark ? symbolOf(entry.mark, legend) : null;
  const membership = legend.find((rating) => rating.symbol === symbol)?.membership ?? null;
  const text = symbol ?? entry?.mark?.text ?? null;
  return { case: id, text, value: membership, place: entry?.mark?.place ?? entry?.place ?? place };
}

function numberIn(note: Case, name: string): RawValue {
  const attribute = attributeIn(note, name);
  if (attribute === null) return { case: note.id, text: null, value: null, place: note.place };
  const [key, written] = attribute;
  return {
    case: note.id,
    text: String(written),
    value: numberOf(written),
    place: note.attributePlaces.get(key) ?? note.place,
  };
}

/** Attributes are found in any spelling of their name. */
function attributeIn({ attributes }: Case, name: string): [string, Scalar | Scalar[]] | null {
  return [...attributes].find(([key]) => keyOf(key) === keyOf(name)) ?? null;
}

/** Suggests cuts in the widest gaps between groups of values (complete linkage). Only theory can set thresholds. */
export function suggestThresholds(values: number[], count: number): number[] {
  const groups = [...new Set(values)]
    .sort((a, b) => a - b)
    .map((value) => ({ from: value, to: value }));
  while (groups.length > count + 1) {
    const spans = groups.slice(1).map(({ to }, index) => to - (groups[index]?.from ?? to));
    const at = spans.indexOf(Math.min(...spans));
    const merged = { from: groups[at]?.from ?? 0, to: groups[at + 1]?.to ?? 0 };
    groups.splice(at, 2, merged);
  }
  return groups.slice(1).map(({ from }, index) => ((groups[index]?.to ?? from) + from) / 2);
}
