/** The at signs of a text. Only its source shows which of them an author has escaped. */
import type { Position } from 'unist';
import type { Document } from './document.js';

/** An at sign, `@` or `＠`. */
export interface Sign {
  /** In the text's value. */
  index: number;
  /** `\@` and `&#64;`: an at sign and nothing else. */
  isEscaped: boolean;
  /** Null where the source does not show it. */
  start: { line: number; column: number } | null;
}

/** The at signs of a text. Its value lacks escapes and the prefixes of lines, but no at sign of its source. */
export function findSigns(
  { lines }: Document,
  value: string,
  position: Position | undefined,
): Sign[] {
  const indexes = [...value.matchAll(/[@＠]/g)].map(({ index }) => index);
  if (indexes.length === 0) return [];
  const written = position ? signsIn(lines, position) : [];
  // The text may be the rest of a longer one, whose start has become another node.
  const skipped = written.length - indexes.length;
  return indexes.map((index, nth) => ({
    index,
    isEscaped: false,
    start: null,
    ...written[nth + skipped],
  }));
}

function signsIn(lines: string[], { start, end }: Position): Omit<Sign, 'index'>[] {
  return lines.slice(start.line - 1, end.line).flatMap((text, nth) => {
    const line = start.line + nth;
    const from = line === start.line ? start.column - 1 : 0;
    const to = line === end.line ? end.column - 1 : text.length;
    return [...text.matchAll(/(\\*)([@＠])|&(?:#0*64|#x0*40|commat);/gi)].flatMap(
      ({ index, 1: slashes = '', 2: sign }) => {
        const at = index + slashes.length;
        if (at < from || at >= to) return [];
        return [
          {
            isEscaped: sign === undefined || slashes.length % 2 === 1,
            start: { line, column: at + 1 },
          },
        ];
      },
    );
  });
}
