/** Which nodes are words within a line. */
import type { PhrasingContent, RootContent } from 'mdast';

const phrasing: Record<PhrasingContent['type'], true> = {
  break: true,
  citation: true,
  crossReference: true,
  delete: true,
  emphasis: true,
  footnoteReference: true,
  html: true,
  image: true,
  imageReference: true,
  inline: true,
  inlineCode: true,
  link: true,
  linkReference: true,
  strong: true,
  text: true,
};

/** True for words, which a paragraph may hold, and false for blocks. */
export function isPhrasing(node: RootContent): node is PhrasingContent {
  return Object.hasOwn(phrasing, node.type);
}
