/** What the name of a file says of its kind. */

/** The ending of a path without its dot, in lower case: `svg`; empty if it has none. */
export function endingOf(path: string): string {
  return /\.([^./]*)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
