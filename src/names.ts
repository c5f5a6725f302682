/** How names are compared: in any case, script and punctuation, and which one was probably meant. */
import { distance } from 'fastest-levenshtein';
import type { Component, Dimension, Framework, Proposition } from './model.js';

/** The form in which two spellings of one name are equal. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}

/** `(＋)` as `+`, `–` as `-`: the form in which marks are compared with the legend. */
export function normaliseMark(mark: string): string {
  return mark.normalize('NFKC').replace(/[−–]/g, '-').replace(/\s+/g, ' ').trim();
}

const idShape = String.raw`(?:\p{Lu}|\p{Lo}){1,4}[- ]?\p{Nd}+`;

/** A record id, perhaps with its case in front: `D122`, `A 200`, `W-08`, `丁7`, `chaoyang/D122`. */
export const idPattern = String.raw`(?:[\p{L}\p{N}_.-]+/)?${idShape}`;

/** `A 200` as `A200`: spaces do not count, full-width forms are the same. */
export function normaliseId(id: string): string {
  return id.normalize('NFKC').replace(/\s+/g, '');
}

/** The candidate that is most like `name`; null if none shares at least half of its letters. */
export function nearest(name: string, candidates: Iterable<string>): string | null {
  return nearestAmong(candidates)(name);
}

/** `nearest` for many names and the same candidates, whose keys are made once. */
export function nearestAmong(candidates: Iterable<string>): (name: string) => string | null {
  const keyed = [...candidates].map((candidate) => ({ candidate, other: keyOf(candidate) }));
  return (name) => {
    const key = keyOf(name);
    let best: string | null = null;
    let least = Infinity;
    for (const { candidate, other } of keyed) {
      const length = Math.max(key.length, other.length, 1);
      // No two keys that differ are nearer than this; a distance takes a hundred times as long.
      const atLeast = key === other ? 0 : Math.max(1, Math.abs(key.length - other.length));
      if (atLeast / length >= least) continue;
      const cost = distance(key, other) / length;
      if (cost < least) [best, least] = [candidate, cost];
    }
    return least <= 0.5 ? best : null;
  };
}

/** All components in the order of the framework. */
export function componentsOf(framework: Framework): Component[] {
  return framework.dimensions.flatMap((dimension) => dimension.components);
}

/** All propositions: those of the whole framework, of its dimensions and of its components. */
export function propositionsOf(framework: Framework): Proposition[] {
  return [framework, ...framework.dimensions, ...componentsOf(framework)].flatMap(({ propositions }) => propositions);
}

/** The names by which an author may call a component or a dimension. */
export function namesOf(named: Component | Dimension): string[] {
  return [named.title, ...Object.values(named.titles), ...named.aliases, named.id, ...(named.code === null ? [] : [named.code])];
}

export interface FrameworkIndex {
  framework: Framework;
  find: (name: string) => Component | null;
  findDimension: (name: string) => Dimension | null;
  /** The heading of a component or dimension that is most like `name`. */
  nearest: (name: string) => string | null;
}

/** Finds components and dimensions by heading, code, id or any alias. */
export function indexFramework(framework: Framework): FrameworkIndex {
  const components = indexByName(componentsOf(framework));
  const dimensions = indexByName(framework.dimensions);
  const names = [...componentsOf(framework), ...framework.dimensions].flatMap(namesOf);
  return {
    framework,
    find: (name) => components.get(keyOf(name)) ?? null,
    findDimension: (name) => dimensions.get(keyOf(name)) ?? null,
    nearest: (name) => nearest(name, names),
  };
}

function indexByName<T extends Component | Dimension>(things: T[]): Map<string, T> {
  const index = new Map<string, T>();
  for (const thing of things) {
    for (const name of namesOf(thing)) {
      const key = keyOf(name);
      if (key !== '' && !index.has(key)) index.set(key, thing);
    }
  }
  return index;
}
