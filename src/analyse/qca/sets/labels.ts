/** How sets are called in expressions. */

/** Long enough to be known again, short enough for a term of several conditions. */
const longest = 12;

/**
 * A name for each: its own label, else a short form of its component's code or id, in capitals as in the literature. What is
 * not labelled gives way to what is; the second of two equal ones gets a number.
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

/** `information-integration` as `INFO-INTE`; signs that expressions use are no part of a name. */
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
