/** mdast → Markdown that reads well on GitHub. What Markdown has no form for is flattened, never lost. */
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown';
import type { Nodes, PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Renders a report. `imageBase` is put in front of the paths of the study's images. */
export function renderMarkdown(root: Root, imageBase: string): string {
  const targets = targetsOf(root);
  const division: Handle = (node: Nodes, _, state, info) => {
    const flow = state.containerFlow(node as never, info);
    const anchor = anchorFor(node, targets);
    return anchor === '' ? flow : `${anchor}\n\n${flow}`;
  };
  const inline: Handle = (node: Nodes, _, state, info) => anchorFor(node, targets) + state.containerPhrasing(node as never, info);
  const handlers: Options['handlers'] = {
    division: division as never,
    inline: inline as never,
    // GitHub shows it within tables, where a line break has no other form.
    break: ((node, parent, state, info) => (state.stack.includes('tableCell') ? '<br>' : defaultHandlers.break(node as never, parent, state, info))) as Handle,
    heading: ((node: Nodes & { type: 'heading' }, parent, state, info) => {
      const anchor = anchorFor(node, targets);
      const line = defaultHandlers.heading(node, parent, state, info);
      return anchor === '' ? line : `${anchor}\n\n${line}`;
    }) as Handle,
    image: ((node: Nodes & { type: 'image' }, parent, state, info) => defaultHandlers.image(withBase(node, imageBase), parent, state, info)) as Handle,
  };
  const processor = unified()
    .use(remarkStringify, { handlers, bullet: '-', rule: '-', emphasis: '_' })
    .use(remarkGfm, { tablePipeAlign: false })
    .use(remarkCjkFriendly);
  return processor.stringify(flattenTables(root, targets));
}

/** Ids to which something links; only these get an anchor. */
function targetsOf(root: Root): Set<string> {
  const targets = new Set<string>();
  visit(root, 'link', ({ url }) => {
    if (url.startsWith('#')) targets.add(url.slice(1));
  });
  return targets;
}

/** Ids are slugs: letters, digits and hyphens, which need no escape in HTML. */
function anchorFor(node: Nodes, targets: Set<string>): string {
  const id = node.data?.hProperties?.id;
  return typeof id === 'string' && targets.has(id) && /^[\p{L}\p{N}_-]+$/u.test(id) ? `<a id="${id}"></a>` : '';
}

function withBase<T extends { url: string }>(node: T, base: string): T {
  return /^[a-z][a-z\d+.-]*:/i.test(node.url) ? node : { ...node, url: base + node.url };
}

/** A copy of the tree in which cells hold words only. */
function flattenTables(root: Root, targets: Set<string>): Root {
  return { ...root, children: root.children.map((child) => flatten(child, targets)) };
}

function flatten<T extends RootContent>(node: T, targets: Set<string>): T {
  if (node.type === 'table') {
    const rows = node.children.map((row) => ({ ...row, children: row.children.map((cell, index) => flattenCell(cell, index === 0 ? anchorFor(row, targets) : '', targets)) }));
    return { ...node, children: rows };
  }
  // The children keep their types, and so still fit their parent.
  return 'children' in node ? ({ ...node, children: node.children.map((child) => flatten(child, targets)) }) : node;
}

function flattenCell(cell: TableCell, rowAnchor: string, targets: Set<string>): TableCell {
  const anchor = rowAnchor + anchorFor(cell, targets);
  const lines = linesOf(cell.children, '').filter((line) => line.length > 0);
  const words = lines.flatMap((line, index): PhrasingContent[] => (index === 0 ? line : [{ type: 'break' }, { type: 'break' }, ...line]));
  return { ...cell, children: anchor === '' ? words : [{ type: 'html', value: anchor }, ...words] };
}

const isWords = new Set<RootContent['type']>(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'image', 'footnoteReference', 'html', 'inline']);

/** The lines of a cell: each paragraph is one, quotations are set in quotation marks, items of lists get a dot. */
function linesOf(nodes: RootContent[], before: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [];
  let words: PhrasingContent[] | null = null;
  for (const node of nodes) {
    if (isWords.has(node.type)) {
      if (!words) lines.push((words = []));
      words.push(node as PhrasingContent);
      continue;
    }
    words = null;
    lines.push(...blockLines(node));
  }
  const [first, ...rest] = lines;
  return first && before !== '' ? [[{ type: 'text', value: before }, ...first], ...rest] : lines;
}

function blockLines(node: RootContent): PhrasingContent[][] {
  switch (node.type) {
    case 'paragraph':
      return [node.children];
    case 'heading':
      return [[{ type: 'strong', children: node.children }]];
    case 'blockquote':
      return quoted(linesOf(node.children, ''));
    case 'listItem':
      return linesOf(node.children, '• ');
    case 'tableRow':
      return [node.children.flatMap((cell, index): PhrasingContent[] => [...(index === 0 ? [] : [{ type: 'text' as const, value: ' · ' }]), ...linesOf(cell.children, '').flat()])];
    case 'code':
      return node.value.split('\n').map((value) => [{ type: 'inlineCode', value }]);
    default:
      return 'children' in node ? linesOf(node.children, '') : [];
  }
}

function quoted(lines: PhrasingContent[][]): PhrasingContent[][] {
  const mark = (value: string): PhrasingContent => ({ type: 'text', value });
  return lines.map((line, index) => [...(index === 0 ? [mark('“')] : []), ...line, ...(index === lines.length - 1 ? [mark('”')] : [])]);
}
