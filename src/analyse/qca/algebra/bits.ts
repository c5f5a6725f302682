/** Sets of small numbers as words of bits: charts of prime implicants hold many thousands of them. */
export type Bits = Uint32Array;

/** An empty set that has room for numbers below the size. */
export function emptyBits(size: number): Bits {
  return new Uint32Array(Math.max(1, Math.ceil(size / 32)));
}

/** Puts a number into a set. */
export function addBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** Whether a number is in a set. */
export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** The numbers of a set, ascending. */
export function listBits(bits: Bits): number[] {
  const list: number[] = [];
  bits.forEach((word, index) => {
    for (let rest = word; rest !== 0; rest &= rest - 1)
      list.push(index * 32 + 31 - Math.clz32(rest & -rest));
  });
  return list;
}

function countWord(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many numbers a set holds. */
export function countBits(bits: Bits): number {
  let sum = 0;
  for (const word of bits) sum += countWord(word);
  return sum;
}

/** How many numbers of a set are not in another one. */
export function countBeyond(bits: Bits, other: Bits): number {
  let sum = 0;
  for (let at = 0; at < bits.length; at++) sum += countWord((bits[at] ?? 0) & ~(other[at] ?? 0));
  return sum;
}

/** Whether the first set lies within the second. */
export function isWithin(inner: Bits, outer: Bits): boolean {
  for (let at = 0; at < inner.length; at++)
    if (((inner[at] ?? 0) & ~(outer[at] ?? 0)) !== 0) return false;
  return true;
}
