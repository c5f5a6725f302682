/** Which footnotes a report has, before any is written. */
import type { FootnoteDefinition, Root } from 'mdast';
import { walk } from '../../text/markdown.js';

/** The footnotes of a report. Their numbers come while it is written. */
export interface Footnotes {
  definitions: Map<string, FootnoteDefinition>;
  /** The number of each footnote that the text refers to, in the order of its first reference. */
  numbers: Map<string, number>;
  /** Those to which a footnote refers: in Word a footnote has none of its own. */
  nested: Set<string>;
}

/** Finds the definitions; the first of two with one name counts. */
export function footnotesIn(root: Root): Footnotes {
  const definitions = new Map<string, FootnoteDefinition>();
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  return { definitions, numbers: new Map(), nested: new Set() };
}
