/** A report from its first word to its last: footnotes are read where they are first referred to. */
import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import type { Citation, Division } from '../../text/markdown.js';
import { listPlace } from './references.js';

/** A citation with where it stands. */
export interface Seen {
  node: Citation;
  /** A link cannot hold another. */
  isInLink: boolean;
  isInNote: boolean;
  /** Footnotes of authors up to here, the one in which it stands included. */
  footnotes: number;
}

/** What takes the place of a citation and of the list of works. */
export interface Replacements {
  citation: (seen: Seen) => RootContent[];
  list: (node: Division) => RootContent[];
}

interface Walk extends Replacements {
  definitions: Map<string, FootnoteDefinition>;
  read: Set<string>;
}

type Within = Pick<Seen, 'isInLink' | 'isInNote'>;

/** Replaces citations and the place of the list. Nodes without either are not copied. */
export function rewriteInOrder(root: Root, replacements: Replacements): Root {
  const definitions = new Map(
    root.children.flatMap((node) =>
      node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [],
    ),
  );
  const state: Walk = { ...replacements, definitions, read: new Set() };
  const children = rewriteAll(state, root.children, { isInLink: false, isInNote: false });
  return {
    ...root,
    children: children.map((node) =>
      node.type === 'footnoteDefinition' ? (definitions.get(node.identifier) ?? node) : node,
    ),
  };
}

function rewrite(state: Walk, node: RootContent, within: Within): RootContent[] {
  switch (node.type) {
    case 'citation':
      return state.citation({ node, ...within, footnotes: state.read.size });
    case 'division':
      return node.kind === listPlace ? state.list(node) : [rewriteParent(state, node, within)];
    case 'footnoteReference':
      visitFootnote(state, node.identifier);
      return [node];
    case 'footnoteDefinition':
      visitFootnote(state, node.identifier);
      return [node];
    case 'link':
      return [rewriteParent(state, node, { ...within, isInLink: true })];
    default:
      return 'children' in node ? [rewriteParent(state, node, within)] : [node];
  }
}

function visitFootnote(state: Walk, identifier: string): void {
  const definition = state.definitions.get(identifier);
  if (!definition || state.read.has(identifier)) return;
  state.read.add(identifier);
  state.definitions.set(
    identifier,
    rewriteParent(state, definition, { isInLink: false, isInNote: true }),
  );
}

function rewriteParent<T extends RootContent & { children: RootContent[] }>(
  state: Walk,
  node: T,
  within: Within,
): T {
  const children = rewriteAll(state, node.children, within);
  const isSame =
    children.length === node.children.length &&
    children.every((child, index) => child === node.children[index]);
  return isSame ? node : { ...node, children };
}

function rewriteAll(state: Walk, nodes: RootContent[], within: Within): RootContent[] {
  const children: RootContent[] = [];
  for (const node of nodes) {
    const made = rewrite(state, node, within);
    const last = children.at(-1);
    // A footnote mark follows its word without a space, and a list without works needs no heading.
    if (made[0]?.type === 'footnoteReference' && node.type === 'citation' && last?.type === 'text')
      children.splice(-1, 1, { ...last, value: last.value.trimEnd() });
    if (made.length === 0 && node.type === 'division' && last?.type === 'heading') children.pop();
    children.push(...made);
  }
  return children;
}
