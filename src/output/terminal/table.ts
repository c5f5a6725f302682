/** A table in lines of a terminal's width; one that is too wide stands in parts, each with the first column. */
import stringWidth from 'string-width';
import { padded, widestPiece, wrapped } from './wrap.js';

/** A cell as its lines, before they are wrapped. */
export interface Cell {
  lines: string[];
  /** All of it is set off. */
  isStrong: boolean;
}

/** What makes a column of a table. */
interface Column {
  cells: Cell[];
  width: number;
  isNumeric: boolean;
}

/** A column is not made narrower than this for the sake of the others, as long as the table can be split. */
const longestWord = 18;
/** Nor this, though Chinese may be broken anywhere. */
const shortWord = 8;

/** The lines of a table, at most `width` columns wide. The first row is its head; `paint` sets off words. */
export function tableLines(
  rows: Cell[][],
  width: number,
  paint: (text: string) => string,
): string[] {
  const count = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: count }, (_, index) =>
    columnOf(rows.map((row) => row[index] ?? { lines: [], isStrong: false })),
  );
  return partsOf(columns, width).flatMap((part, index) => [
    ...(index > 0 ? [''] : []),
    ...linesOf(part, paint),
  ]);
}

function columnOf(cells: Cell[]): Column {
  const [, ...body] = cells;
  const isNumber = (line = '') => /^(?:[-−+]?[\d.,]+ ?%?|[–—-])?$/.test(line);
  return {
    cells,
    width: 0,
    isNumeric:
      body.length > 0 && body.every(({ lines }) => lines.length <= 1 && isNumber(lines[0])),
  };
}

/** Columns in parts that fit, with their widths set. */
function partsOf(columns: Column[], width: number): Column[][] {
  const [first, ...rest] = columns;
  if (!first) return [];
  const least = ({ cells }: Column) => {
    const lines = cells.flatMap((cell) => cell.lines);
    const widest = Math.max(1, ...lines.map((line) => stringWidth(line)));
    return Math.min(longestWord, Math.max(Math.min(shortWord, widest), ...lines.map(widestPiece)));
  };
  const parts: Column[][] = [[first]];
  let used = least(first) + 4;
  for (const column of rest) {
    const more = least(column) + 3;
    const last = parts.at(-1);
    if (!last || (last.length > 1 && used + more > width)) {
      parts.push([first, column]);
      used = least(first) + 4 + more;
    } else {
      last.push(column);
      used += more;
    }
  }
  return parts.map((part) => fitted(part, least, width));
}

/** Each column gets what it needs at least; what is left goes, one by one, to the column that would be the tallest. */
function fitted(columns: Column[], least: (column: Column) => number, width: number): Column[] {
  const wished = columns.map(({ cells }) =>
    Math.max(1, ...cells.flatMap(({ lines }) => lines.map((line) => stringWidth(line)))),
  );
  const widths = columns.map((column, index) => Math.min(least(column), wished[index] ?? 1));
  const height = (index: number) => (wished[index] ?? 1) / (widths[index] ?? 1);
  let left = width - 1 - columns.length * 3 - widths.reduce((total, each) => total + each, 0);
  for (; left > 0; left--) {
    const tallest = widths.reduce(
      (most, _, index) => (height(index) > height(most) ? index : most),
      0,
    );
    if (height(tallest) <= 1) break;
    widths[tallest] = (widths[tallest] ?? 1) + 1;
  }
  // Even two columns may be wider than the terminal: the widest is made narrower.
  for (; left < 0; left++) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = Math.max(2, (widths[widest] ?? 2) - 1);
  }
  return columns.map((column, index) => ({ ...column, width: widths[index] ?? 2 }));
}

function linesOf(columns: Column[], paint: (text: string) => string): string[] {
  const rule = (left: string, middle: string, right: string) =>
    left + columns.map(({ width }) => '─'.repeat(width + 2)).join(middle) + right;
  const [head = [], ...body] = (columns[0]?.cells ?? []).map((_, row) =>
    columns.map((column) => wrappedCell(column, row)),
  );
  const isTall = body.some((cells) => cells.some(({ lines }) => lines.length > 1));
  const between = isTall ? [rule('├', '┼', '┤')] : [];
  const asHead = head.map((cell) => ({ ...cell, isStrong: true }));
  return [
    rule('┌', '┬', '┐'),
    ...rowLines(columns, asHead, paint),
    rule('├', '┼', '┤'),
    ...body.flatMap((cells, index) => [
      ...(index > 0 ? between : []),
      ...rowLines(columns, cells, paint),
    ]),
    rule('└', '┴', '┘'),
  ];
}

function wrappedCell({ cells, width }: Column, row: number): Cell {
  const { lines = [], isStrong = false } = cells[row] ?? {};
  return { lines: lines.flatMap((line) => wrapped(line, width)), isStrong };
}

function rowLines(columns: Column[], cells: Cell[], paint: (text: string) => string): string[] {
  const height = Math.max(1, ...cells.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const parts = columns.map(({ width, isNumeric }, index) => {
      const { lines = [], isStrong = false } = cells[index] ?? {};
      const line = padded(lines[at] ?? '', width, isNumeric ? 'right' : 'left');
      return isStrong ? paint(line) : line;
    });
    return `│ ${parts.join(' │ ')} │`;
  });
}
