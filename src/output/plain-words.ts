/** Words of the report as plain Markdown can hold them. */
import type { Html, Nodes, PhrasingContent } from 'mdast';
import type { Inline } from '../text/markdown.js';

/** What is known of the whole report while it is made plain. */
export interface PlainContext {
  /** Ids to which something links; only these get an anchor. */
  targets: Set<string>;
  /** What is put in front of the paths of the study's images. */
  imageBase: string;
}

/** Copies of words without inline nodes of the report's own; ids that are linked to become anchors. */
export function plainWords(context: PlainContext, words: PhrasingContent[]): PhrasingContent[] {
  return words.flatMap((word) => plainWord(context, word));
}

function plainWord(context: PlainContext, node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'inline') return [...anchorsOf(context, node), ...plainInline(context, node)];
  if (node.type === 'image') {
    const isAddress = /^[a-z][a-z\d+.-]*:/i.test(node.url);
    return [isAddress ? node : { ...node, url: context.imageBase + node.url }];
  }
  return 'children' in node ? [{ ...node, children: plainWords(context, node.children) }] : [node];
}

/** A rating is set as researchers write it, `(+)`; the name of the case stands in the head of its column. */
function plainInline(context: PlainContext, { kind, children }: Inline): PhrasingContent[] {
  if (kind === 'case-name') return [];
  const words = plainWords(context, children);
  return kind === 'rating'
    ? [{ type: 'strong', children: [textNode('('), ...words, textNode(')')] }]
    : words;
}

/** The anchor of a node, if something links to it. Ids are slugs, which need no escape in HTML. */
export function anchorsOf({ targets }: PlainContext, node: Nodes): Html[] {
  const id = node.data?.hProperties?.id;
  return typeof id === 'string' && targets.has(id) && /^[\p{L}\p{M}\p{N}_-]+$/u.test(id)
    ? [{ type: 'html', value: `<a id="${id}"></a>` }]
    : [];
}

/** A node of text. */
export function textNode(value: string): PhrasingContent {
  return { type: 'text', value };
}
