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

/** Places of a run that are kept: all of them, but of so many runs that hundreds of thousands of steps would be taken for each. */
const mostSteps = 10_000_000;
const fewestKept = 1_000;

/** The first place of a piece at or behind a token. */
export function locatePiece({ runs }: Piece, record: Tokens, after: number): Span | null {
  const [first, ...others] = runs;
  if (!first) return null;
  if (others.length === 0) return occurrences(first, record.ids, after, 1)[0] ?? null;
  // `from` is that of the whole, `to` that of the run: each place that can be reached from one of the run before.
  let reached = occurrences(first, record.ids, after, Infinity);
  const most = Math.max(fewestKept, Math.floor(mostSteps / runs.length));
  for (const run of others) reached = reachedFrom(reached, run, record.ids).slice(0, most);
  return reached[0] ?? null;
}

/** Places of a run near enough behind one of those that were reached, each with the nearest of them in front of it. */
function reachedFrom(before: Span[], run: Run, record: Int32Array): Span[] {
  const [nearest, farthest] = [before[0], before.at(-1)];
  if (!nearest || !farthest) return [];
  const next: Span[] = [];
  let at = 0;
  for (const span of occurrences(
    run,
    record.subarray(0, farthest.to + run.gap + run.ids.length),
    nearest.to,
    Infinity,
  )) {
    while (at + 1 < before.length && (before[at + 1]?.to ?? 0) <= span.from) at++;
    const last = before[at];
    if (last && last.to <= span.from && span.from - last.to <= run.gap)
      next.push({ from: last.from, to: span.to });
  }
  return next;
}

/** Where a run stands, its first word in either case; overlapping places too. (Knuth, Morris and Pratt 1977.) */
function occurrences({ ids, twin }: Run, record: Int32Array, after: number, most: number): Span[] {
  const [first] = ids;
  const rest = ids.subarray(1);
  const borders = bordersOf(rest);
  const found: Span[] = [];
  let matched = 0;
  for (
    let at = rest.length === 0 ? after : after + 1;
    at < record.length && found.length < most;
    at++
  ) {
    while (matched > 0 && (matched === rest.length || record[at] !== rest[matched]))
      matched = borders[matched - 1] ?? 0;
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
