/** A long report cut into parts, which the compiler sets in parallel. */
import type { Node } from './state.js';

/** Size of a part, in nodes, after which the next chapter begins a new one. */
const longPart = 4000;

/** Parts of a long report; each begins with a chapter, or a section of one, on a page of its own. */
export function partsOf(nodes: Node[]): Node[][] {
  const parts: Node[][] = [[]];
  let size = 0;
  for (const node of nodes) {
    const isHead = node.t === 'heading' && Number(node.depth) <= 2;
    const last = parts.at(-1) ?? [];
    // A section stays with the head of its chapter.
    const follows = last.at(-1)?.t === 'heading';
    if (isHead && !follows && size > longPart) {
      parts.push([node]);
      size = 0;
    } else last.push(node);
    size += sizeOf(node);
  }
  return parts;
}

function sizeOf(node: Node): number {
  const below = [node.c, node.head, node.rows]
    .flat(2)
    .filter((each): each is Node => typeof each === 'object' && each !== null);
  return 1 + below.reduce((sum, each) => sum + sizeOf(each), 0);
}
