/** Reduces a text to its letters and digits, each with its place and with what stood before it. */
import type { Fold } from './fold.js';

/** Bit of a letter: its script has two cases. */
export const cased = 1;
/** Bit of a letter: it is a decimal digit. */
export const digit = 2;
/** Bit of a letter: it is a capital. */
export const upper = 4;
/** Bit of a letter: spaces, signs or mark-up stand between it and the one before. */
export const afterGap = 8;
/** Bit of a letter: a clause ends between it and the one before. */
export const afterStop = 16;

/** The letters of a text, as columns: `length` entries of each are used. */
export interface Letters {
  /** Folded code points. */
  codes: Uint32Array;
  /** Offsets in the text at which the letter's character begins. */
  from: Uint32Array;
  /** Offsets at which it ends. */
  to: Uint32Array;
  /** Any of the bits above. */
  bits: Uint8Array;
  length: number;
}

/** The letters of `text` between two offsets. */
export function lettersOf(text: string, fold: Fold, start = 0, end = text.length): Letters {
  // A few characters fold to more letters than they are long; then more room is made.
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

/** Whether a word begins at this letter or ends before it: after a gap, another script or a digit, or a capital after a small letter. */
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
