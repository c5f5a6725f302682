/** What must change in a note so that a quotation has its record's words. Only words change, no mark-up. */
import type { Replacement } from '../../domain/text.js';
import type { Hunk, Passage } from './closest.js';
import { indexesOf } from './difference.js';
import { locatePiece } from './locate.js';
import { quotationOf, type Piece, type Quotation } from './pieces.js';
import { wordsOf, type Lexicon, type Tokens } from './tokens.js';
import { isPlainBetween, prefixOf, type File, type Written } from './written.js';

/** Text that Markdown or a quotation gives a meaning of its own. */
const meaningful = /[\\`*_[\]［］<>#|~&$^@…⋯]|\.{3}|。{3}|:\/\/|www\./i;
/** Text that at the start of a line is not a list, a record or a heading. */
const harmlessStart = /^(?!(?:\p{Lu}|\p{Lo}){1,4}[- ]?\p{Nd})[\p{L}“‘「《"]/u;

interface Misquote {
  quotation: Quotation;
  piece: Piece;
  passage: Passage;
  record: Tokens;
  /** The record's token behind the pieces in front. */
  after: number;
}

/** The replacements that turn a piece into its passage; null unless there is exactly one way to do it. */
export function mend(
  misquote: Misquote,
  written: Written[],
  file: File,
  lexicon: Lexicon,
): Replacement[] | null {
  const { quotation, piece, passage, record, after } = misquote;
  if (piece.runs.length > 1) return null;
  const at = indexesOf(piece);
  if (!isBordered(passage, at.length, record)) return null;
  const edits = passage.hunks.map((hunk) => editOf(hunk, at, quotation.tokens, record));
  if (edits.some(({ text }) => meaningful.test(text))) return null;
  const mended = quotationOf(applied(quotation.tokens, piece, edits), lexicon);
  const [only] = mended.pieces;
  if (mended.pieces.length !== 1 || !only || !locatePiece(only, record, after)) return null;
  const replacements = edits.map((edit) => replacementOf(edit, written, file));
  return replacements.every((replacement) => replacement !== null) ? replacements : null;
}

/** Whether words that change at an end of the quotation end at punctuation in the record; else it is not known how far they go. */
function isBordered(
  { hunks }: Passage,
  length: number,
  { ids, text, starts, ends }: Tokens,
): boolean {
  const isBorder = (at: number) =>
    at < 0 || at >= ids.length || !/[\p{L}\p{N}]/u.test(text.slice(starts[at], ends[at]));
  return hunks.every(
    ({ quote, record }) =>
      (quote.from > 0 || isBorder(record.from - 1)) && (quote.to < length || isBorder(record.to)),
  );
}

/** Tokens of a quotation that are replaced, and by what text; if there are none, it is inserted after the token before `from`. */
interface Edit {
  from: number;
  to: number;
  text: string;
  /** The text is inserted before `from`, the first token of its piece. */
  isInFront: boolean;
}

function editOf(
  { quote, record: theirs }: Hunk,
  at: number[],
  tokens: Tokens,
  record: Tokens,
): Edit {
  const first = at[0] ?? 0;
  const from = at[quote.from] ?? (at.at(-1) ?? 0) + 1;
  const to = from + quote.to - quote.from;
  const words = wordsOf(record, theirs.from, theirs.to);
  if (to > from) return { from, to, text: words, isInFront: false };
  // With the space that the record has there, if any.
  if (from > first)
    return { from, to, text: gapText(record, theirs.from) + words, isInFront: false };
  return { from, to, text: words + gapText(record, theirs.to), isInFront: true };
}

function gapText({ text, starts, ends }: Tokens, index: number): string {
  return /\s/.test(text.slice(ends[index - 1] ?? 0, starts[index] ?? text.length)) ? ' ' : '';
}

function applied({ text, starts, ends }: Tokens, piece: Piece, edits: Edit[]): string {
  let result = '';
  let at = starts[piece.from] ?? 0;
  for (const { from, to, text: words, isInFront } of edits) {
    const start = to > from || isInFront ? (starts[from] ?? 0) : (ends[from - 1] ?? 0);
    result += text.slice(at, start) + words;
    at = to > from ? (ends[to - 1] ?? 0) : start;
  }
  return result + text.slice(at, ends[piece.to - 1]);
}

function replacementOf(
  { from, to, text, isInFront }: Edit,
  written: Written[],
  { path, lines }: File,
): Replacement | null {
  const [first, last, before] = [written[from], written[to - 1], written[from - 1]];
  const between = (
    start: { line: number; column: number },
    end: { line: number; column: number },
  ): Replacement | null => {
    const isAtStart = prefixOf(lines[start.line - 1] ?? '') + 1 >= start.column;
    return isAtStart && text !== '' && !harmlessStart.test(text)
      ? null
      : { place: { path, position: { start, end } }, text };
  };
  if (to === from) {
    const point =
      isInFront && first
        ? { line: first.line, column: first.from }
        : before
          ? { line: before.line, column: before.to }
          : null;
    return point && between(point, point);
  }
  if (!first || !last || !isPlainBetween(written.slice(from, to), lines)) return null;
  const end = { line: last.line, column: last.to };
  // With a word that is removed, remove the space before it, or else the one after it.
  if (text === '') {
    if (before?.line === first.line && isPlainBetween([before, first], lines))
      return between({ line: before.line, column: before.to }, end);
    const next = written[to];
    if (next?.line === last.line && isPlainBetween([last, next], lines))
      return between(
        { line: first.line, column: first.from },
        { line: next.line, column: next.from },
      );
  }
  return between({ line: first.line, column: first.from }, end);
}
