/** The few phrases that messages share. */

/** `; did you mean …?`, or nothing. */
export function hinted(name: string | null): string {
  return name === null ? '' : `; did you mean \`${name}\`?`;
}

/** Names in backticks, separated by commas. */
export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
