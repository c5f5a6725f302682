/** Compares names without regard to case, width and punctuation, and finds the one that was probably meant. */
import { distance } from 'fastest-levenshtein';

/** The form in which two spellings of one name are equal: NFKC, lower case, without punctuation, symbols and spaces. */
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
      // A lower bound of the distance, which itself takes a hundred times as long to compute.
      const atLeast = key === other ? 0 : Math.max(1, Math.abs(key.length - other.length));
      if (atLeast / length >= least) continue;
      const cost = distance(key, other) / length;
      if (cost < least) [best, least] = [candidate, cost];
    }
    return least <= 0.5 ? best : null;
  };
}

/** Looks up candidates by their spelling. */
export interface Spellings {
  /** The one candidate that differs from a name in case, spaces and punctuation only; null if there is none, or more than one. */
  same: (name: string) => string | null;
  /** The same, or the one candidate that is a single typing error away; null where there could be two answers. */
  meant: (name: string) => string | null;
}

/** Candidates by their spelling, for changes in an author's text: an answer only where there is exactly one. */
export function spellingsOf(candidates: Iterable<string>): Spellings {
  const byKey = new Map<string, Set<string>>();
  for (const candidate of candidates)
    byKey.set(
      spellingKey(candidate),
      (byKey.get(spellingKey(candidate)) ?? new Set()).add(candidate),
    );
  const same = (name: string) => (keyOf(name) === '' ? null : only(byKey.get(spellingKey(name))));
  return {
    same,
    meant: (name) => {
      if (byKey.has(spellingKey(name))) return same(name);
      const key = spellingKey(name);
      const near = [...byKey.keys()].filter((other) => distance(key, other) <= tooNear);
      const [one = ''] = near;
      return near.length === 1 && isSlip(key, one) ? only(byKey.get(one)) : null;
    },
  };
}

/** Edits within which no second candidate may stand. */
const tooNear = 2;

/** Short names that differ in one letter are often two names: Hebei and Hubei, HAIR and HAIL. */
const longEnough = 8;

/** The key of a name with its numbers apart: `P1.2` is not `P12`. */
function spellingKey(name: string): string {
  return `${keyOf(name)} ${numbersOf(name)}`.trim();
}

function numbersOf(name: string): string {
  return [...name.normalize('NFKC').matchAll(/\p{Nd}+/gu)].join(' ');
}

/** One letter too many, too few or another, or two that changed places; neither in the first letter nor in a number. */
function isSlip(key: string, other: string): boolean {
  const letters = Math.max(...[key, other].map((each) => each.replace(/\P{L}/gu, '').length));
  if (
    letters < longEnough ||
    !other.startsWith(key.slice(0, 1)) ||
    numbersOf(key) !== numbersOf(other)
  )
    return false;
  const cost = distance(key, other);
  if (cost !== 2 || key.length !== other.length) return cost === 1;
  let at = 0;
  while (key[at] === other[at]) at++;
  return key[at] === other[at + 1] && key[at + 1] === other[at];
}

function only(names: Set<string> | undefined): string | null {
  const [name = null, second] = names ?? [];
  return second === undefined ? name : null;
}
