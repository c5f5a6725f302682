/** What the formats that are printed share: the report cut into runs of upright and turned pages, no table wider than a page. */
import type { Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { Division } from '../text/markdown.js';
import type { Style } from '../domain/protocol.js';

/** What the title page, running heads and properties of a file say. */
export interface About {
  title: string;
  /** None where the report is anonymous. */
  authors: string[];
  /** As written in the study: `2026-11-23`, or any text. */
  date: string | null;
  /** `en`, `zh`. */
  language: string;
  /** Printed on every page, such as that the report is internal. */
  mark?: string;
}

/** What the printed formats, PDF and Word, are made from besides the report. */
export interface Printed {
  about: About;
  style: Style;
  /** Words of the layout itself. */
  words: { contents: string; table: string; figure: string; page: string };
  /** The Typst layout, from templates/print. */
  layout: string;
  /** The study's images, by the url that the tree uses. */
  images: Map<string, Uint8Array>;
  /** Paths of the font files that come with the program. */
  fontFiles: string[];
  /** Reads a file of an installed package, by `package/path` or by where it is; null if it is not installed. */
  packageFile: (file: string) => Promise<Uint8Array | null>;
}

/** A run of blocks on pages of one orientation. */
export interface Run {
  isTurned: boolean;
  children: RootContent[];
}

/** Columns that an upright page holds, and that any page holds. */
const uprightColumns = 6;
const turnedColumns = 10;

/** The report's blocks in runs: a wide table is turned, with its caption; one that is too wide is split by groups of columns. */
export function runsOf(root: Root): Run[] {
  const runs: Run[] = [];
  for (const block of root.children.flatMap(fitted)) {
    const isTurned = widestTable(block) > uprightColumns;
    const last = runs.at(-1);
    if (last?.isTurned === isTurned) last.children.push(block);
    else runs.push({ isTurned, children: [...(last ? takeHeads(last) : []), block] });
  }
  return runs.filter(({ children }) => children.length > 0);
}

/** Headings at the end of a run go with what they head. */
function takeHeads({ children }: Run): RootContent[] {
  const end = children.findLastIndex(({ type }) => type !== 'heading') + 1;
  return children.splice(end);
}

function widestTable(node: RootContent): number {
  if (node.type === 'table') return columnsOf(node);
  return node.type === 'division' ? Math.max(0, ...node.children.map(widestTable)) : 0;
}

function columnsOf({ children: [head] }: Table): number {
  return head?.children.length ?? 0;
}

/** A figure around a table, or a bare table, as often as its groups of columns need. */
function fitted(node: RootContent): RootContent[] {
  if (node.type === 'table') return splitTable(node);
  if (node.type !== 'division') return [node];
  const index = node.children.findIndex((child) => child.type === 'table');
  const body = node.children[index];
  if (body?.type !== 'table' || columnsOf(body) <= turnedColumns)
    return [{ ...node, children: node.children.flatMap(fitted) }];
  return splitTable(body).map((part): Division => ({
    ...node,
    children: node.children.with(index, part),
  }));
}

/**
 * Columns of cases are shared out among several tables; those in front of them (what the row is about) stand in each, those
 * behind them in the last. A table without cases is cut behind its first column.
 */
function splitTable(table: Table): Table[] {
  const [head] = table.children;
  if (!head || columnsOf(table) <= turnedColumns) return [table];
  const isCase = head.children.map((cell) => cell.data?.hProperties?.dataCase !== undefined);
  const first = isCase.includes(true) ? isCase.indexOf(true) : 1;
  const end = isCase.includes(true) ? isCase.lastIndexOf(true) + 1 : columnsOf(table);
  const size = Math.max(1, turnedColumns - first - (columnsOf(table) - end));
  const groups = Math.ceil((end - first) / size);
  const even = Math.ceil((end - first) / groups);
  return Array.from({ length: groups }, (_, index) => {
    const from = first + index * even;
    const to = Math.min(end, from + even);
    const cut = (cells: TableCell[]) => [
      ...cells.slice(0, first),
      ...cells.slice(from, to),
      ...(to === end ? cells.slice(end) : []),
    ];
    return {
      ...table,
      children: table.children.map((row): TableRow => ({ ...row, children: cut(row.children) })),
    };
  });
}
