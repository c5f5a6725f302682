/** Footnotes: which there are, in what order Word numbers them, and what they hold. */
import { Paragraph } from 'docx';
import type { FootnoteDefinition, Root } from 'mdast';
import { walk } from '../../markdown.js';
import type { Scope, Writing } from './writing.js';

export interface Notes {
  definitions: Map<string, FootnoteDefinition>;
  /** The number of each footnote that the text refers to, in the order of its first reference. */
  numbers: Map<string, number>;
}

/** Finds the definitions; the first of two with one name counts. */
export function notesOf(root: Root): Notes {
  const definitions = new Map<string, FootnoteDefinition>();
  walk(root, (node) => {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return { definitions, numbers: new Map() };
}

/** The footnotes that the text has referred to, by their numbers. */
export function writeNotes(writing: Writing, scope: Scope): { [number: string]: { children: Paragraph[] } } {
  const inner: Scope = { ...scope, look: { ...scope.look, isNote: true }, style: 'FootnoteText', isOutline: false };
  return Object.fromEntries(
    [...writing.notes.numbers].map(([identifier, number]) => {
      const blocks = writing.write(writing, writing.notes.definitions.get(identifier)?.children ?? [], inner);
      return [String(number), { children: blocks.filter((block) => block instanceof Paragraph) }];
    }),
  );
}
