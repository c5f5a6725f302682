/** What would have to be written in a note so that a quotation has its record's words: words only, and nothing else. */
import type { Nodes, RootContent, Text } from 'mdast';
import type { Replacement } from '../../domain/text.js';
import type { Hunk, Passage } from './closest.js';
import { indexesOf } from './difference.js';
import { locatePiece } from './locate.js';
import { quotationOf, type Piece, type Quotation } from './pieces.js';
import { tokensOf, wordsOf, type Lexicon, type Tokens } from './tokens.js';

/** Where a token stands in a file: its line, and its columns from 1. */
export interface Written {
  line: number;
  from: number;
  to: number;
}

export interface File {
  path: string;
  lines: string[];
}

/** Where each token of a quotation is written; null if the source has other tokens, as with escapes or mark-up within a word. */
export function writtenTokens(
  nodes: RootContent[],
  tokens: Tokens,
  { lines }: File,
  lexicon: Lexicon,
): Written[] | null {
  const written: Written[] = [];
  let same = 0;
  for (const { position } of textsIn(nodes)) {
    if (!position) return null;
    for (let line = position.start.line; line <= position.end.line; line++) {
      const source = lines[line - 1] ?? '';
      const from = line === position.start.line ? position.start.column - 1 : prefixOf(source);
      const part = tokensOf(
        source.slice(from, line === position.end.line ? position.end.column - 1 : undefined),
        lexicon,
      );
      part.ids.forEach((id, index) => {
        if (id === tokens.ids[written.length]) same++;
        written.push({
          line,
          from: from + (part.starts[index] ?? 0) + 1,
          to: from + (part.ends[index] ?? 0) + 1,
        });
      });
    }
  }
  return same === written.length && same === tokens.ids.length ? written : null;
}

function prefixOf(source: string): number {
  return /^[\s>]*/.exec(source)?.[0].length ?? 0;
}

function textsIn(nodes: Nodes[]): Text[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [node] : 'children' in node ? textsIn(node.children) : [],
  );
}

/** What Markdown, or a quotation, would read as a sign of its own. */
const meaningful = /[\\`*_[\]［］<>#|~&$^@…⋯]|\.{3}|。{3}|:\/\/|www\./i;
/** What may stand at the start of a line without being read as a list, a record or a heading. */
const harmlessStart = /^(?!(?:\p{Lu}|\p{Lo}){1,4}[- ]?\p{Nd})[\p{L}“‘「《"]/u;

interface Misquote {
  quotation: Quotation;
  piece: Piece;
  passage: Passage;
  record: Tokens;
  /** The record's token behind the pieces in front. */
  after: number;
}

/** The replacements that make a piece its passage; null where that cannot be done without a doubt. */
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

/** Whether words that change at an end of the quotation have an end in the record too: else nobody knows how far they go. */
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

/** Tokens of a quotation that go, and the text that comes; with none to go, it comes behind the token before `from`. */
interface Edit {
  from: number;
  to: number;
  text: string;
  /** The text comes in front of `from`, which is the first of its piece. */
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
  // A word that goes takes the space in front of it along, or that behind it.
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

/** No mark-up between tokens, only spaces, line ends and what stands in front of a quotation's lines. */
function isPlainBetween(tokens: Written[], lines: string[]): boolean {
  return tokens.slice(1).every((token, index) => {
    const before = tokens[index];
    if (!before) return false;
    const rest = (lines[before.line - 1] ?? '').slice(before.to - 1);
    if (token.line === before.line) return rest.slice(0, token.from - before.to).trim() === '';
    return (
      token.line === before.line + 1 &&
      rest.trim() === '' &&
      prefixOf(lines[token.line - 1] ?? '') === token.from - 1
    );
  });
}
