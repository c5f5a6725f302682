/** What a page's elements need beyond what Markdown says: ids, contents, roles. */
import { slug } from 'github-slugger';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';

/** Shows every element of a tree, parents first. */
export function walkElements(node: Root | RootContent, see: (element: Element) => void): void {
  if (node.type === 'element') see(node);
  if ('children' in node) for (const child of node.children) walkElements(child, see);
}

/** Gives each heading an id, and makes a list of those of the second and third level with links to them. */
export function addContents(tree: Root): Element {
  const items: { depth: number; id: string; text: string }[] = [];
  const taken = new Set<unknown>();
  walkElements(tree, ({ properties }) => void taken.add(properties.id));
  walkElements(tree, (node) => {
    const depth = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
    if (depth === 0) return;
    const text = toString(node);
    const id =
      typeof node.properties.id === 'string' ? node.properties.id : freeId(slug(text), taken);
    node.properties.id = id;
    taken.add(id);
    if (depth === 2 || depth === 3) items.push({ depth, id, text });
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
    const item = element('li', [
      { ...element('a', [{ type: 'text', value: text }]), properties: { href: `#${id}` } },
    ]);
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

const roles: { [tagName: string]: string } = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

/** States the roles of the parts of tables: at phone width the style sheet stacks them, and browsers then drop the roles. */
export function addRoles(tree: Root): void {
  walkElements(tree, (node) => {
    if (node.tagName === 'th')
      node.properties.role = node.properties.scope === 'row' ? 'rowheader' : 'columnheader';
    else if (Object.hasOwn(roles, node.tagName)) node.properties.role = roles[node.tagName];
  });
}
