/** Where the tokens of a quotation stand in the file of its note. */
import type { Nodes, RootContent, Text } from 'mdast';
import { tokensOf, type Lexicon, type Tokens } from './tokens.js';

/** Where a token stands in a file: its line, and its columns from 1. */
export interface Written {
  line: number;
  from: number;
  to: number;
}

/** A file by its lines. */
export interface File {
  path: string;
  lines: string[];
}

/** Where each token of a quotation stands in its file; null if the file has other tokens, as with escapes or mark-up within a word. */
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

/** How many characters stand before a line's own text: signs of a block quote and indentation. */
export function prefixOf(source: string): number {
  return /^[\s>]*/.exec(source)?.[0].length ?? 0;
}

function textsIn(nodes: Nodes[]): Text[] {
  return nodes.flatMap((node) =>
    node.type === 'text' ? [node] : 'children' in node ? textsIn(node.children) : [],
  );
}

/** Whether only spaces, line ends and the prefixes of lines stand between tokens, and no mark-up. */
export function isPlainBetween(tokens: Written[], lines: string[]): boolean {
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
