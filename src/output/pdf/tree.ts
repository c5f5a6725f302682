/** The report's tree as the plain data that the Typst layout walks. */
import type { List, Paragraph, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Division } from '../../text/markdown.js';
import { handlerFor, type Handlers } from '../handlers.js';
import { layGraphic, layImage } from './pictures.js';
import { directionOf, labelOf, languageOf, placeOf, type Node, type LayoutState } from './state.js';
import { layTable } from './table.js';
import { printable, textOf } from './text.js';

/** The layout's nodes for nodes of the report: blocks, and words within them. */
export function lay(state: LayoutState, nodes: RootContent[]): Node[] {
  return nodes.flatMap((node) => {
    const made = handlerFor(handlers, node)?.(state, node) ?? [];
    return Array.isArray(made) ? made : [{ ...made, ...placeOf(state, node), ...languageOf(node) }];
  });
}

const around =
  (t: string) =>
  (state: LayoutState, node: { children: RootContent[] }): Node => ({
    t,
    c: lay(state, node.children),
  });

/** What has no handler (definitions, front matter) is not printed. */
const handlers: Handlers<RootContent, LayoutState, [], Node | Node[]> = {
  text: (state, { value }) => textOf(state, value),
  html: (_, { value }) => (/^<br\s*\/?>$/.test(value) ? { t: 'break' } : []),
  emphasis: around('emphasis'),
  strong: around('strong'),
  delete: around('delete'),
  break: () => ({ t: 'break' }),
  inlineCode: (state, { value }) => ({ t: 'inline-code', v: printable(value, state.unknown) }),
  link: (state, node) => {
    const c = lay(state, node.children);
    if (!node.url.startsWith('#'))
      return /^(https?|mailto):/i.test(node.url) ? { t: 'link', url: node.url, c } : c;
    const id = node.url.slice(1);
    return state.held.has(id) ? { t: 'to', to: labelOf(id), c } : c;
  },
  inline: (state, { kind, children }) => {
    const c = lay(state, children);
    if (kind === 'case-name') return [];
    return {
      t: 'span',
      k: kind,
      c: kind === 'rating' ? [{ t: 'text', v: '(' }, ...c, { t: 'text', v: ')' }] : c,
    };
  },
  footnoteReference: (state, { identifier }) => {
    const definition = state.footnotes.get(identifier);
    if (!definition) return [];
    const id = `note-${identifier}`;
    if (state.noted.has(identifier)) return { t: 'again', to: id };
    state.noted.add(identifier);
    // Its first paragraph stands on the line of its number.
    const [first, ...rest] = definition.children;
    const c =
      first?.type === 'paragraph'
        ? [...lay(state, first.children), ...lay(state, rest)]
        : lay(state, definition.children);
    return [{ t: 'footnote', id, c }];
  },
  image: (state, node) => layImage(state, node),
  paragraph: (state, node) => ({
    t: 'paragraph',
    c: fromMargin(lay(state, node.children)),
    ...directionOf(node),
  }),
  heading: (state, node) => {
    if (node.depth === 1) return { t: 'title' };
    // PDF/UA: a heading says something.
    if (toString(node).trim() === '') return [];
    // PDF/UA: a heading is at most one level below the one before it.
    state.level = Math.min(node.depth - 1, state.level + 1);
    return { t: 'heading', depth: state.level, c: lay(state, node.children) };
  },
  blockquote: around('quote'),
  list: (state, node) => layList(state, node),
  code: ({ unknown }, { value }) => ({
    t: 'raw',
    v: value
      .split('\n')
      .map((line) => printable(line, unknown))
      .join('\n'),
  }),
  thematicBreak: () => ({ t: 'rule' }),
  table: (state, node) => layTable(state, node, []),
  division: (state, node) => layDivision(state, node),
  graphic: (state, node) => layGraphic(state, node, []),
};

/** Drops the space after words that are not printed, such as the name of a case that heads its column. */
function fromMargin([first, ...rest]: Node[]): Node[] {
  if (!first) return [];
  return first.t === 'text'
    ? [{ ...first, v: String(first.v).trimStart() }, ...rest]
    : [first, ...rest];
}

function layList(state: LayoutState, { ordered, start, spread, children }: List): Node {
  const items = children.map((item) => lay(state, item.children));
  return {
    t: 'list',
    ordered: ordered ?? false,
    start: start ?? 1,
    tight: !(spread ?? false),
    c: items,
  };
}

/** A division around a table or a drawing gives it its caption. */
function layDivision(state: LayoutState, node: Division): Node | Node[] {
  const caption = node.children.find(
    (child): child is Paragraph => child.type === 'paragraph' && child.data?.hName === 'figcaption',
  );
  const body = node.children.find((child) => child.type === 'table' || child.type === 'graphic');
  if (!caption || !body) return { t: 'division', k: node.kind, c: lay(state, node.children) };
  const words = lay(state, caption.children);
  // What a drawing shows in words is its alternative text, which a reader of print does not need.
  const isDescription = (child: RootContent) =>
    child.type === 'division' && child.kind === 'description';
  const rest = node.children.filter(
    (child) => child !== caption && child !== body && !isDescription(child),
  );
  const shown =
    body.type === 'table' ? layTable(state, body, words) : layGraphic(state, body, words);
  return { t: 'division', k: node.kind, c: [shown, ...lay(state, rest)] };
}
