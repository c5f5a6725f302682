/** Telephone numbers: digits of any script with any signs between them, with or without the prefix of a country. */
import { afterGap, digit, type Letters } from './letters.js';

/** Han characters for the digits 0 to 9: the plain ones, the formal ones of cheques, and 幺, which is 1 on the telephone. */
const hanDigits = new Map(
  ['〇零', '一壹幺', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, value) => Array.from(signs, (sign) => [sign.codePointAt(0) ?? 0, value] as const),
  ),
);

/** Digits of the shortest number that is searched for. */
const fewest = 6;

/** The registered text, and the numbers in it: without an extension (转8012, ext. 12) or area code, and each of two side by side. */
export function numbersWritten(text: string): string[] {
  const count = (piece: string) => (piece.match(/\p{Nd}/gu) ?? []).length;
  const parts = text.split(/[\p{L},;、，；|]+/u).filter((piece) => count(piece) >= fewest);
  const joined = text.split(/\P{Nd}+/u).filter((piece) => count(piece) > fewest);
  return [...new Set([text, ...parts, ...joined])];
}

/** The forms in which a registered number may be written, as digits alone; none if it has too few. */
export function numbersOf(letters: Letters, isInternational: boolean): string[] {
  const digits = Array.from(
    { length: letters.length },
    (_, index) => digitAt(letters, index) ?? '',
  ).join('');
  const core = digits
    .replace(/^0+/, '')
    .replace(/^86(?=\d{9})/, '')
    .replace(/^0+/, '');
  const wholes = isInternational ? [core, ...withoutPrefix(core)] : [core];
  const prefixes = ['', '0', '00', '86', '860', '0086', '00860'];
  const forms = wholes.flatMap((number) => prefixes.map((prefix) => prefix + number));
  return [...new Set(forms)].filter(({ length }) => length >= fewest);
}

/** A country's prefix has one to three digits. What is left must be long enough to belong to one person. */
function withoutPrefix(digits: string): string[] {
  return [1, 2, 3]
    .map((length) => digits.slice(length).replace(/^0+/, ''))
    .filter(({ length }) => length > fewest);
}

/** The digit that a letter is, as a number may be written in Han characters too. */
export function digitAt({ codes, bits }: Letters, index: number): number | null {
  const code = codes[index] ?? 0;
  if ((bits[index] ?? 0) & digit) return code - 0x30;
  // Han digits begin at U+3007.
  return code < 0x3000 ? null : (hanDigits.get(code) ?? null);
}

/** Whether a number may begin at this letter or end before it: no digit is joined to another there. */
export function isEdge(letters: Letters, index: number): boolean {
  if (index <= 0 || index >= letters.length) return true;
  return (
    digitAt(letters, index - 1) === null ||
    digitAt(letters, index) === null ||
    ((letters.bits[index] ?? 0) & afterGap) !== 0
  );
}
