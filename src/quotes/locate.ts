/** Where the pieces of a quotation stand in a record, in order. Takes time in proportion to the record. */
import type { Piece, Run } from './pieces.js';
import type { Tokens } from './tokens.js';

/** A range of a record's tokens; `to` is behind the last. */
export interface Span {
  from: number;
  to: number;
}

/** The span of each piece; null for one that does not stand behind those before it. */
export function locate(pieces: Piece[], record: Tokens): (Span | null)[] {
  let after = 0;
  return pieces.map((piece) => {
    const span = locatePiece(piece, record, after);
    if (span) after = span.to;
    return span;
  });
}

/** The first place of a piece at or behind a token. */
export function locatePiece({ runs }: Piece, record: Tokens, after: number): Span | null {
  const [first, ...others] = runs;
  if (!first) return null;
  if (others.length === 0) return occurrences(first, record.ids, after, 1)[0] ?? null;
  // `from` is that of the whole, `to` that of the run: each place that can be reached from one of the run before.
  let reached = occurrences(first, record.ids, after, Infinity);
  for (const run of others) {
    const next: Span[] = [];
    let at = 0;
    for (const span of occurrences(run, record.ids, reached[0]?.to ?? record.ids.length, Infinity)) {
      while (at + 1 < reached.length && (reached[at + 1]?.to ?? 0) <= span.from) at++;
      const before = reached[at];
      if (before && before.to <= span.from && span.from - before.to <= run.gap) next.push({ from: before.from, to: span.to });
    }
    reached = next;
  }
  return reached[0] ?? null;
}

/** Where a run stands, its first word in either case; overlapping places too. (Knuth, Morris and Pratt 1977.) */
function occurrences({ ids, twin }: Run, record: Int32Array, after: number, most: number): Span[] {
  const [first] = ids;
  const rest = ids.subarray(1);
  const borders = bordersOf(rest);
  const found: Span[] = [];
  let matched = 0;
  for (let at = rest.length === 0 ? after : after + 1; at < record.length && found.length < most; at++) {
    while (matched > 0 && (matched === rest.length || record[at] !== rest[matched])) matched = borders[matched - 1] ?? 0;
    if (rest.length > 0 && record[at] === rest[matched]) matched++;
    if (matched < rest.length) continue;
    const from = at - rest.length;
    if (record[from] === first || record[from] === twin) found.push({ from, to: at + 1 });
  }
  return found;
}

function bordersOf(ids: Int32Array): Int32Array {
  const borders = new Int32Array(ids.length);
  for (let at = 1, length = 0; at < ids.length; at++) {
    while (length > 0 && ids[at] !== ids[length]) length = borders[length - 1] ?? 0;
    if (ids[at] === ids[length]) length++;
    borders[at] = length;
  }
  return borders;
}
