/** The passage of a record that is most like a piece of a quotation, found in time in proportion to the record. */
import { diffArrays } from 'diff';
import type { Span } from './locate.js';
import type { Piece } from './pieces.js';
import { highest, sharedByWindow } from './windows.js';

/** Words of a quotation and words of a record that stand for each other; one side may be empty. */
export interface Hunk {
  quote: Span;
  record: Span;
}

/** A part of a record, compared with a piece of a quotation. */
export interface Passage {
  /** In the record. */
  span: Span;
  hunks: Hunk[];
  /** The share of tokens that both have, of the longer one. */
  likeness: number;
}

/** A passage is worth showing from here on. */
const alike = 0.5;
/** Limits, beyond which the comparison would take long. */
const mostEdits = 300;
const longest = 5000;
const fewWords = 3;

/** The best passage from token `after` on, and the likeness of the second best; null if none is alike. */
export function closestPassage(
  piece: Piece,
  record: Int32Array,
  after: number,
): { best: Passage; second: number } | null {
  const quote = piece.runs.flatMap(({ ids }) => [...ids]);
  if (quote.length > longest) return null;
  const twin = piece.runs[0]?.twin ?? 0;
  const align = (start: number) => passageAt({ quote, twin, record, after }, after + start);
  const shared = sharedByWindow(quote, record, after);
  const first = highest(shared, 0, shared.length);
  const best = first === null ? null : align(first);
  if (first === null || !best || best.likeness < alike) return null;
  const others = [
    highest(shared, 0, first - quote.length + 1),
    highest(shared, first + quote.length, shared.length),
  ];
  const second = others.map((start) => (start === null ? 0 : (align(start)?.likeness ?? 0)));
  return { best, second: Math.max(...second) };
}

interface Pair {
  quote: number[];
  /** The first word in the other case. */
  twin: number;
  record: Int32Array;
  after: number;
}

function passageAt({ quote, twin, record, after }: Pair, start: number): Passage | null {
  const margin = Math.ceil(quote.length / 3) + 3;
  const from = Math.max(after, start - margin);
  const to = Math.min(record.length, start + quote.length + margin);
  const window = [...record.subarray(from, to)];
  // Only the first word of a piece may begin in the other case.
  const head = -1;
  const comparator = (a: number, b: number) =>
    a === b || (a === head && (b === quote[0] || b === twin));
  const changes = diffArrays([head, ...quote.slice(1)], window, {
    maxEditLength: mostEdits,
    comparator,
  });
  if (!changes) return null;
  const same: (Hunk & { length: number })[] = [];
  let [inQuote, inRecord] = [0, from];
  for (const { added, removed, count } of changes) {
    const [quoteEnd, recordEnd] = [inQuote + (added ? 0 : count), inRecord + (removed ? 0 : count)];
    if (!added && !removed)
      same.push({
        quote: { from: inQuote, to: quoteEnd },
        record: { from: inRecord, to: recordEnd },
        length: count,
      });
    [inQuote, inRecord] = [quoteEnd, recordEnd];
  }
  const kept = withoutStrays(same);
  if (kept[0]) growBack(kept[0], { quote, twin, record, after });
  return passageOf(kept, quote.length, { record, after });
}

/** Words before the first that agree may have been taken by a stray; they may agree next to it too. */
function growBack(first: Hunk & { length: number }, { quote, twin, record, after }: Pair): void {
  const agrees = (at: number, id: number | undefined) =>
    id !== undefined && (id === quote[at] || (at === 0 && id === twin));
  while (
    first.quote.from > 0 &&
    first.record.from > after &&
    agrees(first.quote.from - 1, record[first.record.from - 1])
  ) {
    first.quote.from--;
    first.record.from--;
    first.length++;
  }
}

/** Drops words at an end that agree only far away, as `the` may: there they belong to other words of the record. */
function withoutStrays<T extends Hunk & { length: number }>(same: T[]): T[] {
  let [start, end] = [0, same.length];
  const isStray = (stray: T | undefined, gap: number) =>
    stray !== undefined && gap > 2 * stray.length;
  while (
    end - start > 1 &&
    isStray(same[start], (same[start + 1]?.record.from ?? 0) - (same[start]?.record.to ?? 0))
  )
    start++;
  while (
    end - start > 1 &&
    isStray(same[end - 1], (same[end - 1]?.record.from ?? 0) - (same[end - 2]?.record.to ?? 0))
  )
    end--;
  return same.slice(start, end);
}

function passageOf(
  same: (Hunk & { length: number })[],
  length: number,
  { record, after }: Pick<Pair, 'record' | 'after'>,
): Passage | null {
  const [first, last] = [same[0], same.at(-1)];
  if (!first || !last) return null;
  const hunks: Hunk[] = [];
  let quoteAt = 0;
  // A few words at an end of the quotation stand for as many words of the same sentence.
  const paired = (count: number) => (count <= fewWords ? count : 0);
  let recordAt = first.record.from;
  while (
    recordAt > after &&
    first.record.from - recordAt < paired(first.quote.from) &&
    !isEnd(record[recordAt - 1])
  )
    recordAt--;
  const from = recordAt;
  for (const { quote, record: part } of same) {
    if (quote.from > quoteAt || part.from > recordAt)
      hunks.push({
        quote: { from: quoteAt, to: quote.from },
        record: { from: recordAt, to: part.from },
      });
    [quoteAt, recordAt] = [quote.to, part.to];
  }
  let to = recordAt;
  while (to < record.length && to - recordAt < paired(length - quoteAt) && !isEnd(record[to])) to++;
  if (quoteAt < length)
    hunks.push({ quote: { from: quoteAt, to: length }, record: { from: recordAt, to } });
  const agreeing = same.reduce((sum, each) => sum + each.length, 0);
  return { span: { from, to }, hunks, likeness: agreeing / Math.max(length, to - from) };
}

const ends = new Set(['.', '!', '?', '…', ';'].map((key) => key.charCodeAt(0)));

function isEnd(id: number | undefined): boolean {
  return id !== undefined && ends.has(id);
}
