/** A text as its letters and digits alone, each with where it stood and what was in front of it. */
import type { Fold } from './fold.js';

/** What is known of a letter, as bits. */
export const cased = 1;
export const digit = 2;
export const upper = 4;
/** Something stood between it and the letter before: spaces, signs, markup. */
export const afterGap = 8;
/** The end of a clause stood there. */
export const afterStop = 16;

export interface Letters {
  codes: Uint32Array;
  /** Offsets in the text: of the character, and behind it. */
  from: Uint32Array;
  to: Uint32Array;
  bits: Uint8Array;
  length: number;
}

/** The letters of `text` between two offsets. */
export function lettersOf(text: string, fold: Fold, start = 0, end = text.length): Letters {
  // Few characters are more letters than they are long; what goes beyond is made room for.
  let room = roomFor(end - start + 64);
  let length = 0;
  let before = afterGap;
  for (let offset = start; offset < end;) {
    const code = text.codePointAt(offset) ?? 0;
    const next = offset + (code > 0xffff ? 2 : 1);
    const folded = fold(code);
    if (folded.kind === 'gap') before |= afterGap;
    else if (folded.kind === 'stop') before |= afterGap | afterStop;
    else if (folded.kind !== 'nothing') {
      if (length + folded.codes.length > room.codes.length) room = widened(room);
      const kind =
        (folded.kind === 'cased' ? cased : folded.kind === 'digit' ? digit : 0) |
        (folded.isUpper ? upper : 0);
      for (const letter of folded.codes) {
        room.codes[length] = letter;
        room.from[length] = offset;
        room.to[length] = next;
        room.bits[length] = kind | before;
        before = 0;
        length++;
      }
    }
    offset = next;
  }
  return { ...room, length };
}

type Room = Omit<Letters, 'length'>;

function roomFor(size: number): Room {
  return {
    codes: new Uint32Array(size),
    from: new Uint32Array(size),
    to: new Uint32Array(size),
    bits: new Uint8Array(size),
  };
}

function widened(room: Room): Room {
  const wider = roomFor(room.codes.length * 2);
  wider.codes.set(room.codes);
  wider.from.set(room.from);
  wider.to.set(room.to);
  wider.bits.set(room.bits);
  return wider;
}

/** A word begins at this letter, or ends in front of it: a gap, another script, a digit, a capital behind a small letter. */
export function isBorder({ bits, length }: Letters, index: number): boolean {
  if (index <= 0 || index >= length) return true;
  const here = bits[index] ?? 0;
  const before = bits[index - 1] ?? 0;
  if (here & afterGap || (here & cased) !== (before & cased)) return true;
  const isCapital = (here & upper) !== 0;
  const isLast = index + 1 >= length || ((bits[index + 1] ?? 0) & (upper | afterGap)) !== 0;
  // `ZhangSan` and `HTMLZhang`; and `IMGzhang`, where the capitals are more than the first letter of a word.
  if (!isCapital)
    return (
      (before & upper) !== 0 &&
      index > 1 &&
      ((bits[index - 2] ?? 0) & upper) !== 0 &&
      !(before & afterGap)
    );
  return !(before & upper) || !isLast;
}
