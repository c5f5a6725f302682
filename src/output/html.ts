/** mdast → one self-contained HTML file: style, script and images inside, nothing loaded from elsewhere. */
import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import type { Element } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { walk, type Graphic } from '../text/markdown.js';
import { addDirections } from './directions.js';
import { addContents, addRoles } from './elements.js';
import { endingOf } from './ending.js';
import { imageTypes } from './image-types.js';
import { placeDrawings } from './inline-svg.js';

/** What a page is made of besides the report. */
export interface Page {
  title: string;
  language: string;
  /** Shell, style sheet and script, from templates/page. */
  shell: string;
  style: string;
  script: string;
  /** Words of the page, for the shell and the script. */
  words: { contents: string; skip: string; describe: string; page: { [name: string]: string } };
  /** Images by the url that the tree uses. */
  images: Map<string, Buffer>;
}

/** Data attributes by which the page filters and colours; every other attribute comes from the default schema. */
const dataAttributes = [
  'dataCase',
  'dataComponent',
  'dataCounter',
  'dataDimension',
  'dataDrawing',
  'dataKind',
  'dataPattern',
  'dataSide',
  'dataSource',
  'dataState',
  'dataVerdict',
];

const schema: Schema = {
  ...defaultSchema,
  // Ids are built from slugs with a prefix for each kind of thing, so that none can shadow a property of the document.
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption', 'bdi'],
  attributes: {
    ...defaultSchema.attributes,
    // Rules for one element replace the rules for all, and the default for links would drop our classes.
    a: (defaultSchema.attributes?.a ?? []).filter((each) => typeof each === 'string'),
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []),
      'className',
      'scope',
      'title',
      ...dataAttributes,
    ],
  },
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['data'] },
};

const toHtml = unified()
  .use(remarkRehype, {
    clobberPrefix: '',
    footnoteLabelProperties: {},
    handlers: { graphic: placeOf },
  })
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** The place of a drawing, which is put there after everything else has been sanitised. */
function placeOf(_: unknown, { name }: Graphic): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['canvas'], dataDrawing: name },
    children: [],
  };
}

/** Renders a report as a page. */
export function renderHtml(root: Root, page: Page): string {
  const tree = toHtml.runSync(embedImages(root, page.images));
  placeDrawings(tree, drawingsIn(root), page.words.describe);
  const contents = addContents(tree);
  addRoles(tree);
  addDirections(tree);
  addDirections({ type: 'root', children: [contents] });
  return Handlebars.compile(page.shell, { strict: true })({
    language: page.language,
    title: page.title,
    words: page.words,
    // JSON within a script element must not be able to end it.
    phrases: JSON.stringify(page.words.page).replaceAll('<', '\\u003c'),
    style: page.style,
    script: page.script,
    scriptHash: hashOf(page.script),
    contents:
      contents.children.length === 0
        ? ''
        : toHtml.stringify({ type: 'root', children: [contents] }),
    body: toHtml.stringify(tree),
  });
}

function drawingsIn(root: Root): Map<string, Graphic> {
  const drawings = new Map<string, Graphic>();
  walk(root, (node) => {
    if (node.type === 'graphic') drawings.set(node.name, node);
  });
  return drawings;
}

function hashOf(script: string): string {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** A copy of the tree's images with their bytes in them. */
function embedImages(root: Root, images: Map<string, Buffer>): Root {
  if (images.size === 0) return root;
  const copy = structuredClone(root);
  walk(copy, (node) => {
    if (node.type !== 'image') return;
    const bytes = images.get(node.url);
    const type = imageTypes.get(endingOf(node.url));
    if (bytes && type) node.url = `data:${type};base64,${bytes.toString('base64')}`;
  });
  return copy;
}
