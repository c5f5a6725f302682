/** The report's tree as plain Markdown can hold it: what it has no form for is flattened, never lost. */
import type { Html, Nodes, PhrasingContent, Root, RootContent, TableCell, TableRow } from 'mdast';
import { walk } from '../text/markdown.js';

interface Plainer {
  /** Ids to which something links; only these get an anchor. */
  targets: Set<string>;
  /** What is put in front of the paths of the study's images. */
  imageBase: string;
}

/** A copy of the tree without divisions, and with words only in the cells of tables. */
export function asPlainMarkdown(root: Root, imageBase: string): Root {
  const targets = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'link' && node.url.startsWith('#')) targets.add(node.url.slice(1));
  });
  const plainer = { targets, imageBase };
  return { ...root, children: root.children.flatMap((child) => plain(plainer, child)) };
}

function plain(plainer: Plainer, node: RootContent): RootContent[] {
  switch (node.type) {
    case 'division':
      return [
        ...anchors(plainer, node),
        ...node.children.flatMap((child) => plain(plainer, child)),
      ];
    case 'inline':
      return [...anchors(plainer, node), ...plainInline(plainer, node)];
    case 'heading':
      return [...anchors(plainer, node), { ...node, children: plainWords(plainer, node.children) }];
    case 'table':
      return [{ ...node, children: node.children.map((row) => plainRow(plainer, row)) }];
    case 'graphic':
      // What it shows in words stands behind it.
      return [
        {
          type: 'paragraph',
          children: [{ type: 'image', url: `figures/${node.name}.svg`, alt: node.title }],
        },
      ];
    case 'image':
      return [
        /^[a-z][a-z\d+.-]*:/i.test(node.url)
          ? node
          : { ...node, url: plainer.imageBase + node.url },
      ];
    case 'paragraph': {
      const children = plainWords(plainer, node.children);
      return [
        {
          ...node,
          children: node.data?.hName === 'figcaption' ? [{ type: 'emphasis', children }] : children,
        },
      ];
    }
    default:
      // Blocks are replaced by blocks and words by words, so the children still fit their parent.
      return 'children' in node
        ? [
            {
              ...node,
              children: node.children.flatMap((child) => plain(plainer, child)),
            } as RootContent,
          ]
        : [node];
  }
}

function plainWords(plainer: Plainer, words: PhrasingContent[]): PhrasingContent[] {
  return words.flatMap((word) => plain(plainer, word) as PhrasingContent[]);
}

/** A rating is set as researchers write it, `(+)`; the name of the case stands in the head of its column. */
function plainInline(
  plainer: Plainer,
  { kind, children }: RootContent & { type: 'inline' },
): PhrasingContent[] {
  if (kind === 'case-name') return [];
  const words = plainWords(plainer, children);
  return kind === 'rating'
    ? [
        {
          type: 'strong',
          children: [{ type: 'text', value: '(' }, ...words, { type: 'text', value: ')' }],
        },
      ]
    : words;
}

/** Ids are slugs: letters, digits and hyphens, which need no escape in HTML. */
function anchors({ targets }: Plainer, node: Nodes): Html[] {
  const id = node.data?.hProperties?.id;
  return typeof id === 'string' && targets.has(id) && /^[\p{L}\p{M}\p{N}_-]+$/u.test(id)
    ? [{ type: 'html', value: `<a id="${id}"></a>` }]
    : [];
}

function plainRow(plainer: Plainer, row: TableRow): TableRow {
  const cells = row.children.map((cell, index) =>
    plainCell(plainer, cell, index === 0 ? anchors(plainer, row) : []),
  );
  return { ...row, children: cells };
}

function plainCell(plainer: Plainer, cell: TableCell, before: Html[]): TableCell {
  const lines = linesOf(plainer, cell.children).filter((line) => line.length > 0);
  const words = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'break' }, { type: 'break' }, ...line],
  );
  return { ...cell, children: [...before, ...anchors(plainer, cell), ...words] };
}

const isWords = new Set<RootContent['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'image',
  'footnoteReference',
  'html',
  'inline',
]);

/** The lines of a cell: a paragraph is one, a quotation is set in quotation marks, an item of a list gets a dot. */
function linesOf(plainer: Plainer, nodes: RootContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [];
  let words: PhrasingContent[] | null = null;
  for (const node of nodes) {
    if (isWords.has(node.type)) {
      words ??= lines[lines.push([]) - 1] ?? [];
      words.push(...(plain(plainer, node) as PhrasingContent[]));
    } else {
      words = null;
      lines.push(...blockLines(plainer, node));
    }
  }
  return lines;
}

function blockLines(plainer: Plainer, node: RootContent): PhrasingContent[][] {
  switch (node.type) {
    case 'heading':
      return [[{ type: 'strong', children: plainWords(plainer, node.children) }]];
    case 'blockquote':
      return between('“', linesOf(plainer, node.children), '”');
    case 'listItem':
      return between('• ', linesOf(plainer, node.children), '');
    case 'tableRow':
      return [
        node.children.flatMap((cell, index) => [
          ...(index === 0 ? [] : [text(' · ')]),
          ...linesOf(plainer, cell.children).flat(),
        ]),
      ];
    case 'code':
      return node.value.split('\n').map((value) => [{ type: 'inlineCode', value }]);
    default:
      return 'children' in node ? linesOf(plainer, node.children) : [];
  }
}

function between(
  opening: string,
  lines: PhrasingContent[][],
  closing: string,
): PhrasingContent[][] {
  const last = lines.length - 1;
  return lines.map((line, index) => [
    ...(index === 0 ? [text(opening)] : []),
    ...line,
    ...(index === last && closing !== '' ? [text(closing)] : []),
  ]);
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
