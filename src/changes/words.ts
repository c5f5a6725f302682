/** Whether two texts say the same in the same words, and where they do not. */
import { diffArrays } from 'diff';
import type { Change } from './schema.js';

/** Edits shown of one text, and letters shown of each. */
const editsAtMost = 3;
const lettersAtMost = 90;
/** Words that may differ before two texts are taken as wholly different: the search for differences grows with their square. */
const searchAtMost = 300;

/** A text without what carries no meaning: line ends, the form of quotation marks and dashes, full width. */
export function plainOf(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[“”„‟«»「」『』"]/g, '"')
    .replace(/[‘’‚‛'`´]/g, "'")
    .replace(/[‐‑‒–—―−-]+/g, '-')
    .replace(/\.{3}/g, '…')
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Han characters are words of their own; so are signs. */
const word =
  /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}_'’])+|\.{3}|[‐‑‒–—―−-]+|[^\s\u00AD\u200B\u2060\uFEFF]/gu;

interface Token {
  /** The form in which it is compared. */
  key: string;
  start: number;
  end: number;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(word)].map(({ 0: found, index }) => ({
    key: plainOf(found),
    start: index,
    end: index + found.length,
  }));
}

/** The texts have the same words in the same order, however they are broken, spaced and quoted. */
export function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  const keys = (text: string) => tokensOf(text).map(({ key }) => key);
  const [a, b] = [keys(one), keys(other)];
  return a.length === b.length && a.every((key, at) => key === b[at]);
}

/** Where the words of two texts differ, the first few places. */
export function editsBetween(older: string, newer: string): Pick<Change, 'edits' | 'moreEdits'> {
  const edits = spansOf(tokensOf(older), tokensOf(newer)).map(({ from, to }) => ({
    from: cut(older, from),
    to: cut(newer, to),
  }));
  return { edits: edits.slice(0, editsAtMost), moreEdits: Math.max(0, edits.length - editsAtMost) };
}

/** The words of a text from one token to another, or the first of them. */
function cut(text: string, tokens: Token[]): string {
  return excerptOf(text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0));
}

/** The first words of a text on one line. */
export function excerptOf(text: string): string {
  const line = text
    .slice(0, lettersAtMost * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const letters = Array.from(line);
  if (letters.length <= lettersAtMost) return line;
  const first = letters.slice(0, lettersAtMost).join('');
  // A word is not cut in two, unless it is longer than half of what is shown.
  const end = first.lastIndexOf(' ');
  return `${end > lettersAtMost / 2 ? first.slice(0, end) : first} …`;
}

interface Span {
  from: Token[];
  to: Token[];
}

function spansOf(older: Token[], newer: Token[]): Span[] {
  let start = 0;
  while (start < older.length && older[start]?.key === newer[start]?.key) start += 1;
  let end = 0;
  while (
    end < Math.min(older.length, newer.length) - start &&
    older.at(-1 - end)?.key === newer.at(-1 - end)?.key
  )
    end += 1;
  const from = older.slice(start, older.length - end);
  const to = newer.slice(start, newer.length - end);
  const found = diffArrays(keysOf(from), keysOf(to), { maxEditLength: searchAtMost });
  return found ? joined(found, from, to) : [{ from, to }];
}

function keysOf(tokens: Token[]): string[] {
  return tokens.map(({ key }) => key);
}

/** Places with no more than one word between them are one place. */
function joined(
  found: { value: string[]; added: boolean; removed: boolean }[],
  older: Token[],
  newer: Token[],
): Span[] {
  const spans: { from: [number, number]; to: [number, number] }[] = [];
  let [left, right] = [0, 0];
  for (const { value, added, removed } of found) {
    const [ofOlder, ofNewer] = [added ? 0 : value.length, removed ? 0 : value.length];
    const last = spans.at(-1);
    if (added || removed) {
      const isNear = last !== undefined && left - last.from[1] <= 1 && right - last.to[1] <= 1;
      if (isNear) [last.from[1], last.to[1]] = [left + ofOlder, right + ofNewer];
      else spans.push({ from: [left, left + ofOlder], to: [right, right + ofNewer] });
    }
    left += ofOlder;
    right += ofNewer;
  }
  return spans.map(({ from, to }) => ({ from: older.slice(...from), to: newer.slice(...to) }));
}
