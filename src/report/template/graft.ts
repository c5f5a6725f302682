/** The template's Markdown, parsed, with each token replaced by what it stands for. Data cannot change the tree's shape. */
import type { Parents, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { parseMarkdown } from '../../text/markdown.js';
import type { Content } from '../../domain/text.js';
import { UserError } from '../../domain/user-error.js';
import { safeUrl } from '../prose/linked.js';
import { text, withProperties } from '../prose/nodes.js';
import type { Expanded } from './expand.js';
import { token, type Value } from './helpers.js';

/** How each kind of value becomes a part of the tree. */
export interface Grafts {
  /** An author's content as blocks, its headings below that depth. */
  blocks: (content: Content, under: number) => RootContent[];
  words: (content: Content) => PhrasingContent[];
  /** A result as blocks, its headings below that depth. */
  result: (name: string, argument: string | null, under: number) => RootContent[];
}

interface Grafter extends Grafts {
  valueOf: (index: string) => Value;
  /** Depth of the heading under which the walk is. */
  under: number;
}

/** Parses and grafts. Throws a `UserError` where a template puts a value in a place that cannot hold it. */
export function graft({ text: source, store }: Expanded, grafts: Grafts): Root {
  const root = parseMarkdown(source);
  const valueOf = (index: string): Value => store[Number(index)] ?? { type: 'text', text: '' };
  graftChildren({ ...grafts, valueOf, under: 1 }, root);
  return root;
}

function graftChildren(grafter: Grafter, parent: Parents): void {
  const children = parent.children.flatMap((child) => {
    if (child.type === 'heading') grafter.under = child.depth;
    return graftNode(grafter, child, parent);
  });
  parent.children = children;
}

function graftNode(grafter: Grafter, node: RootContent, parent: Parents): RootContent[] {
  if (node.type === 'text') return graftText(grafter, node, parent);
  // A template's own front matter.
  if (node.type === 'yaml') return [];
  const alone = tokenAlone(grafter, node);
  if (alone?.type === 'content') return grafter.blocks(alone.content, grafter.under);
  if (alone?.type === 'result') return grafter.result(alone.name, alone.argument, grafter.under);
  if ('url' in node) graftUrl(grafter, node);
  if ('alt' in node && node.alt) node.alt = plain(grafter, node.alt);
  if ('title' in node && node.title) node.title = plain(grafter, node.title);
  if (node.type === 'html' && token.pattern.test(node.value)) {
    throw new UserError(
      `Unexpected expression within raw HTML \`${node.value.replace(token.all, '{{…}}')}\` of the template, expected Markdown around it`,
    );
  }
  if ('value' in node) node.value = plain(grafter, node.value);
  if ('children' in node) graftChildren(grafter, node);
  return [node];
}

/** The value of a paragraph that holds one token and nothing else. */
function tokenAlone(grafter: Grafter, node: RootContent): Value | null {
  const [only, ...more] = node.type === 'paragraph' ? node.children : [];
  if (only?.type !== 'text' || more.length > 0) return null;
  const [, index] = /^\uE000(\d+)\uE001$/.exec(only.value.trim()) ?? [];
  return index === undefined ? null : grafter.valueOf(index);
}

function graftText(grafter: Grafter, node: Text, parent: Parents): PhrasingContent[] {
  // Splitting at a pattern with a group gives text, number, text, number, … text.
  return node.value.split(token.pattern).flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 0) return part === '' ? [] : [text(part)];
    return graftWords(grafter, grafter.valueOf(part), parent);
  });
}

function graftWords(grafter: Grafter, value: Value, parent: Parents): PhrasingContent[] {
  switch (value.type) {
    case 'text':
      return [text(value.text)];
    case 'content':
      return grafter.words(value.content);
    case 'anchor':
      parent.data = withProperties(parent, { id: value.id }).data ?? {};
      return [];
    case 'result': {
      const { path, start } = value.at;
      throw new UserError(
        `${path}:${String(start.line)}:${String(start.column + 1)} Unexpected \`{{result "${value.name}"}}\` within a line, expected it in a paragraph of its own`,
      );
    }
  }
}

/** Only addresses with a safe scheme pass. */
function graftUrl(grafter: Grafter, node: { url: string }): void {
  if (token.pattern.test(node.url)) node.url = safeUrl(plain(grafter, node.url)) ?? '';
}

/** Text with its tokens replaced by plain words. */
function plain(grafter: Grafter, value: string): string {
  return value.replace(token.all, (_, index: string) => {
    const kept = grafter.valueOf(index);
    return kept.type === 'text' ? kept.text : kept.type === 'content' ? kept.content.text : '';
  });
}
