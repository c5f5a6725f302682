/** The labels of sets in expressions. */

/** Long enough to be recognised, short enough for a term of several conditions. */
const longest = 12;

/**
 * A name for each: its own label, else a short form of its component's code or id, in capitals as in the literature. Labels
 * are given first; the second of two equal names gets a number.
 */
export function labelsFor(named: { label: string | null; name: string }[]): string[] {
  const taken = new Set(named.flatMap(({ label }) => label ?? []));
  return named.map(({ label, name }) => {
    if (label !== null) return label;
    const short = shortened(name);
    let [free, count] = [short, 2];
    while (taken.has(free)) free = `${short}-${String(count++)}`;
    taken.add(free);
    return free;
  });
}

/** `information-integration` as `INFO-INTE`, without signs that have a meaning in expressions. */
function shortened(name: string): string {
  const words = name.toUpperCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['X'];
  const whole = words.join('-');
  return whole.length <= longest
    ? whole
    : cut(words.map((word) => cut(word, 4)).join('-'), longest);
}

/** By code points, so that no character is cut in two. */
function cut(text: string, length: number): string {
  return Array.from(text).slice(0, length).join('');
}
