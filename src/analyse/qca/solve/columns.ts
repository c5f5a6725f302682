/** Columns of a cover problem. */
import { addBit, emptyBits, hasBit, listBits, type Bits } from '../algebra/bits.js';
import type { CoverProblem } from './covers.js';

/** The columns that matter: sets that cover these cover all. Columns with few sets come first. */
export function essentialColumns({ sets, columns }: CoverProblem): number[] {
  const common: (Bits | undefined)[] = Array.from({ length: columns }, () => undefined);
  const counts = new Uint32Array(columns);
  sets.forEach((set) => {
    listBits(set).forEach((column) => {
      counts[column] = (counts[column] ?? 0) + 1;
      common[column] = common[column]?.map((word, at) => word & (set[at] ?? 0)) ?? set.slice();
    });
  });
  const order = common
    .map((_, column) => column)
    .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  return order.filter((column, rank) =>
    // A column follows from another if every set of the other one holds it; of two alike the first stays.
    order.every((other, otherRank) => {
      const follows =
        other !== column && common[other] !== undefined && hasBit(common[other], column);
      return !follows || (counts[other] === counts[column] && otherRank > rank);
    }),
  );
}

/** A set with only the given columns, in their order. */
export function restrict(set: Bits, columns: number[]): Bits {
  const bits = emptyBits(columns.length);
  columns.forEach((column, at) => {
    if (hasBit(set, column)) addBit(bits, at);
  });
  return bits;
}
