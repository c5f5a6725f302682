/** Lists the parts of a framework, and finds them by name. */
import type { Component, Dimension, Framework, Proposition } from '../domain/framework.js';
import { type Spellings, keyOf, spellingsOf, nearest } from '../text/names.js';

/** All components in the order of the framework. */
export function componentsOf(framework: Framework): Component[] {
  return framework.dimensions.flatMap((dimension) => dimension.components);
}

/** All propositions: those of the whole framework, of its dimensions and of its components. */
export function propositionsOf(framework: Framework): Proposition[] {
  return [framework, ...framework.dimensions, ...componentsOf(framework)].flatMap(
    ({ propositions }) => propositions,
  );
}

/** The names by which an author may call a component or a dimension. */
export function namesOf(named: Component | Dimension): string[] {
  return [
    named.title,
    ...Object.values(named.titles),
    ...named.aliases,
    named.id,
    ...(named.code === null ? [] : [named.code]),
  ];
}

/** The names of a framework's parts; of names that differ only in spelling the first, which is the heading. */
export function spellingsIn(framework: Framework): Spellings {
  const names = [...componentsOf(framework), ...framework.dimensions].flatMap(namesOf);
  const first = new Map(names.toReversed().map((name) => [keyOf(name), name]));
  return spellingsOf(first.values());
}

/** A framework with ways to find its parts by name. */
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
