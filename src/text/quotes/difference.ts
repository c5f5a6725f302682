/** How a quotation differs from its record, in one line. */
import type { Hunk, Passage } from './closest.js';
import type { Piece } from './pieces.js';
import type { Span } from './locate.js';
import { wordsOf, type Tokens } from './tokens.js';

/** Differences that a line has room for, and characters that each side has. */
const most = 3;
const widest = 60;

/** ``the record has `higher authorities` where the quote has `upper authority` ``; the rest of many is counted. */
export function sayDifference(
  { hunks }: Passage,
  piece: Piece,
  quote: Tokens,
  record: Tokens,
): string {
  const at = indexesOf(piece);
  const said = hunks.slice(0, most).map((hunk) => sayHunk(hunk, at, quote, record));
  const rest = hunks.length - most;
  return [...said, ...(rest > 0 ? [`and ${String(rest)} more`] : [])].join('; ');
}

/** The number, in the quotation, of each token of a piece: insertions are no part of it. */
export function indexesOf({ runs }: Piece): number[] {
  return runs.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, index) => from + index),
  );
}

function sayHunk(hunk: Hunk, at: number[], quote: Tokens, record: Tokens): string {
  const [mine, theirs] = withWords(hunk, at, quote, record);
  if (theirs === '') return `the quote adds ${mine}`;
  if (mine === '') return `the quote leaves out ${theirs}`;
  return `the record has ${theirs} where the quote has ${mine}`;
}

/** A sign alone says little, and a word that is left out or added stands nowhere: they take the words beside them along. */
function withWords(
  { quote: mine, record: theirs }: Hunk,
  at: number[],
  quote: Tokens,
  record: Tokens,
): [string, string] {
  const isBare = [quoteWords(mine, at, quote), wordsOf(record, theirs.from, theirs.to)].every(
    (words) => !/[\p{L}\p{N}]/u.test(words),
  );
  const isShort =
    mine.to - mine.from + theirs.to - theirs.from <= 2 &&
    (mine.to === mine.from || theirs.to === theirs.from);
  const wider = ({ from, to }: Span, length: number): Span =>
    isBare || isShort
      ? { from: Math.max(0, from - 1), to: Math.min(length, to + 1) }
      : { from, to };
  const [a, b] = [wider(mine, at.length), wider(theirs, record.ids.length)];
  return [inTicks(quoteWords(a, at, quote)), inTicks(wordsOf(record, b.from, b.to))];
}

function quoteWords({ from, to }: Span, at: number[], quote: Tokens): string {
  const [first, last] = [at[from], at[to - 1]];
  return from < to && first !== undefined && last !== undefined
    ? wordsOf(quote, first, last + 1)
    : '';
}

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Words in backticks, the middle of many left out; nothing for none. */
export function inTicks(words: string): string {
  const plain = words.replaceAll('`', "'");
  if (plain.length <= widest) return plain === '' ? '' : `\`${plain}\``;
  const half = Math.floor((widest - 3) / 2);
  // Characters that are made of many are cut at their borders, and only near the ends.
  const start = [...characters.segment(plain.slice(0, 4 * half))].slice(0, half);
  const end = [...characters.segment(plain.slice(-4 * half))].slice(-half);
  const joined = (part: { segment: string }[]) => part.map(({ segment }) => segment).join('');
  return `\`${joined(start).trimEnd()} … ${joined(end).trimStart()}\``;
}
