/** Footnotes as Word holds them. */
import { Paragraph } from 'docx';
import type { RootContent } from 'mdast';
import { paragraphOf } from './paragraphs.js';
import { runs } from './words.js';
import type { Scope } from './scope.js';
import type { Block, Writing } from './writing.js';

/** The footnotes that the text has referred to, by their numbers. */
export function writeNotes(
  writing: Writing,
  scope: Scope,
): { [number: string]: { children: Paragraph[] } } {
  const inner = noteScope(scope);
  return Object.fromEntries(
    [...writing.notes.numbers].map(([identifier, number]) => {
      const blocks = writing.write(writing, childrenOf(writing, identifier), inner);
      const [first] = blocks;
      const opening =
        first instanceof Paragraph && writing.pending.length === 0
          ? []
          : [paragraphOf(writing, [], inner)];
      // Word takes tables in footnotes too, behind a paragraph; the library's type does not know it.
      return [String(number), { children: [...opening, ...blocks] as Paragraph[] }];
    }),
  );
}

/** Footnotes that only other footnotes refer to stand at the end of the report, each behind its name. */
export function writeNested(writing: Writing, scope: Scope): Block[] {
  const { nested, numbers } = writing.notes;
  const blocks: Block[] = [];
  // Each may name more of them, which the loop then finds in the set.
  for (const identifier of nested) {
    if (numbers.has(identifier)) continue;
    const label = paragraphOf(writing, runs(`[${identifier}]`, scope.look), scope);
    blocks.push(
      label,
      ...writing.write(writing, childrenOf(writing, identifier), {
        ...noteScope(scope),
        style: null,
      }),
    );
  }
  return blocks;
}

function noteScope(scope: Scope): Scope {
  return {
    ...scope,
    look: { ...scope.look, isNote: true },
    style: 'FootnoteText',
    isOutline: false,
  };
}

function childrenOf({ notes }: Writing, identifier: string): RootContent[] {
  return notes.definitions.get(identifier)?.children ?? [];
}
