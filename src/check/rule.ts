/** What a rule is: it only points. Its id and severity are stamped by the stage. */
import type { Place, Replacement, Study } from '../model.js';

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

export interface Rule {
  /** What holds where the rule is silent. */
  description: string;
  /** Why it matters, in the terms of the method literature. */
  note: string;
  check: (study: Study) => Iterable<Pointer>;
}

/** `; did you mean …?`, or nothing. */
export function hinted(name: string | null): string {
  return name === null ? '' : `; did you mean \`${name}\`?`;
}

/** Names in backticks, separated by commas. */
export function listed(names: string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** The start of a file: where something that is missing should have been said. */
export function startOf(path: string): Place {
  const start = { line: 1, column: 1 };
  return { path, position: { start, end: start } };
}
