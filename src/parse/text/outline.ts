/** A document as a flat list of sections: a heading and what stands under it, up to the next heading. */
import { toString } from 'mdast-util-to-string';
import type { Heading, RootContent } from 'mdast';
import type { Name } from '../../domain/text.js';
import { placeOf, placeOfPiece, type Document } from './document.js';

/** A heading and the blocks under it. */
export interface OutlineSection {
  /** 1 for `#`. */
  depth: number;
  heading: Name;
  node: Heading;
  /** What stands under the heading, up to the next one. */
  blocks: RootContent[];
}

/** A document as sections, in its order. */
export interface Outline {
  /** What stands before the first heading, front matter left out. */
  lead: RootContent[];
  sections: OutlineSection[];
}

/** Divides a document at its headings. The sections hold its own nodes. */
export function outlineOf(document: Document): Outline {
  const outline: Outline = { lead: [], sections: [] };
  let blocks = outline.lead;
  for (const node of document.root.children) {
    if (node.type === 'heading') {
      const heading = {
        text: toString(node).replace(/\s+/g, ' ').trim(),
        place: placeOf(document, node),
      };
      blocks = [];
      outline.sections.push({ depth: node.depth, heading, node, blocks });
    } else if (node.type !== 'yaml') blocks.push(node);
  }
  return outline;
}

/** The title of a document, from its first `#` heading. */
export function titleOf(outline: Outline): string | null {
  return outline.sections.find((section) => section.depth === 1)?.heading.text ?? null;
}

/** A name with a mark behind it: `Leadership (+)`. */
export function splitMark(document: Document, heading: Name): { name: string; mark: Name | null } {
  const [whole, name, written] = /^(.*?)\s*[(（]([^()（）]*)[)）]$/u.exec(heading.text) ?? [];
  if (whole === undefined || name === undefined || written === undefined)
    return { name: heading.text, mark: null };
  const bracket = whole.slice(whole.search(/[(（][^()（）]*[)）]$/u));
  return {
    name,
    mark: { text: written, place: placeOfPiece(document, heading.place.position, bracket) },
  };
}
