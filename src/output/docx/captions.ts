/** Captions: a word such as Table, a number that Word keeps up to date, and the caption's own words. */
import { BuilderElement, type Paragraph } from 'docx';
import type { Paragraph as Words } from 'mdast';
import { inParagraph } from './marks.js';
import { paragraphOf } from './paragraphs.js';
import { runs, wordsOf } from './words.js';
import type { Scope } from './scope.js';
import type { Writing } from './writing.js';

/** Of a table, above it; of a drawing, below it. */
export function writeCaption(writing: Writing, { children }: Words, scope: Scope): Paragraph {
  const { counts, printed } = writing;
  const kind = scope.captioned;
  const number = String(++counts[kind]);
  const label = { ...scope.look, isStrong: true };
  const instruction = ` SEQ ${kind === 'table' ? 'Table' : 'Figure'} \\* ARABIC `;
  // The library's own field sets its number in no look at all.
  const field = new BuilderElement({
    name: 'w:fldSimple',
    attributes: { instruction: { key: 'w:instr', value: instruction } },
    children: runs(number, label),
  });
  return paragraphOf(
    writing,
    // An em space parts number and words in English and Chinese alike.
    [
      ...runs(`${printed.words[kind]} `, label),
      inParagraph(field),
      ...runs('\u2003', label),
      ...wordsOf(writing, children, scope),
    ],
    { ...scope, style: 'Caption', isCell: false },
    { keepNext: kind === 'table' },
  );
}
