/** The keys by which maps and sets know the things of a study: equal for equal things, and for no others. */
import type { Source } from '../domain/source.js';

/** A thing of a study: its kind, its id, and its case where two cases may each have one. */
export interface Thing {
  kind: string;
  id: string;
  case?: string | null;
}

/** The key of a thing. */
export function keyOfThing({ kind, id, case: home = null }: Thing): string {
  return keyOfParts(kind, home, id);
}

/** The key of a component of a case, which is where an entry and the ratings of coders stand. */
export function keyOfUnit(inCase: string, component: string): string {
  return keyOfParts(inCase, component);
}

/** The key of a source within its file, as two files may each have a source D. */
export function keyOfSource({ place, id }: Pick<Source, 'place' | 'id'>): string {
  return keyOfParts(place.path, id);
}

/** The key of what several parts name together, in their order. */
export function keyOfParts(...parts: (string | number | boolean | null | undefined)[]): string {
  return JSON.stringify(parts);
}
