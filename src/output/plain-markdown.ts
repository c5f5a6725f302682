/** The report's tree as plain Markdown can hold it: what it has no form for is flattened, never lost. */
import type { Paragraph, Root, RootContent } from 'mdast';
import { walk } from '../text/markdown.js';
import { isPhrasing } from './phrasing.js';
import { plainRow } from './plain-cells.js';
import { anchorsOf, plainWords, type PlainContext } from './plain-words.js';

/** A copy of the tree without divisions, and with words only in the cells of tables. */
export function asPlainMarkdown(root: Root, imageBase: string): Root {
  const targets = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'link' && node.url.startsWith('#')) targets.add(node.url.slice(1));
  });
  return { ...root, children: plainBlocks({ targets, imageBase }, root.children) };
}

function plainBlocks(context: PlainContext, nodes: RootContent[]): RootContent[] {
  return nodes.flatMap((node) =>
    isPhrasing(node) ? plainWords(context, [node]) : plainBlock(context, node),
  );
}

function plainBlock(context: PlainContext, node: RootContent): RootContent[] {
  switch (node.type) {
    case 'division':
      return [...anchorsOf(context, node), ...plainBlocks(context, node.children)];
    case 'heading':
      return [
        ...anchorsOf(context, node),
        { ...node, children: plainWords(context, node.children) },
      ];
    case 'table':
      return [{ ...node, children: node.children.map((row) => plainRow(context, row)) }];
    case 'graphic': {
      // What it shows in words stands behind it.
      const url = `figures/${node.name}.svg`;
      return [{ type: 'paragraph', children: [{ type: 'image', url, alt: node.title }] }];
    }
    case 'paragraph':
      return [plainParagraph(context, node)];
    default:
      // Blocks are replaced by blocks and words by words, so that the children still fit their parent.
      return 'children' in node
        ? [{ ...node, children: plainBlocks(context, node.children) } as RootContent]
        : [node];
  }
}

/** A caption is set in italics. */
function plainParagraph(context: PlainContext, node: Paragraph): Paragraph {
  const children = plainWords(context, node.children);
  const isCaption = node.data?.hName === 'figcaption';
  return { ...node, children: isCaption ? [{ type: 'emphasis', children }] : children };
}
