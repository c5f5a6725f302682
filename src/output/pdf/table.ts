/** Tables as the layout sets them: shares of the width, heads of columns and rows, rows that name a group. */
import type { Nodes, RootContent, Table, TableCell, TableRow } from 'mdast';
import { columnsOf, isShortTable, lettersIn } from '../columns.js';
import { placeOf, type Node, type LayoutState } from './state.js';

/** Of an upright page, in twips; the layout takes the widths as shares. */
const textWidth = 9200;
/** Twips of a letter, and lines of its longest cell up to which a row stays on one page. */
const letter = 92;
const shortRow = 12;

/** A table with its caption, which may be empty. */
export function layTable(state: LayoutState, table: Table, caption: Node[]): Node {
  const [head, ...rows] = table.children;
  const cells = (row: typeof head) => (row?.children ?? []).map((cell) => layCell(state, cell));
  const count = Math.max(1, ...table.children.map((row) => row.children.length));
  const columns = columnsOf(table, count, textWidth);
  // A row of an author's table may have fewer cells than its head.
  const full = (row: Node[]) =>
    Array.from({ length: columns.length }, (_, index) => row[index] ?? emptyCell);
  const isNumber = (index: number) => hasClass(rows[0]?.children[index], 'number');
  const heads = full(cells(head).map(withoutLinks)).map((cell, index) => ({
    ...cell,
    number: isNumber(index),
  }));
  return {
    t: 'table',
    columns,
    caption,
    head: heads,
    repeat: !heads.some(holdsNote),
    whole: isShortTable(table) && rows.every((row) => isShort(row, columns)),
    rows: rows.map((row) => {
      const [first = emptyCell, ...rest] = full(cells(row));
      const named = { ...first, ...placeOf(state, row) };
      if (hasClass(row, 'group')) return [{ ...named, span: columns.length, group: true }];
      return isShort(row, columns)
        ? [named, ...rest].map((each) => ({ ...each, whole: true }))
        : [named, ...rest];
    }),
  };
}

/** Whether a row stays on one page; each child of a cell may begin a line. */
function isShort({ children }: TableRow, columns: number[]): boolean {
  return children.every((cell, index) => {
    const lines = (lettersIn(cell) * letter) / (columns[index] ?? textWidth);
    return lines + cell.children.length <= shortRow && !holdsImage(cell);
  });
}

function holdsImage(node: Nodes): boolean {
  return node.type === 'image' || ('children' in node && node.children.some(holdsImage));
}

function hasClass(node: { data?: TableCell['data'] } | undefined, name: string): boolean {
  return [node?.data?.hProperties?.className].flat().includes(name);
}

function childrenOf({ c }: Node): Node[] {
  // Of a table's cells it is always a list of nodes.
  return (c ?? []) as Node[];
}

/** Heads are repeated on each page, and PDF/UA lets nothing that is repeated hold a link. */
function withoutLinks(node: Node): Node {
  if (node.c === undefined) return node;
  return {
    ...node,
    c: childrenOf(node).flatMap((child) =>
      child.t === 'to' || child.t === 'link' ? childrenOf(child) : [withoutLinks(child)],
    ),
  };
}

/** Nor a footnote, whose number is a link: such a head stands once. */
function holdsNote(node: Node): boolean {
  return node.t === 'footnote' || node.t === 'again' || childrenOf(node).some(holdsNote);
}

const emptyCell: Node = {
  t: 'cell',
  c: [],
  head: false,
  number: false,
  span: 1,
  whole: false,
  group: false,
};

const masters = new Set<string>([
  'blockquote',
  'code',
  'division',
  'list',
  'paragraph',
  'strong',
  'table',
]);

/** The head of a row is strong as a whole, unless it says itself which of its words are, or holds blocks. */
function isOwnMaster({ type }: RootContent): boolean {
  return masters.has(type);
}

function layCell(state: LayoutState, cell: TableCell): Node {
  return {
    t: 'cell',
    c: state.lay(state, cell.children),
    head: cell.data?.hName === 'th' && !cell.children.some(isOwnMaster),
    number: hasClass(cell, 'number'),
    span: 1,
    whole: false,
    group: false,
    ...placeOf(state, cell),
  };
}
