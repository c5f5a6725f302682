/** Builders of Markdown nodes. Data goes in as text, never as Markdown. */
import type {
  Blockquote,
  Data,
  Emphasis,
  Heading,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
  Table,
  TableCell,
  TableRow,
  Text,
} from 'mdast';
import { toString } from 'mdast-util-to-string';
import { hasRightToLeft } from '../../text/languages.js';
import type { Division, Inline } from '../../text/markdown.js';

/** Attributes for formats that know them, HTML above all: `id`, `className`, `data…`, `title`. */
export type Properties = NonNullable<Data['hProperties']>;

/** Words on one line, whatever line ends the data hold. */
export function text(value: string): Text {
  return { type: 'text', value: value.includes('\n') ? value.replace(/\s*\n\s*/g, ' ') : value };
}

/** Strong words. */
export function strong(...children: PhrasingContent[]): Strong {
  return { type: 'strong', children };
}

/** Emphasised words. */
export function emphasis(...children: PhrasingContent[]): Emphasis {
  return { type: 'emphasis', children };
}

/** Words that lead to an address. */
export function link(url: string, ...children: PhrasingContent[]): Link {
  return { type: 'link', url, children };
}

/** A paragraph of words. */
export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

/** A heading of depth 1 to 6; deeper ones are 6. */
export function heading(depth: number, ...children: PhrasingContent[]): Heading {
  return { type: 'heading', depth: asDepth(depth), children };
}

const depths = [1, 2, 3, 4, 5, 6] as const;

/** The nearest depth that a heading may have, from 1 to 6. */
export function asDepth(depth: number): Heading['depth'] {
  return depths.find((each) => each >= Math.round(depth)) ?? 6;
}

/** A list with a point for each. */
export function bullets(points: Paragraph[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: points.map((point) => ({ type: 'listItem', spread: false, children: [point] })),
  };
}

/** A block quotation. */
export function quotation(children: RootContent[]): Blockquote {
  // The blocks come from an author's quotation, so they fit into one again.
  return { type: 'blockquote', children: children as Blockquote['children'] };
}

/** A block of a kind; `tag` is its element in HTML. */
export function division(
  kind: string,
  children: RootContent[],
  properties: Properties = {},
  tag = 'div',
): Division {
  return {
    type: 'division',
    kind,
    children,
    data: { hName: tag, hProperties: { ...properties, className: [kind] } },
  };
}

/** Words of a kind within a line. */
export function inline(
  kind: string,
  children: PhrasingContent[],
  properties: Properties = {},
): Inline {
  return {
    type: 'inline',
    kind,
    children,
    data: { hName: 'span', hProperties: { ...properties, className: [kind] } },
  };
}

/** A note that a format may set apart: a caution, an explanation of a table. */
export function remark(kind: string, ...children: PhrasingContent[]): Division {
  return division(kind, [paragraph(...children)]);
}

/** Sets attributes on a node that has been built here. */
export function withProperties<T extends { data?: Data | undefined }>(
  node: T,
  properties: Properties,
): T {
  return {
    ...node,
    data: { ...node.data, hProperties: { ...node.data?.hProperties, ...properties } },
  };
}

/** A cell. It may hold blocks: each format sets them in its own way (Markdown joins them with line breaks). */
export function cell(children: RootContent[], properties: Properties = {}): TableCell {
  // mdast allows only words in a cell; here cells may hold blocks too, and every writer handles them.
  return {
    type: 'tableCell',
    children: children as PhrasingContent[],
    data: { hProperties: properties },
  };
}

/** The first cell of a row, which names it. */
export function rowHead(children: RootContent[], properties: Properties = {}): TableCell {
  const { data, ...rest } = cell(children, { scope: 'row', ...properties });
  return { ...rest, data: { ...data, hName: 'th' } };
}

/** A row of cells. */
export function row(cells: TableCell[], properties: Properties = {}): TableRow {
  return { type: 'tableRow', children: cells, data: { hProperties: properties } };
}

/** A table with its caption above it. `head` holds the words of the first row. */
export function table(
  kind: string,
  caption: string,
  head: TableCell[],
  rows: TableRow[],
): Division {
  const headRow = row(head.map((each) => withProperties(each, { scope: 'col' })));
  const body: Table = {
    type: 'table',
    children: [headRow, ...rows],
    data: { hProperties: { className: [kind] } },
  };
  const title: Paragraph = { ...paragraph(text(caption)), data: { hName: 'figcaption' } };
  return division(`table-${kind}`, [title, body], {}, 'figure');
}

/** Blocks with a label in front of their first words, which keep their own direction. */
export function labelled(label: PhrasingContent[], [first, ...rest]: RootContent[]): RootContent[] {
  if (first?.type === 'paragraph')
    return [{ ...first, children: [...label, ...isolated(first.children)] }, ...rest];
  return [paragraph(...label), ...(first ? [first] : []), ...rest];
}

function isolated(words: PhrasingContent[]): PhrasingContent[] {
  if (!hasRightToLeft(toString(words))) return words;
  const { data, ...rest } = inline('isolated', words, { dir: 'auto' });
  return [{ ...rest, data: { ...data, hName: 'bdi' } }];
}

/** Nodes with a separator between two of them. */
export function joined(groups: PhrasingContent[][], separator: string): PhrasingContent[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [text(separator), ...group]));
}
