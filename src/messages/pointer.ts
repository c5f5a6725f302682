/** What points at something wrong, before it is stamped as a message. */
import type { Place, Replacement } from '../domain/text.js';

/** A place and what is wrong there. */
export interface Pointer {
  place: Place;
  /** `Unexpected X, expected Y`: values in backticks, one line. */
  reason: string;
  /** What would be right there, if that can be listed. */
  expected?: string[];
  /** The other place that makes this one wrong. */
  cause?: Place;
  /** What mends it, where there is only one answer. */
  fix?: Replacement[];
}

/** The start of a file: where something that is missing should have been said. */
export function startOf(path: string): Place {
  const start = { line: 1, column: 1 };
  return { path, position: { start, end: start } };
}
