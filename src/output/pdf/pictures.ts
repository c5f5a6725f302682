/** Drawings and images as the layout takes them. */
import type { Image } from 'mdast';
import type { Graphic } from '../../text/markdown.js';
import type { LayoutState, Node } from './state.js';
import { printable, textOf } from './text.js';

/** A drawing with its caption, which may be empty; its words where it cannot be shown. */
export function layGraphic(state: LayoutState, node: Graphic, caption: Node[]): Node {
  const path = state.pathOf(node);
  const alt = `${node.title}. ${node.description}`;
  return path === null
    ? { t: 'paragraph', c: [textOf(state, `[${alt}]`)] }
    : {
        t: 'picture',
        path,
        alt: printable(alt, state.unknown),
        share: shareOf(node),
        caption,
        c: [],
      };
}

/** Pixels of a drawing that an upright page holds side by side, and the most that its height may be of its width. */
const pageWidth = 640;
const tallest = 1.25;

/** How much of the page's width a drawing takes: not more than it needs, and so much that it fits the page's height. */
function shareOf({ width, height }: Graphic): number {
  return Math.min(1, width / pageWidth, (tallest * width) / height);
}

/** An image of the study within a line; its words where it cannot be shown. */
export function layImage(state: LayoutState, node: Image): Node {
  const path = state.pathOf(node);
  const alt = node.alt ?? '';
  return path === null
    ? textOf(state, `[${alt === '' ? node.url : alt}]`)
    : { t: 'image', path, alt: printable(alt, state.unknown) };
}
