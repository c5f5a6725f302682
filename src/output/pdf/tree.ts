/** The report's tree as the plain data that the Typst layout walks. */
import type { Image, List, Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Division, Graphic } from '../../text/markdown.js';
import type { Run } from '../printed.js';
import {
  directionOf,
  labelOf,
  languageOf,
  placeOf,
  setterFor,
  type Node,
  type Setter,
} from './setter.js';
import { partsOf } from './parts.js';
import { layTable } from './table.js';
import { printable } from './text.js';

export interface Laid {
  turned: boolean;
  first: boolean;
  /** What stands before the contents: the title and what belongs to it. */
  front: Node[];
  c: Node[];
}

/** Turns runs of blocks into the layout's. */
export function layRuns(
  root: Root,
  runs: Run[],
  means: Pick<Setter, 'pathOf' | 'unknown'>,
): Laid[] {
  const setter = setterFor(root, means);
  return runs.flatMap(({ isTurned, children }, index): Laid[] => {
    const end = index === 0 ? children.findIndex((node) => !isTitle(node)) : 0;
    const front = lay(setter, children.slice(0, end < 0 ? children.length : end));
    const parts = partsOf(lay(setter, end < 0 ? [] : children.slice(end)));
    return parts.map((c, part) => ({
      turned: isTurned,
      first: index + part === 0,
      front: part === 0 ? front : [],
      c,
    }));
  });
}

/** What stands in front of the contents. */
function isTitle(node: RootContent): boolean {
  return node.type === 'heading'
    ? node.depth === 1
    : node.type === 'division' && node.kind === 'title-block';
}

function lay(setter: Setter, nodes: RootContent[]): Node[] {
  return nodes.flatMap((node) => {
    const handler = handlers[node.type] as Handler<RootContent> | undefined;
    const made = handler?.(setter, node) ?? [];
    return Array.isArray(made)
      ? made
      : [{ ...made, ...placeOf(setter, node), ...languageOf(node) }];
  });
}

type Handler<T> = (setter: Setter, node: T) => Node | Node[];

const around =
  (t: string) =>
  (setter: Setter, node: { children: RootContent[] }): Node => ({
    t,
    c: lay(setter, node.children),
  });

/** By type of node: what the layout is told of it. What has no handler says nothing in print (definitions, front matter). */
const handlers: { [T in RootContent['type']]?: Handler<Extract<RootContent, { type: T }>> } = {
  text: (setter, { value }) => wordsOf(setter, value),
  html: (_, { value }) => (/^<br\s*\/?>$/.test(value) ? { t: 'break' } : []),
  emphasis: around('emphasis'),
  strong: around('strong'),
  delete: around('delete'),
  break: () => ({ t: 'break' }),
  inlineCode: (setter, { value }) => ({ t: 'inline-code', v: printable(value, setter.unknown) }),
  link: (setter, node) => {
    const c = lay(setter, node.children);
    if (!node.url.startsWith('#'))
      return /^(https?|mailto):/i.test(node.url) ? { t: 'link', url: node.url, c } : c;
    const id = node.url.slice(1);
    return setter.held.has(id) ? { t: 'to', to: labelOf(id), c } : c;
  },
  inline: (setter, { kind, children }) => {
    const c = lay(setter, children);
    if (kind === 'case-name') return [];
    return {
      t: 'span',
      k: kind,
      c: kind === 'rating' ? [{ t: 'text', v: '(' }, ...c, { t: 'text', v: ')' }] : c,
    };
  },
  footnoteReference: (setter, { identifier }) => {
    const definition = setter.footnotes.get(identifier);
    if (!definition) return [];
    const id = `note-${identifier}`;
    if (setter.noted.has(identifier)) return { t: 'again', to: id };
    setter.noted.add(identifier);
    // Its first paragraph stands on the line of its number.
    const [first, ...rest] = definition.children;
    const c =
      first?.type === 'paragraph'
        ? [...lay(setter, first.children), ...lay(setter, rest)]
        : lay(setter, definition.children);
    return [{ t: 'footnote', id, c }];
  },
  image: (setter, node) => layImage(setter, node),
  paragraph: (setter, node) => ({
    t: 'paragraph',
    c: fromMargin(lay(setter, node.children)),
    ...directionOf(node),
  }),
  heading: (setter, node) => {
    if (node.depth === 1) return { t: 'title' };
    // PDF/UA: a heading says something.
    if (toString(node).trim() === '') return [];
    // PDF/UA: a heading is at most one level below the one before it.
    setter.level = Math.min(node.depth - 1, setter.level + 1);
    return { t: 'heading', depth: setter.level, c: lay(setter, node.children) };
  },
  blockquote: around('quote'),
  list: (setter, node) => layList(setter, node),
  code: ({ unknown }, { value }) => ({
    t: 'raw',
    v: value
      .split('\n')
      .map((line) => printable(line, unknown))
      .join('\n'),
  }),
  thematicBreak: () => ({ t: 'rule' }),
  table: (setter, node) => layTable({ setter, lay }, node, []),
  division: (setter, node) => layDivision(setter, node),
  graphic: (setter, node) => layGraphic(setter, node, []),
};

/** Without the space behind words that print leaves out, such as the name of a case that heads its column. */
function fromMargin([first, ...rest]: Node[]): Node[] {
  if (!first) return [];
  return first.t === 'text'
    ? [{ ...first, v: String(first.v).trimStart() }, ...rest]
    : [first, ...rest];
}

function wordsOf({ unknown }: Setter, value: string): Node {
  return { t: 'text', v: printable(value, unknown) };
}

function layList(setter: Setter, { ordered, start, spread, children }: List): Node {
  const items = children.map((item) => lay(setter, item.children));
  return {
    t: 'list',
    ordered: ordered ?? false,
    start: start ?? 1,
    tight: !(spread ?? false),
    c: items,
  };
}

/** A division around a table or a drawing gives it its caption. */
function layDivision(setter: Setter, node: Division): Node | Node[] {
  const caption = node.children.find(
    (child): child is Paragraph => child.type === 'paragraph' && child.data?.hName === 'figcaption',
  );
  const body = node.children.find((child) => child.type === 'table' || child.type === 'graphic');
  if (!caption || !body) return { t: 'division', k: node.kind, c: lay(setter, node.children) };
  const words = lay(setter, caption.children);
  // What a drawing shows in words is its alternative text, which a reader of print does not need.
  const isDescription = (child: RootContent) =>
    child.type === 'division' && child.kind === 'description';
  const rest = node.children.filter(
    (child) => child !== caption && child !== body && !isDescription(child),
  );
  const shown =
    body.type === 'table'
      ? layTable({ setter, lay }, body, words)
      : layGraphic(setter, body, words);
  return { t: 'division', k: node.kind, c: [shown, ...lay(setter, rest)] };
}

function layGraphic(setter: Setter, node: Graphic, caption: Node[]): Node {
  const path = setter.pathOf(node);
  const alt = `${node.title}. ${node.description}`;
  return path === null
    ? { t: 'paragraph', c: [wordsOf(setter, `[${alt}]`)] }
    : {
        t: 'picture',
        path,
        alt: printable(alt, setter.unknown),
        share: shareOf(node),
        caption,
        c: [],
      };
}

/** Pixels of a drawing that an upright page holds side by side, and the most that its height may be of its width. */
const pageWidth = 640;
const tallest = 1.25;

/** How much of the page's width a drawing takes: not more than it needs, and so much that it fits the page's height. */
function shareOf({ width, height }: Graphic): number {
  return Math.min(1, width / pageWidth, (tallest * width) / height);
}

function layImage(setter: Setter, node: Image): Node {
  const path = setter.pathOf(node);
  const alt = node.alt ?? '';
  return path === null
    ? wordsOf(setter, `[${alt === '' ? node.url : alt}]`)
    : { t: 'image', path, alt: printable(alt, setter.unknown) };
}
