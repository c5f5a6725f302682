/** In which other records the words of quotations stand: one pass over all records, for all quotations at once. */
import { locate } from './locate.js';
import type { Quotation } from './pieces.js';
import type { Tokens } from './tokens.js';

/** Fewer words stand anywhere. */
const fewest = 3;
const longestShingle = 6;
/** What one line can name, and what is looked at for one quotation. */
const mostTried = 20;

/** By quotation, the records that hold all its pieces in order, itself left out where `isOwn` says so. */
export function findElsewhere<Q extends Quotation, R>(
  quotations: Q[],
  records: Iterable<R>,
  {
    tokensOf,
    isOwn,
  }: { tokensOf: (record: R) => Tokens; isOwn: (quotation: Q, record: R) => boolean },
): Map<Q, R[]> {
  const { wanted, lengths } = shinglesOf(quotations);
  const found = new Map<Q, R[]>();
  if (wanted.size === 0) return found;
  const tried = new Map<Q, number>();
  for (const record of records) {
    const tokens = tokensOf(record);
    for (const quotation of candidatesIn(tokens.ids, wanted, lengths)) {
      const count = tried.get(quotation) ?? 0;
      if (count >= mostTried || isOwn(quotation, record)) continue;
      tried.set(quotation, count + 1);
      if (locate(quotation.pieces, tokens).every((span) => span !== null))
        found.set(quotation, [...(found.get(quotation) ?? []), record]);
    }
  }
  return found;
}

/** The last words of the longest run of each quotation; the first word may be in another case. */
function shinglesOf<Q extends Quotation>(
  quotations: Q[],
): { wanted: Map<number, Q[]>; lengths: number[] } {
  const wanted = new Map<number, Q[]>();
  const lengths = new Set<number>();
  for (const quotation of quotations) {
    const runs = quotation.pieces.flatMap((piece) => piece.runs.map(({ ids }) => ids));
    const [run] = runs.sort((a, b) => b.length - a.length);
    if (!run || run.length < fewest) continue;
    const shingle = run.slice(Math.max(1, run.length - longestShingle));
    lengths.add(shingle.length);
    const hash = hashOf(shingle, 0, shingle.length);
    const others = wanted.get(hash);
    if (others) others.push(quotation);
    else wanted.set(hash, [quotation]);
  }
  return { wanted, lengths: [...lengths] };
}

function candidatesIn<Q>(ids: Int32Array, wanted: Map<number, Q[]>, lengths: number[]): Set<Q> {
  const candidates = new Set<Q>();
  const seen = new Set<Q[]>();
  for (const length of lengths) {
    for (let from = 0; from + length <= ids.length; from++) {
      const quotations = wanted.get(hashOf(ids, from, length));
      if (!quotations || seen.has(quotations)) continue;
      seen.add(quotations);
      for (const quotation of quotations) candidates.add(quotation);
    }
  }
  return candidates;
}

/** Equal words have equal hashes; what has an equal hash is compared in full. (Fowler, Noll and Vo.) */
export function hashOf(ids: Int32Array, from: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ (ids[at] ?? 0), 0x01000193);
  return hash;
}
