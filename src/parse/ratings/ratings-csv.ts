/** A coder's ratings as CSV, in the two forms that tables have: for those who rate in a spreadsheet. */
import { CsvError, parse } from 'csv-parse/sync';
import { VFile } from 'vfile';
import type { Place } from '../../domain/text.js';
import type { RatingsFile } from '../../domain/ratings.js';
import { nothing } from '../text/content.js';
import {
  leaveUnread,
  leftoversOf,
  openDocument,
  placeOfLine,
  placeOfPiece,
  type Document,
} from '../text/document.js';
import { isConsensus } from './ratings.js';
import { addTable, type Cell, type Found } from './ratings-table.js';

/** Reads CSV with commas, semicolons or tabs between its cells. The file's name is the coder's. */
export function parseRatingsCsv(file: VFile): RatingsFile {
  const text = String(file);
  // CSV is not Markdown: only the lines of the document are used.
  const empty = openDocument(new VFile({ path: file.path, value: '', data: file.data }));
  const document: Document = { ...empty, text, lines: text.split('\n') };
  const found: Found = { cases: [], components: [], ratings: [] };
  const rows = parseRows(document);
  if (rows.length > 0) addTable(document, rows, found);
  const { path, stem } = document;
  return {
    path,
    kind: isConsensus(stem) ? 'consensus' : 'coder',
    coder: { text: stem, place: placeOfLine(document, 1, 1, 1) },
    date: null,
    round: null,
    settledBy: null,
    about: nothing,
    ...found,
    ...leftoversOf(document),
  };
}

interface Row {
  record: string[];
  info: { lines: number };
}

function parseRows(document: Document): Cell[][] {
  let rows: Row[];
  try {
    // With `info` each record has the number of its last line, which the types do not describe, hence the cast.
    rows = parse(document.text, {
      delimiter: delimiterOf(document.lines[0] ?? ''),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Math.min(Math.max(1, Number(error.lines) || 1), document.lines.length);
    leaveUnread(
      document,
      placeOfLine(document, line, 1, 1),
      'CSV that cannot be read',
      'cells in which every quotation mark is closed or doubled',
    );
    return [];
  }
  let last = 0;
  return rows.map(({ record, info }) => {
    const start = last + 1;
    last = info.lines;
    return cellsOf(document, record, start, info.lines);
  });
}

function delimiterOf(head: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign;
}

/** Each cell is looked for after the one before it, so that equal marks have different places. */
function cellsOf(document: Document, record: string[], from: number, to: number): Cell[] {
  const end = { line: to, column: (document.lines[to - 1] ?? '').length + 1 };
  let start = { line: Math.min(from, to), column: 1 };
  return record.map((text): Cell => {
    const position = { start, end };
    // The next cell begins after the last line of a cell of several lines.
    const place: Place = placeOfPiece(document, position, text.split('\n').at(-1) ?? '');
    if (text !== '' && place.position !== position) start = place.position.end;
    return {
      text,
      place,
      content: () => ({
        nodes: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
        text,
      }),
    };
  });
}
