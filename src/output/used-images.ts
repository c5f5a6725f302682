/** The study's images that a report shows. */
import type { Root } from 'mdast';
import { walk } from '../text/markdown.js';

/** Path and bytes of each image in the report that the study has, in the order of the report, each once. */
export function usedImages(root: Root, images: Map<string, Buffer>): [string, Buffer][] {
  const used = new Map<string, Buffer>();
  if (images.size === 0) return [];
  walk(root, (node) => {
    const bytes = node.type === 'image' ? images.get(node.url) : undefined;
    if (node.type === 'image' && bytes) used.set(node.url, bytes);
  });
  return [...used];
}
