/** A text as tokens that are equal in every spelling of the same words. Spaces are not tokens, so they never count. */
import { invisible, kindOf, letter, mark, sign, single, space } from './character-kinds.js';

/** Tokens of a text, by number: the identity of each, and the offsets at which it begins and ends. */
export interface Tokens {
  text: string;
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** Gives equal words equal numbers. All texts that are compared share one. */
export interface Lexicon {
  idOf: (key: string) => number;
}

/** An empty lexicon. */
export function newLexicon(): Lexicon {
  const ids = new Map<string, number>();
  return {
    idOf: (key) => {
      const code = key.codePointAt(0) ?? 0;
      // A single character is its own number.
      if (key.length === 1 || (key.length === 2 && code > 0xffff)) return code;
      const known = ids.get(key);
      if (known !== undefined) return known;
      const id = 0x110000 + ids.size;
      ids.set(key, id);
      return id;
    },
  };
}

const quotationMarks = new Set('"\'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟＂＇｢｣');
const dashes = new Set('-‐‑‒–—―−－﹣﹘');
const dots = new Set('.…‥⋯。．｡');
const apostrophes = new Set("'’‘ʼ＇");

/** The tokens of a text, in one pass. */
export function tokensOf(text: string, lexicon: Lexicon): Tokens {
  const ids = new Int32Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    const next = at + (code > 0xffff ? 2 : 1);
    if (kind === space || kind === invisible) {
      at = next;
      continue;
    }
    const end =
      kind === letter || kind === mark
        ? endOfWord(text, next)
        : kind === single
          ? endOfMarks(text, next)
          : endOfSign(text, at, next);
    ids[count] = lexicon.idOf(keyOfToken(text.slice(at, end), kind));
    starts[count] = at;
    ends[count] = end;
    count++;
    at = end;
  }
  return {
    text,
    ids: ids.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
  };
}

function endOfWord(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const kind = kindOf(code);
    const next = at + (code > 0xffff ? 2 : 1);
    if (kind === letter || kind === mark) end = next;
    else if (kind !== invisible && !joinsWord(text, at, next)) break;
    at = next;
  }
  return end;
}

/** `1,000` and `3.5`, but not `2010,2011`. */
const withinNumber = /(?<=\p{Nd})(?:[.．]\p{Nd}|[,，]\p{Nd}{3}(?!\p{Nd}))/uy;

/** An apostrophe within a word is a letter of it, and what parts the digits of a number is a digit. */
function joinsWord(text: string, at: number, next: number): boolean {
  if (apostrophes.has(text.charAt(at))) return kindOf(text.codePointAt(next) ?? 32) === letter;
  withinNumber.lastIndex = at;
  return withinNumber.test(text);
}

function endOfMarks(text: string, from: number): number {
  let end = from;
  for (
    let code = text.codePointAt(end);
    code !== undefined && kindOf(code) === mark;
    code = text.codePointAt(end)
  )
    end += code > 0xffff ? 2 : 1;
  return end;
}

/** Quotation marks, dashes and dots in a row are one sign: `——`, `...`, `“‘`. */
function endOfSign(text: string, at: number, next: number): number {
  const row = [quotationMarks, dashes, dots].find((set) => set.has(text.charAt(at)));
  if (!row) return endOfMarks(text, next);
  let end = next;
  while (row.has(text.charAt(end))) end++;
  return end;
}

function keyOfToken(written: string, kind: number): string {
  if (kind === sign) return keyOfSign(written);
  return isPlain(written) ? written : normalised(written);
}

function isPlain(written: string): boolean {
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at);
    // Of Han characters, only those for compatibility have another form.
    if (code > 0x7e && !(code >= 0x4e00 && code <= 0x9fff && written.length === 1)) return false;
  }
  return true;
}

function normalised(written: string): string {
  return written
    .replace(/[\p{Cf}\p{Cc}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')
    .normalize('NFKC')
    .replace(/[’‘ʼ]/g, "'");
}

function keyOfSign(written: string): string {
  const first = written.charAt(0);
  if (quotationMarks.has(first)) return '"';
  if (dashes.has(first)) return '-';
  if (dots.has(first)) return written.length > 1 || !/[.。．｡]/.test(first) ? '…' : '.';
  return written.length === 1 && first < '\u007f' ? first : written.normalize('NFKC');
}

/** The identity of the word that differs from a token only in the case of its first letter. */
export function twinOf({ text, starts, ends }: Tokens, at: number, lexicon: Lexicon): number {
  const key = normalised(text.slice(starts[at], ends[at]));
  const first = String.fromCodePoint(key.codePointAt(0) ?? 32);
  const other = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return kindOf(first.codePointAt(0) ?? 32) === letter
    ? lexicon.idOf(other + key.slice(first.length))
    : lexicon.idOf(keyOfSign(first));
}

/** Punctuation that a quotation may gain or lose at its ends. */
const soft = new Set(['.', ',', ';', ':', '、', '…', '-', '"'].map((key) => key.charCodeAt(0)));

/** Whether a token is punctuation that a quotation may gain or lose where it begins or ends. */
export function isSoft(id: number | undefined): boolean {
  return id !== undefined && soft.has(id);
}

/** The words of a range of tokens, as they are written. */
export function wordsOf({ text, starts, ends }: Tokens, from: number, to: number): string {
  return from < to ? text.slice(starts[from], ends[to - 1]).replace(/\s+/g, ' ') : '';
}

/** Whether a token is one character of a script that puts no spaces between words. */
export function isHan(id: number): boolean {
  return id < 0x110000 && kindOf(id) === single;
}
