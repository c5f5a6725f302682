/** A data file (CSV or TSV) as a table of cells, each with its place. What the columns mean is decided elsewhere. */
import { CsvError, parse } from 'csv-parse/sync';
import type { VFile } from 'vfile';
import type { Place, Unread } from '../../domain/text.js';
import { linesOf, positionOf, spansOf } from './cell-spans.js';

/** A cell without the blanks around its text. */
export interface DataCell {
  text: string;
  place: Place;
}

/** A rectangle: every row has as many cells as there are columns. */
export interface DataTable {
  path: string;
  columns: DataCell[];
  rows: DataCell[][];
  /** Commas may be decimal points, as they do not separate cells. */
  hasDecimalCommas: boolean;
  /** Faults. A table with any must not be used. */
  unread: Unread[];
}

/**
 * Parses a data file, whose first line names the columns. Cells are separated by the most frequent of comma, semicolon and tab in
 * the first line; a cell in double quotes may hold any of them. Never throws on content.
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

/** Adds a fault to the table. */
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

/** A tab in a `.tsv` or `.tab` file; else the most frequent in the first line, outside quotes. */
function delimiterOf(text: string, path: string): string {
  if (/\.(tsv|tab)$/i.test(path)) return '\t';
  const [first = ''] = text.trimStart().split('\n');
  const bare = first.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, n: bare.split(sign).length }));
  return counts.reduce((most, each) => (each.n > most.n ? each : most)).sign;
}

/** A row, as the parser returns it with the options `info` and `raw`. */
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
    // With `info` and `raw` the parser returns rows that its types do not describe, hence the cast.
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
      place: { path: table.path, position: positionOf(lines, spans[index] ?? [offset, offset]) },
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

function checkNames(table: DataTable): void {
  const seen = new Set<string>();
  for (const [index, { text, place }] of table.columns.entries()) {
    // R writes no name over the column of row names.
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
