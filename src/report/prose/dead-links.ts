/** Links to what a report does not hold. */
import type { Parents, Root, RootContent } from 'mdast';
import { walk } from '../../text/markdown.js';

/** A template may leave out the target of a link: the link then becomes its words. */
export function dropDeadLinks(root: Root): void {
  const ids = new Set<unknown>();
  walk(root, ({ data }) => {
    if (data?.hProperties?.id !== undefined) ids.add(`#${String(data.hProperties.id)}`);
  });
  unlink(root, (url) => url.startsWith('#') && !ids.has(url));
}

function unlink(parent: Parents, isDead: (url: string) => boolean): void {
  const children = parent.children.flatMap((child): RootContent[] => {
    if ('children' in child) unlink(child, isDead);
    return child.type === 'link' && isDead(child.url) ? child.children : [child];
  });
  if (
    children.length !== parent.children.length ||
    children.some((child, index) => child !== parent.children[index])
  ) {
    // The words of a link fit wherever the link did.
    parent.children = children;
  }
}
