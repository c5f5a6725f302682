/** Marks in a table: a component a row and a case a column, or a rating a row under the heads `case`, `component`, `rating`. */
import type { Content, Name, Place } from '../../domain/text.js';
import type { Mark } from '../../domain/note.js';
import type { RatingsFile, WrittenRating } from '../../domain/ratings.js';
import { keyOf } from '../../text/names.js';
import { leaveUnread, type Document } from '../text/document.js';

/** A cell of a table of ratings. */
export interface Cell {
  text: string;
  place: Place;
  /** The text as content. */
  content: () => Content;
}

/** What the tables and sections of a file give. */
export type Found = Pick<RatingsFile, 'cases' | 'components' | 'ratings'>;

const headNames = ['case', 'component', 'rating', 'rationale', 'was', 'settledBy'] as const;
type Head = (typeof headNames)[number];

const heads: { [head in Head]: string[] } = {
  case: ['case', '案例'],
  component: ['component', '要素', '组成部分'],
  rating: ['rating', 'mark', '评级', '标记'],
  rationale: ['rationale', '理由'],
  was: ['was', '原标记'],
  settledBy: ['settled by', '商定人'],
};

/** Adds the ratings of a table, whose first row holds its heads. */
export function addTable(document: Document, [head = [], ...rows]: Cell[][], found: Found): void {
  const columns = new Map<Head, number>();
  for (const name of headNames) {
    const index = head.findIndex(({ text }) =>
      heads[name].some((word) => keyOf(word) === keyOf(text)),
    );
    if (index >= 0) columns.set(name, index);
  }
  for (const cell of rows.flatMap((row) => row.slice(head.length))) {
    if (cell.text !== '')
      leaveUnread(
        document,
        cell.place,
        `\`${cell.text}\` behind the last column of a table`,
        'a head above each cell',
      );
  }
  if (columns.has('case') && columns.has('component') && columns.has('rating'))
    addLong(rows, columns, found);
  else addWide(document, head, rows, found);
}

function addLong(rows: Cell[][], columns: Map<Head, number>, found: Found): void {
  const cellOf = (row: Cell[], name: Head): Cell | undefined => row[columns.get(name) ?? -1];
  for (const row of rows) {
    const [inCase, component] = [cellOf(row, 'case'), cellOf(row, 'component')];
    if (!inCase || !component) continue;
    const [rating, rationale] = [cellOf(row, 'rating'), cellOf(row, 'rationale')];
    found.cases.push(nameIn(inCase));
    found.components.push(nameIn(component));
    found.ratings.push({
      case: nameIn(inCase),
      component: nameIn(component),
      mark: markIn(rating),
      rationale: rationale && rationale.text !== '' ? rationale.content() : null,
      was: markIn(cellOf(row, 'was')),
      settledBy: textIn(cellOf(row, 'settledBy')),
      place: rating && rating.text !== '' ? rating.place : component.place,
    });
  }
}

function addWide(
  document: Document,
  [corner, ...cases]: Cell[],
  rows: Cell[][],
  found: Found,
): void {
  if (cases.length === 0) {
    if (corner)
      leaveUnread(
        document,
        corner.place,
        'a table of one column',
        'a component a row and a case a column',
      );
    return;
  }
  found.cases.push(...cases.filter(({ text }) => text !== '').map(nameIn));
  for (const [component, ...marks] of rows) {
    if (!component || [component, ...marks].every(({ text }) => text === '')) continue;
    found.components.push(nameIn(component));
    for (const [index, cell] of marks.entries()) {
      const inCase = cases[index];
      const mark = markIn(cell);
      if (inCase && mark) found.ratings.push(bareRating(nameIn(inCase), nameIn(component), mark));
    }
  }
}

/** A rating without any words. */
function bareRating(inCase: Name, component: Name, mark: Mark): WrittenRating {
  return {
    case: inCase,
    component,
    mark,
    rationale: null,
    was: null,
    settledBy: null,
    place: mark.place,
  };
}

/** A mark, in brackets or not; null in an empty cell. */
function markIn(cell: Cell | undefined): Mark | null {
  if (!cell || cell.text === '') return null;
  const [, inner] = /^[(（]\s*(.*?)\s*[)）]$/su.exec(cell.text) ?? [];
  return { text: inner ?? cell.text, place: cell.place };
}

function textIn(cell: Cell | undefined): string | null {
  return cell && cell.text !== '' ? cell.text : null;
}

function nameIn({ text, place }: Cell): Name {
  return { text, place };
}
