/** mdast → one self-contained HTML file: style, script and images inside, nothing loaded from elsewhere. */
import { createHash } from 'node:crypto';
import { slug } from 'github-slugger';
import Handlebars from 'handlebars';
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

export interface Page {
  title: string;
  language: string;
  /** Shell, style sheet and script, from templates/page. */
  shell: string;
  style: string;
  script: string;
  /** Words of the page, for the shell and the script. */
  words: { contents: string; skip: string; page: { [name: string]: string } };
  /** Images by the url that the tree uses. */
  images: Map<string, Buffer>;
}

/** Data attributes by which the page filters and colours; every other attribute comes from the default schema. */
const dataAttributes = ['dataCase', 'dataComponent', 'dataCounter', 'dataDimension', 'dataKind', 'dataPattern', 'dataSide', 'dataSource', 'dataState', 'dataVerdict'];

const schema: Schema = {
  ...defaultSchema,
  // Ids are built from slugs with a prefix for each kind of thing, so that none can shadow a property of the document.
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption'],
  attributes: { ...defaultSchema.attributes, '*': [...(defaultSchema.attributes?.['*'] ?? []), 'className', 'scope', 'title', ...dataAttributes] },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['data'] },
};

const toHtml = unified()
  .use(remarkRehype, { clobberPrefix: '', footnoteLabelProperties: {} })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** Renders a report as a page. */
export function renderHtml(root: Root, page: Page): string {
  const tree = toHtml.runSync(embedImages(root, page.images));
  const contents = addIds(tree);
  addRoles(tree);
  return Handlebars.compile(page.shell, { strict: true })({
    language: page.language,
    title: page.title,
    words: page.words,
    // JSON within a script element must not be able to end it.
    phrases: JSON.stringify(page.words.page).replaceAll('<', '\\u003c'),
    style: page.style,
    script: page.script,
    scriptHash: hashOf(page.script),
    contents: toHtml.stringify({ type: 'root', children: [contents] }),
    body: toHtml.stringify(tree),
  });
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

const mediaTypes: { [extension: string]: string } = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' };

/** A copy of the tree's images with their bytes in them. */
function embedImages(root: Root, images: Map<string, Buffer>): Root {
  if (images.size === 0) return root;
  const copy = structuredClone(root);
  visit(copy, 'image', (node) => {
    const bytes = images.get(node.url);
    const type = mediaTypes[node.url.replace(/^.*\./, '').toLowerCase()];
    if (bytes && type) node.url = `data:${type};base64,${bytes.toString('base64')}`;
  });
  return copy;
}

/** Gives each heading an id, and makes the table of contents of those of the second and third level. */
function addIds(tree: HastRoot): Element {
  const items: { depth: number; id: string; text: string }[] = [];
  const taken = new Set<unknown>();
  visit(tree, 'element', ({ properties }) => void taken.add(properties.id));
  visit(tree, 'element', (node) => {
    const depth = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
    if (depth === 0) return undefined;
    const text = toString(node);
    const id = typeof node.properties.id === 'string' ? node.properties.id : freeId(slug(text), taken);
    node.properties.id = id;
    taken.add(id);
    if (depth === 2 || depth === 3) items.push({ depth, id, text });
    return SKIP;
  });
  return nested(items);
}

function freeId(wanted: string, taken: Set<unknown>): string {
  let id = wanted;
  for (let n = 1; taken.has(id); n++) id = `${wanted}-${String(n)}`;
  return id;
}

function nested(items: { depth: number; id: string; text: string }[]): Element {
  const list = element('ol', []);
  for (const { depth, id, text } of items) {
    const item = element('li', [{ ...element('a', [{ type: 'text', value: text }]), properties: { href: `#${id}` } }]);
    const last = list.children.at(-1);
    if (depth === 2 || last?.type !== 'element') list.children.push(item);
    else if (last.children[1]?.type === 'element') last.children[1].children.push(item);
    else last.children.push(element('ol', [item]));
  }
  return list;
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

const roles: { [tagName: string]: string } = { table: 'table', thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', td: 'cell' };

/** Says what the parts of a table are: at phone width the style sheet stacks them, and browsers forget it then. */
function addRoles(tree: HastRoot): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'th') node.properties.role = node.properties.scope === 'row' ? 'rowheader' : 'columnheader';
    else if (Object.hasOwn(roles, node.tagName)) node.properties.role = roles[node.tagName];
  });
}
