/** Tables: fixed widths, a head that repeats on each page, blocks in their cells. */
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { Table as TableNode, TableCell as CellNode, TableRow as RowNode } from 'mdast';
import { columnsOf, isShortTable, lettersIn } from '../columns.js';
import { paragraphOf } from './paragraphs.js';
import type { Scope } from './scope.js';
import { takeMark, type Block, type Writing } from './writing.js';

/** Letters in a cell up to which its row stays on one page. */
const shortRow = 500;
/** Twips at both sides of a cell. */
const sides = 160;

/** A table, and behind it the paragraph that parts it from what follows. */
export function writeTable(writing: Writing, node: TableNode, scope: Scope): Block[] {
  const count = Math.max(0, ...node.children.map(({ children }) => children.length));
  if (count === 0) return [];
  // In a footnote or a narrow cell, a table is as wide as its place, but never unreadably narrow.
  const width = Math.max(600, scope.width - scope.indent);
  const widths = columnsOf(node, count, width);
  const isNamed = node.children.some(
    ({ children: [first] }) => first?.data?.hProperties?.scope === 'row',
  );
  const isWhole = isShortTable(node);
  const rows = node.children.map((row, index) =>
    writeRow(writing, row, {
      scope,
      widths,
      isHead: index === 0,
      isLast: index === node.children.length - 1,
      isWhole,
    }),
  );
  const table = new Table({
    style: 'ReportTable',
    width: { size: width, type: WidthType.DXA },
    ...(scope.indent > 0 && { indent: { size: scope.indent, type: WidthType.DXA } }),
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: {
      firstRow: true,
      firstColumn: isNamed,
      lastRow: false,
      lastColumn: false,
      noHBand: true,
      noVBand: true,
    },
    rows,
  });
  return [table, new Paragraph({ style: 'TableEnd' })];
}

interface Place {
  scope: Scope;
  widths: number[];
  isHead: boolean;
  isLast: boolean;
  /** All of its table stands on one page. */
  isWhole: boolean;
}

function writeRow(writing: Writing, row: RowNode, place: Place): TableRow {
  const mark = takeMark(writing, row.data?.hProperties?.id);
  if (mark !== null) writing.pending.push(mark);
  const isShort = row.children.every((cell) => lettersIn(cell) <= shortRow);
  return new TableRow({
    ...(place.isHead && { tableHeader: true }),
    ...((place.isHead || isShort) && { cantSplit: true }),
    children: cellsOf(writing, row, place),
  });
}

/** The cells; the title of a group of rows takes the whole width. */
function cellsOf(writing: Writing, { children, data }: RowNode, place: Place): TableCell[] {
  const { widths } = place;
  const [first, ...rest] = children;
  const isGroup =
    data?.hProperties?.className instanceof Array && data.hProperties.className.includes('group');
  if (first && isGroup && rest.every((cell) => cell.children.length === 0)) {
    return [
      writeCell(writing, first, {
        ...place,
        width: widths.reduce((sum, width) => sum + width, 0),
        span: widths.length,
      }),
    ];
  }
  return widths.map((width, index) =>
    writeCell(writing, children[index] ?? { type: 'tableCell', children: [] }, {
      ...place,
      width,
      span: 1,
    }),
  );
}

function writeCell(
  writing: Writing,
  cell: CellNode,
  { scope, width, span, isHead, isLast, isWhole }: Place & { width: number; span: number },
): TableCell {
  const mark = takeMark(writing, cell.data?.hProperties?.id);
  if (mark !== null) writing.pending.push(mark);
  const inner: Scope = {
    ...scope,
    style: isHead ? 'Head' : span > 1 ? 'Group' : null,
    isCell: true,
    isOutline: false,
    width: width - sides,
    indent: 0,
    level: 0,
    keepsNext: (span > 1 || isHead || isWhole) && !isLast,
  };
  const blocks = writing.write(writing, cell.children, inner);
  // Word wants a paragraph in each cell.
  const children = blocks.length > 0 ? blocks : [paragraphOf(writing, [], inner)];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 && {
      columnSpan: span,
      shading: { fill: 'F2F2F2', color: 'auto', type: 'clear' },
    }),
    children,
  });
}
