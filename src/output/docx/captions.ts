/** Captions: a word, a number that Word keeps, and what the author or the report says. */
import { SimpleField, type Paragraph } from 'docx';
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
  const sequence = new SimpleField(` SEQ ${kind === 'table' ? 'Table' : 'Figure'} \\* ARABIC `, number);
  return paragraphOf(
    writing,
    // An em space parts number and words in English and Chinese alike.
    [...runs(`${printed.words[kind]} `, label), sequence, ...runs('\u2003', label), ...wordsOf(writing, children, scope)],
    { ...scope, style: 'Caption', isCell: false },
    { keepNext: kind === 'table' },
  );
}
