/** Directions of writing: right-to-left words keep theirs, and do not move the words and signs around them. */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { hasRightToLeft, rightToLeft } from '../text/languages.js';

/** Elements with a direction of their own: what holds words, not what holds other blocks. */
const directed = new Set([
  'p',
  'li',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figcaption',
  'bdi',
  'a',
  'pre',
]);
const holdsBlocks = new Set(['p', 'ul', 'ol', 'blockquote', 'div', 'figure', 'table', 'pre']);

const strong = new RegExp(String.raw`(${rightToLeft})|\p{L}`, 'u');

/**
 * Letters from right to left with what stands between them, and a sign at the end of a sentence if the quotation or the text
 * ends there: without its own run it would stand on the wrong side.
 */
const run = new RegExp(
  String.raw`${rightToLeft}(?:[^\p{L}]*${rightToLeft})*(?:[.!?…]+(?=\s*(?:$|["'”’»›」』])))?`,
  'gu',
);

/** Sets the direction of blocks that begin with right-to-left words, and isolates such words within others. */
export function addDirections(tree: Root): void {
  if (hasRightToLeft(toString(tree))) direct(tree, 'ltr');
}

type Direction = 'ltr' | 'rtl';

function direct(node: Root | Element, around: Direction): void {
  const children: (RootContent | ElementContent)[] = node.children;
  const made = children.flatMap((child): (RootContent | ElementContent)[] => {
    if (child.type === 'text') return around === 'rtl' ? [child] : isolated(child);
    if (child.type !== 'element' || !hasRightToLeft(toString(child))) return [child];
    const direction = directionOf(child) ?? around;
    if (direction !== around || hasOwn(child)) child.properties.dir = direction;
    direct(child, direction);
    return [child];
  });
  // Words are replaced by words, so the children still fit their parent.
  node.children = made;
}

/** The direction of the first letter, for an element that holds words. */
function directionOf(element: Element): Direction | null {
  if (!directed.has(element.tagName) && !hasOwn(element)) return null;
  if (element.children.some((child) => child.type === 'element' && holdsBlocks.has(child.tagName)))
    return null;
  const found = strong.exec(ownText(element));
  return found ? (found[1] === undefined ? 'ltr' : 'rtl') : null;
}

/** Whether the direction was set apart from that of the words around it. */
function hasOwn({ properties }: Element): boolean {
  return properties.dir === 'auto';
}

/** The words that decide, as in HTML: what is set apart does not. */
function ownText({ children }: Element): string {
  return children
    .map((child) =>
      child.type === 'element' && !hasOwn(child)
        ? ownText(child)
        : child.type === 'text'
          ? child.value
          : '',
    )
    .join('');
}

function isolated({ value }: Text): ElementContent[] {
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: words, index } of value.matchAll(run)) {
    if (index > end) parts.push({ type: 'text', value: value.slice(end, index) });
    parts.push({
      type: 'element',
      tagName: 'bdi',
      properties: { dir: 'rtl' },
      children: [{ type: 'text', value: words }],
    });
    end = index + words.length;
  }
  return end < value.length ? [...parts, { type: 'text', value: value.slice(end) }] : parts;
}
