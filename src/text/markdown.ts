/** The one remark processor, and what this project adds to the Markdown tree. */
import type { Element } from 'hast';
import type { Data, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import { chunksOf, type Chunk } from './chunks.js';

/** A block with a meaning: `kind` is its class in HTML and the name by which a format may treat it specially. */
export interface Division extends Parent {
  type: 'division';
  kind: string;
  children: RootContent[];
}

/** Words with a meaning, within a line. */
export interface Inline extends Parent {
  type: 'inline';
  kind: string;
  children: PhrasingContent[];
}

/** `[D122]`, `[F1]`, `[chaoyang/D122]`: names something of the study. */
export interface CrossReference extends Parent {
  type: 'crossReference';
  identifier: string;
  children: PhrasingContent[];
}

/** One work of a citation. */
export interface Cite {
  key: string;
  /** As written behind the key: `p. 12`, `第12页`. */
  locator: string | null;
  /** Words in front of the key: `see`. */
  prefix: string | null;
  /** `-@key`: the text has named the author. */
  isAuthorSuppressed: boolean;
  /** Of `@key`. */
  position?: Position;
}

/** `[see @key, p. 12; @other]`; a narrative one is `@key` or `@key [p. 12]` in the run of a sentence. */
export interface Citation extends Parent {
  type: 'citation';
  isNarrative: boolean;
  items: Cite[];
  children: PhrasingContent[];
}

/**
 * A figure, drawn. `svg` has a viewBox and the literal colours of print on its elements; their classes let a page recolour
 * them. A group with `dataTarget` (`#entry-…`) stands for what has that id in the report.
 */
export interface Graphic extends Node {
  type: 'graphic';
  data?: Data | undefined;
  /** Name of its file, without an extension. */
  name: string;
  svg: Element;
  /** In user units, which are pixels. */
  width: number;
  height: number;
  title: string;
  /** What it shows, in words. */
  description: string;
}

declare module 'mdast' {
  interface RootContentMap {
    division: Division;
    inline: Inline;
    crossReference: CrossReference;
    citation: Citation;
    graphic: Graphic;
  }
  interface BlockContentMap {
    division: Division;
    graphic: Graphic;
  }
  interface PhrasingContentMap {
    inline: Inline;
    crossReference: CrossReference;
    citation: Citation;
  }
  interface Data {
    hName?: string;
    hProperties?: { [name: string]: string | number | boolean | string[] };
  }
}

/**
 * Shows every node of a tree, parents first. (unist-util-visit also hands out ancestors, which on the tree of a large report
 * takes longer than everything else.)
 */
export function walk(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) walk(child, see);
}

/** What stands between the children of a node, where nothing would join words that are two. */
const between: { [type: string]: string } = {
  ...{ root: '\n\n', blockquote: '\n\n', footnoteDefinition: '\n\n', listItem: '\n\n' },
  ...{ list: '\n', table: '\n', tableRow: ' ' },
};

/** The plain words of a node: a blank line between blocks, a line end between items, between rows and at a hard break. */
export function plainTextOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return toString(node);
  const gap = between[node.type] ?? '';
  const parts = node.children.map(plainTextOf);
  return (gap === '' ? parts : parts.filter((part) => part !== '')).join(gap);
}

const base = unified().use(remarkParse).use(remarkFrontmatter).use(remarkCjkFriendly).freeze();
const extended = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .freeze();

/** What every piece of GFM syntax needs: a text without any of these reads the same without the extension. */
const signOfGfm = /[|~]|\[\^|\[[ \txX]\]|https?:|www\.|[\w.+-]@[\w-]+\./i;

/** Short enough that the parser's quadratic time does not show, long enough that its start does not either. */
const chunkSize = 8000;

/**
 * Reads CommonMark, front matter and GFM, also where emphasis stands beside Chinese.
 * GFM doubles the time that remark-parse takes, so a text pays for it only if it has a sign of it.
 */
export function parseMarkdown(file: VFile | string): Root {
  const text = String(file);
  const processor = signOfGfm.test(text) ? extended : base;
  const roots = chunksOf(text, chunkSize).map((chunk) => {
    const root = processor.parse(chunk.text);
    if (chunk.offset > 0)
      walk(root, (node) => {
        shift(node, chunk);
      });
    return root;
  });
  const [first] = roots;
  if (!first || roots.length === 1) return first ?? { type: 'root', children: [] };
  return { type: 'root', children: roots.flatMap(({ children }) => children) };
}

function shift({ position }: Nodes, { line, offset }: Chunk): void {
  if (!position) return;
  for (const point of [position.start, position.end]) {
    point.line += line;
    if (point.offset !== undefined) point.offset += offset;
  }
}
