/** Captions: a word, a number that Word keeps, and what the author or the report says. */
import { BuilderElement, type Paragraph, type ParagraphChild } from 'docx';
import type { Paragraph as Words } from 'mdast';
import { paragraphOf } from './paragraphs.js';
import { runs, wordsOf } from './words.js';
import type { Scope, Writing } from './writing.js';

/** Of a table, above it; of a drawing, below it. */
export function writeCaption(writing: Writing, { children }: Words, scope: Scope): Paragraph {
  const { counts, printed } = writing;
  const kind = scope.captioned;
  const number = String(++counts[kind]);
  const label = { ...scope.look, isStrong: true };
  const instruction = ` SEQ ${kind === 'table' ? 'Table' : 'Figure'} \\* ARABIC `;
  const field = new BuilderElement({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: instruction } },
    children: runs(number, label),
  });
  // The library's own field sets its number in no look at all; any element may stand in a paragraph, whatever the type says.
  const sequence = field as unknown as ParagraphChild;
  return paragraphOf(
    writing,
    // An em space parts number and words in English and Chinese alike.
    [
      ...runs(`${printed.words[kind]} `, label),
      sequence,
      ...runs('\u2003', label),
      ...wordsOf(writing, children, scope),
    ],
    { ...scope, style: 'Caption', isCell: false },
    { keepNext: kind === 'table' },
  );
}
