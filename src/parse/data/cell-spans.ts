/** Where the cells of a CSV or TSV file stand. */
import type { Place } from '../../domain/text.js';

/** Offsets in a text. */
export type Span = [from: number, to: number];

/** Where the cells of a row stand in the file, without the blanks around them; `raw` is the row as written, which begins at `offset`. */
export function spansOf(raw: string, delimiter: string, offset: number): Span[] {
  const spans: Span[] = [];
  let isQuoted = false;
  let start = 0;
  for (let index = 0; index <= raw.length; index++) {
    const sign = raw[index];
    if (sign === '"') isQuoted = !isQuoted;
    if (index < raw.length && (isQuoted || sign !== delimiter)) continue;
    const piece = raw.slice(start, index);
    // Empty lines come before the first cell; the blanks of an empty cell are part of it.
    const blank = piece.trim() === '' ? (spans.length === 0 ? /^\n*/ : /^/) : /^\s*/;
    const from = start + (blank.exec(piece)?.[0].length ?? 0);
    spans.push([offset + from, offset + from + piece.trim().length]);
    start = index + 1;
  }
  return spans;
}

/** Offsets at which the lines of a text begin. */
export function linesOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** A span as lines and columns; `lines` has the offset of each line. */
export function positionOf(lines: number[], [from, to]: Span): Place['position'] {
  return { start: pointAt(lines, from), end: pointAt(lines, to) };
}

function pointAt(lines: number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}
