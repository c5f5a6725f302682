/** The layout's nodes: what is known of the whole report while they are made, and what each bears beside its children. */
import type { FootnoteDefinition, Image, Nodes, Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { startsRightToLeft } from '../../text/languages.js';
import { walk, type Graphic } from '../../text/markdown.js';

/** A node of the layout: its type `t`, its children `c`, and what else the layout reads of it. */
export interface Node {
  t: string;
  [key: string]: unknown;
}

/** What is known of the whole report while its nodes are turned into the layout's. */
export interface LayoutState {
  /** Turns nodes into the layout's. What may hold any node calls it from here, since the map of handlers imports it. */
  lay: (state: LayoutState, nodes: RootContent[]) => Node[];
  /** Ids to which something links and that have not been set yet; each place may bear its label once. */
  open: Set<string>;
  /** Ids to which something may link. */
  held: Set<string>;
  footnotes: Map<string, FootnoteDefinition>;
  /** Footnotes that have been set. */
  noted: Set<string>;
  /** Path of a picture for the compiler; null if it cannot be shown. */
  pathOf: (image: Image | Graphic) => string | null;
  /** Signs that no font has, which are set by their number instead. */
  unknown: Set<string>;
  /** Level of the last heading: none may skip one. */
  level: number;
}

/** What is linked, what may be linked to, and the footnotes of a report. */
export function layoutState(
  root: Root,
  means: Pick<LayoutState, 'lay' | 'pathOf' | 'unknown'>,
): LayoutState {
  const linked = new Set<string>();
  const held = new Set<string>();
  const footnotes = new Map<string, FootnoteDefinition>();
  walk(root, (node) => {
    if (node.type === 'link' && node.url.startsWith('#')) linked.add(node.url.slice(1));
    if (node.type === 'footnoteDefinition') footnotes.set(node.identifier, node);
    const id = idOf(node);
    if (id !== null) held.add(id);
  });
  const open = new Set([...linked].filter((id) => held.has(id)));
  return { open, held, footnotes, noted: new Set(), ...means, level: 0 };
}

function idOf({ data }: Nodes): string | null {
  const id = data?.hProperties?.id;
  return typeof id === 'string' ? id : null;
}

/** The label of a node's place, if something leads there; two places never bear the same. */
export function placeOf({ open }: LayoutState, node: Nodes): { id?: string } {
  const id = idOf(node);
  return id !== null && open.delete(id) ? { id: labelOf(id) } : {};
}

/** Labels of places are kept apart from those of footnotes. */
export function labelOf(id: string): string {
  return `to-${id}`;
}

/** The language of what a node holds, if it is said. */
export function languageOf({ data }: Nodes): { lang?: string } {
  const lang = data?.hProperties?.lang;
  return typeof lang === 'string' && /^[a-z]{2,3}$/i.test(lang) ? { lang } : {};
}

/** A paragraph that begins in a script from right to left is set so. */
export function directionOf(paragraph: Paragraph): { dir?: 'rtl' } {
  return startsRightToLeft(toString(paragraph)) ? { dir: 'rtl' } : {};
}
