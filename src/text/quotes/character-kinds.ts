/** The kinds of characters that make tokens. */

const unknown = 255;
/** Separates words. */
export const space = 0;
/** A letter or digit of a script that puts spaces between words. */
export const letter = 1;
/** A character of a script that puts no spaces between words: a token by itself. */
export const single = 2;
/** Punctuation and symbols. */
export const sign = 3;
/** An accent or other mark, part of the character before it. */
export const mark = 4;
/** Soft hyphens, joiners, marks of direction and variation selectors. */
export const invisible = 5;

const kinds: [RegExp, number][] = [
  [/\s/u, space],
  [/[\p{Cf}\p{Cc}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u, invisible],
  [/[\p{M}\uFF9E\uFF9F]/u, mark],
  [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u,
    single,
  ],
  [/[\p{L}\p{N}_]/u, letter],
];
/** The kind of each character once it has been asked for. */
const table = new Uint8Array(0x110000).fill(unknown);

/** The kind of a character, by its code point. */
export function kindOf(code: number): number {
  const known = table[code] ?? sign;
  if (known !== unknown) return known;
  const character = String.fromCodePoint(code);
  return (table[code] = kinds.find(([pattern]) => pattern.test(character))?.[1] ?? sign);
}

/** Whether a character is a letter or digit of a script that puts spaces between words. */
export function isLetter(character: string): boolean {
  return character !== '' && kindOf(character.codePointAt(0) ?? 32) === letter;
}
