/** A data file (CSV or TSV) as a table of cells, each with its place: what its columns mean is not known here. */
import { CsvError, parse } from 'csv-parse/sync';
import type { VFile } from 'vfile';
import type { Place, Unread } from '../../domain/text.js';

export interface DataCell {
  text: string;
  place: Place;
}

/** A rectangle: every row has as many cells as there are columns. */
export interface DataTable {
  path: string;
  columns: DataCell[];
  rows: DataCell[][];
  /** Commas may stand for decimal points, as they do not separate cells. */
  hasDecimalCommas: boolean;
  /** Faults; with one of them the table is not to be used. */
  unread: Unread[];
}

/**
 * Reads a data file: the first line names the columns. Cells are separated by commas, semicolons or tabs, whichever the first line
 * holds most of; a cell in double quotes may hold anything. Never throws on content.
 */
export function parseDataTable(file: VFile): DataTable {
  const text = String(file);
  const delimiter = delimiterOf(text, file.path);
  const table: DataTable = {
    path: file.path,
    columns: [],
    rows: [],
    hasDecimalCommas: delimiter !== ',',
    unread: [],
  };
  if (file.data.notUtf8 !== undefined)
    complain(
      table,
      placeOfLine(table, file.data.notUtf8),
      'bytes that are not UTF-8',
      'a file saved as UTF-8',
    );
  const [columns = [], ...rows] = cellsOf(table, text, delimiter);
  table.columns = columns;
  if (table.unread.length > 0) return table;
  if (columns.length === 0)
    complain(table, placeOfLine(table, 1), 'empty file', 'names of columns in the first line');
  else if (rows.length === 0)
    complain(
      table,
      placeOfLine(table, 1),
      'names of columns alone',
      'a row for each case below them',
    );
  checkNames(table);
  for (const row of rows) checkLength(table, row);
  table.rows = rows.filter(({ length }) => length === columns.length);
  return table;
}

/** Keeps a fault of the file. */
export function complain(
  { unread }: Pick<DataTable, 'unread'>,
  place: Place,
  found: string,
  expected: string,
): void {
  unread.push({ kind: 'text', place, found, expected });
}

function placeOfLine({ path }: Pick<DataTable, 'path'>, line: number): Place {
  return { path, position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}

/** Tabs in a file that is called so; else what the first line has most of, outside of quotes. */
function delimiterOf(text: string, path: string): string {
  if (/\.(tsv|tab)$/i.test(path)) return '\t';
  const [first = ''] = text.trimStart().split('\n');
  const bare = first.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, n: bare.split(sign).length }));
  return counts.reduce((most, each) => (each.n > most.n ? each : most)).sign;
}

/** What the parser tells of a row, by its options `info` and `raw`. */
interface Told {
  record: string[];
  raw: string;
}

function cellsOf(table: DataTable, text: string, delimiter: string): DataCell[][] {
  let told: Told[];
  try {
    const options = {
      delimiter,
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: delimiter !== '\t',
    };
    // With these options the parser returns more than its types say.
    told = parse(text, options) as unknown as Told[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    const fault = quoteFaults[error.code];
    complain(
      table,
      placeOfLine(table, line),
      fault?.found ?? error.message,
      fault?.expected ?? 'cells as in other rows',
    );
    return [];
  }
  const lines = linesOf(text);
  let offset = 0;
  return told.map(({ record, raw }) => {
    const spans = spansOf(raw, delimiter, offset);
    offset += raw.length;
    return record.map((cell, index) => ({
      text: cell.trim(),
      place: placeOfSpan(table, lines, spans[index] ?? [offset, offset]),
    }));
  });
}

const quoteFaults: { [code: string]: { found: string; expected: string } } = {
  CSV_QUOTE_NOT_CLOSED: {
    found: 'double quote that nothing closes',
    expected: 'another one at the end of the cell',
  },
  INVALID_OPENING_QUOTE: {
    found: 'double quote within a cell',
    expected: 'quotes around the whole cell, and `""` for one within it',
  },
  CSV_INVALID_CLOSING_QUOTE: {
    found: 'words behind a closing quote',
    expected: 'the end of the cell, and `""` for a quote within it',
  },
};

type Span = [from: number, to: number];

/** Where the cells of a row stand in the file, without the blanks around them. */
function spansOf(raw: string, delimiter: string, offset: number): Span[] {
  const spans: Span[] = [];
  let isQuoted = false;
  let start = 0;
  for (let index = 0; index <= raw.length; index++) {
    const sign = raw[index];
    if (sign === '"') isQuoted = !isQuoted;
    if (index < raw.length && (isQuoted || sign !== delimiter)) continue;
    const piece = raw.slice(start, index);
    // Empty lines stand in front of the first cell; blanks of an empty cell belong to it.
    const blank = piece.trim() === '' ? (spans.length === 0 ? /^\n*/ : /^/) : /^\s*/;
    const from = start + (blank.exec(piece)?.[0].length ?? 0);
    spans.push([offset + from, offset + from + piece.trim().length]);
    start = index + 1;
  }
  return spans;
}

/** Offsets at which lines begin. */
function linesOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

function placeOfSpan({ path }: DataTable, lines: number[], [from, to]: Span): Place {
  return { path, position: { start: pointAt(lines, from), end: pointAt(lines, to) } };
}

function pointAt(lines: number[], offset: number): { line: number; column: number } {
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - (lines[low] ?? 0) + 1 };
}

function checkNames(table: DataTable): void {
  const seen = new Set<string>();
  for (const [index, { text, place }] of table.columns.entries()) {
    // R leaves the head of the row names empty.
    if (text === '' && index > 0)
      complain(table, place, 'column without a name', 'a name in the first line');
    else if (seen.has(text))
      complain(table, place, `second column \`${text}\``, 'names that differ');
    seen.add(text);
  }
}

function checkLength(table: DataTable, row: DataCell[]): void {
  const wanted = table.columns.length;
  if (row.length === wanted) return;
  const cell = row[Math.min(row.length, wanted + 1) - 1];
  const n = (count: number) => `${String(count)} ${count === 1 ? 'cell' : 'cells'}`;
  if (cell)
    complain(table, cell.place, `row of ${n(row.length)}`, `${n(wanted)}, one for each column`);
}
