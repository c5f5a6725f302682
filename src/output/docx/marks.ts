/** Bookmarks: every id of the tree to which something links, under a name that Word takes. */
import { BookmarkEnd, BookmarkStart, type ParagraphChild, type XmlComponent } from 'docx';
import type { Root } from 'mdast';
import { walk } from '../../text/markdown.js';

/** At most 40 characters; the rest is for a number that tells two alike apart. */
const longest = 34;

/** The bookmark of each id that is linked to: ASCII letters, digits and underscores, a letter first, unlike any other in any case. */
export function marksOf(root: Root): Map<string, string> {
  const linked = new Set<string>();
  walk(root, (node) => {
    if (node.type === 'link' && node.url.startsWith('#')) linked.add(node.url.slice(1));
  });
  const marks = new Map<string, string>();
  const taken = new Set<string>();
  walk(root, (node) => {
    const id = node.data?.hProperties?.id;
    if (typeof id !== 'string' || !linked.has(id) || marks.has(id)) return;
    const name = free(
      id
        .replace(/\W+/g, '_')
        .replace(/^(?![a-z])/i, 'm')
        .slice(0, longest),
      taken,
    );
    marks.set(id, name);
    taken.add(name.toLowerCase());
  });
  return marks;
}

function free(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}_${String(n)}`;
  return name;
}

/** A bookmark of what follows. The library's own counts through all files that it makes, and is lost within a link. */
export function bookmark(name: string, counts: { mark: number }): ParagraphChild[] {
  const id = ++counts.mark;
  return [new BookmarkStart(name, id), new BookmarkEnd(id)].map(inParagraph);
}

/** An element as a child of a paragraph. */
export function inParagraph(element: XmlComponent): ParagraphChild {
  // Any element may stand in a paragraph; the library's type lists only its own classes.
  return element as ParagraphChild;
}
