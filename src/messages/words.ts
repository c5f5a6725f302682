/** The few phrases that messages share. */
import type { Place } from '../domain/text.js';

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
