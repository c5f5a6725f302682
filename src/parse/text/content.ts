/** An author's nodes as content: comments set aside, raw HTML made text, short references made nodes. */
import { toString } from 'mdast-util-to-string';
import type {
  Definition,
  Html,
  ImageReference,
  LinkReference,
  Parents,
  RootContent,
  Text,
} from 'mdast';
import { plainTextOf } from '../../text/markdown.js';
import type { Content } from '../../domain/text.js';
import { idPattern } from '../../text/names.js';
import { leaveUnread, placeOf, type Document } from './document.js';
import { splitReferences } from './short-forms.js';

/** Content without anything in it. */
export const nothing: Content = { nodes: [], text: '' };

/** Makes content of blocks. The nodes are changed in place, so each may belong to one content only. */
export function contentOf(document: Document, blocks: RootContent[]): Content {
  const parent: Parents = { type: 'root', children: blocks };
  refine(document, parent);
  return { nodes: parent.children, text: plainTextOf(parent) };
}

const isId = new RegExp(`^${idPattern}$`, 'u');
const holdsBlocks = new Set(['root', 'blockquote', 'listItem', 'footnoteDefinition']);

/** Moves comments to the memos and footnotes to the document, and puts definitions in place of references to them. */
function refine(document: Document, parent: Parents): void {
  const children = parent.children.flatMap((child, index) => {
    if (child.type === 'text') {
      const joined = joinHan(child, parent.children[index - 1], parent.children[index + 1]);
      return splitReferences(document, joined, parent.type !== 'link');
    }
    if (child.type === 'html') return refineHtml(document, child, holdsBlocks.has(parent.type));
    return refineNode(document, child);
  });
  parent.children = children;
}

function refineNode(document: Document, node: RootContent): RootContent[] {
  switch (node.type) {
    case 'yaml':
      return [];
    case 'definition':
      if (isId.test(node.label ?? '')) {
        leaveUnread(
          document,
          placeOf(document, node),
          `\`[${node.label ?? ''}]:\``,
          'a record id without brackets; this is a Markdown definition, which prints nothing',
        );
      }
      return [];
    case 'footnoteDefinition':
      document.footnotes.set(footnoteId(document, node.identifier), {
        content: contentOf(document, node.children),
        path: document.path,
      });
      return [];
    case 'footnoteReference': {
      const identifier = footnoteId(document, node.identifier);
      return [{ ...node, identifier, label: identifier }];
    }
    case 'linkReference':
    case 'imageReference':
      return refineNode(document, dereference(document, node));
    default:
      if ('children' in node) refine(document, node);
      return [node];
  }
}

/** Identifiers of footnotes are unique in a file only. */
function footnoteId(document: Document, identifier: string): string {
  return `${document.path.replace(/\.[^.]*$/, '').replaceAll('/', '-')}-${identifier}`;
}

const comment = /<!--([\s\S]*?)(-->|$)/g;

function refineHtml(document: Document, node: Html, isBlock: boolean): RootContent[] {
  const place = placeOf(document, node);
  for (const [, text = '', end] of node.value.matchAll(comment)) {
    document.memos.push({ text: text.trim(), place });
    if (end === '') leaveUnread(document, place, 'a comment without an end', '`-->` behind it');
  }
  const value = node.value.replace(comment, '');
  if (value.trim() === '') return [];
  leaveUnread(document, place, 'raw HTML', 'Markdown; the tags are printed as text');
  const text: Text = { type: 'text', value };
  return isBlock ? [{ type: 'paragraph', children: [text] }] : [text];
}

function dereference(document: Document, node: LinkReference | ImageReference): RootContent {
  const definition = document.root.children.find(
    (other): other is Definition =>
      other.type === 'definition' && other.identifier === node.identifier,
  );
  if (!definition) return { type: 'text', value: toString(node) };
  const target = {
    url: definition.url,
    title: definition.title ?? null,
    ...(node.position && { position: node.position }),
  };
  return node.type === 'linkReference'
    ? { type: 'link', ...target, children: node.children }
    : { type: 'image', ...target, alt: node.alt ?? null };
}

const betweenHan =
  /(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])\n(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])/gu;

/** Soft line breaks vanish between Han characters and are spaces elsewhere. */
function joinHan(
  node: Text,
  before: RootContent | undefined,
  after: RootContent | undefined,
): Text {
  if (!node.value.includes('\n')) return node;
  const left = before === undefined ? '' : toString(before).slice(-1);
  const right = after === undefined ? '' : toString(after).slice(0, 1);
  const joined = (left + node.value + right).replace(betweenHan, '').replaceAll('\n', ' ');
  return { ...node, value: joined.slice(left.length, joined.length - right.length) };
}
