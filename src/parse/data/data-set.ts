/** Columns of a data file as numbers, and as sets: crisp, multi-value or fuzzy, as their values say. */
import type { Place } from '../../domain/text.js';
import type { SetColumn } from '../../domain/qca.js';
import { startOf } from '../../messages/pointer.js';
import { complain, type DataCell, type DataTable } from './data-table.js';

/** A column of numbers. */
export interface NumberColumn {
  name: string;
  place: Place;
  values: number[];
  cells: DataCell[];
}

/** Names of the cases, and a fault for each that is missing or stands twice. `column` is null where rows are known by their numbers. */
export function caseIdsOf(table: DataTable, column: number | null): string[] {
  if (column === null) return table.rows.map((_, index) => String(index + 1));
  const firstOf = new Map<string, DataCell>();
  const told = new Set<string>();
  for (const { text, place } of table.rows.flatMap((row) => row[column] ?? [])) {
    const line = firstOf.get(text)?.place.position.start.line;
    if (!told.has(text) && text === '')
      complain(table, place, 'case without a name', 'a name for each case');
    else if (!told.has(text) && line !== undefined)
      complain(
        table,
        place,
        `second case \`${text}\``,
        `names that differ; the first stands in line ${String(line)}`,
      );
    if (text === '' || line !== undefined) told.add(text);
    else firstOf.set(text, { text, place });
  }
  return table.rows.map((row) => row[column]?.text ?? '');
}

/** Names of a column that holds no condition but says which case a row is. */
const caseNames =
  /^(?:cases?|ids?|names?|units?|rows?|countr(?:y|ies)|案例|个案|编号|名称|国家)?$/i;

/** The column that names the cases, if none is asked for: the first, if its name says so or it holds words; else null. */
export function caseColumnOf(table: DataTable): number | null {
  return caseNames.test(table.columns[0]?.text ?? '-') || !isNumeric(table, 0) ? 0 : null;
}

/** Whether a column could be a set: at least half of its cells are numbers or missing. */
export function isNumeric(table: DataTable, column: number): boolean {
  const words = table.rows.filter((row) => row[column] && isWord(table, row[column]));
  return words.length * 2 <= table.rows.length;
}

/** The numbers of a column, and a fault for each cell that is not a number. */
export function numbersOf(table: DataTable, column: number, ids: string[]): NumberColumn {
  const { text: name = '', place = startOf(table.path) } = table.columns[column] ?? {};
  const cells = table.rows.flatMap((row) => row[column] ?? []);
  const values = cells.map((cell, index) => {
    const value = numberOf(table, cell.text);
    if (value === null) {
      const found = cell.text === '' ? 'empty cell' : `\`${cell.text}\``;
      const where = `in column \`${name}\` of case \`${ids[index] ?? ''}\``;
      const expected = isMissing(cell)
        ? 'a number; leave the case out if the value is not known'
        : 'a number';
      complain(table, cell.place, `${found} ${where}`, expected);
    }
    return value ?? 0;
  });
  return { name, place, values, cells };
}

/** What R, SPSS and people write for a missing value. */
function isMissing({ text }: DataCell): boolean {
  return /^(?:|NA|NaN|N\/A|null|[.?\-–—])$/i.test(text);
}

function isWord(table: DataTable, cell: DataCell): boolean {
  return !isMissing(cell) && numberOf(table, cell.text) === null;
}

const pointed = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const withComma = /^[+-]?\d*,\d+$/;

/** `0.5`, `1e3`; also `0,5` where commas do not separate cells. A comma is never a sign of thousands. */
function numberOf({ hasDecimalCommas }: DataTable, written: string): number | null {
  const text = written.replaceAll('−', '-');
  const number =
    hasDecimalCommas && withComma.test(text)
      ? Number(text.replace(',', '.'))
      : pointed.test(text)
        ? Number(text)
        : NaN;
  return Number.isFinite(number) ? number : null;
}

/** The kind of set that the values of a column make, and a fault where they make none. */
export function setOf(table: DataTable, { name, place, values, cells }: NumberColumn): SetColumn {
  const isWhole = values.every(Number.isInteger);
  const most = Math.max(...values);
  const outside = values.findIndex((value) => value < 0 || (!isWhole && value > 1));
  if (outside >= 0) {
    const found = `\`${cells[outside]?.text ?? ''}\` in column \`${name}\``;
    complain(
      table,
      cells[outside]?.place ?? place,
      found,
      `a membership from 0 to 1, ${orElse(name)}`,
    );
  } else if (isWhole) checkGaps(table, { name, place, values, cells });
  return { label: name, levels: isWhole ? Math.max(2, most + 1) : 2, isFuzzy: !isWhole };
}

/** More levels than any multi-value condition has; a column with more has raw numbers. */
const mostLevels = 20;

function checkGaps(table: DataTable, { name, place, values, cells }: NumberColumn): void {
  const held = new Set(values);
  const most = Math.max(...values);
  const missing = Array.from({ length: Math.min(most, mostLevels) + 1 }, (_, level) => level).find(
    (level) => !held.has(level),
  );
  // A crisp set may lack one level: it is constant, which is reported elsewhere.
  if (most <= 1 || (missing === undefined && most < mostLevels)) return;
  const highest = values.indexOf(most);
  const found = `\`${cells[highest]?.text ?? ''}\` in column \`${name}\`${missing === undefined ? '' : `, in which no case has ${String(missing)}`}`;
  complain(
    table,
    cells[highest]?.place ?? place,
    found,
    `the levels of a set, 0, 1, 2 … without a gap, ${orElse(name)}`,
  );
}

function orElse(name: string): string {
  return `or \`--calibrate "${name}=…"\` for raw numbers`;
}
