/** Paragraphs, in the style of where they stand. */
import { Paragraph, type IParagraphOptions, type ParagraphChild } from 'docx';
import { toString } from 'mdast-util-to-string';
import type { PhrasingContent } from 'mdast';
import { startsRightToLeft } from '../../text/languages.js';
import { bookmark } from './marks.js';
import { wordsOf } from './words.js';
import type { Scope } from './scope.js';
import type { Writing } from './writing.js';

/** A paragraph of words. */
export function writeWords(
  writing: Writing,
  words: PhrasingContent[],
  scope: Scope,
  options: IParagraphOptions = {},
): Paragraph {
  const isBackwards = startsRightToLeft(toString(words));
  return paragraphOf(writing, wordsOf(writing, withoutLeadingSpace(words), scope), scope, {
    ...(isBackwards && { bidirectional: true }),
    ...options,
  });
}

/** The name of a case is left out in front of its mark, and the space behind it too. */
function withoutLeadingSpace([first, second, ...rest]: PhrasingContent[]): PhrasingContent[] {
  const isHidden = first?.type === 'inline' && first.kind === 'case-name';
  if (isHidden && second?.type === 'text')
    return [first, { ...second, value: second.value.trimStart() }, ...rest];
  return [first, second, ...rest].filter((word) => word !== undefined);
}

/** A paragraph in the style of where it stands, with the bookmarks of what begins there. */
export function paragraphOf(
  writing: Writing,
  children: ParagraphChild[],
  scope: Scope,
  options: IParagraphOptions = {},
): Paragraph {
  const marks = writing.pending.flatMap((name) => bookmark(name, writing.counts));
  writing.pending = [];
  const isInList = scope.indent > 0 && options.numbering === undefined;
  return new Paragraph({
    style: styleIn(scope),
    ...(isInList && { indent: { left: scope.indent } }),
    ...(scope.keepsNext && { keepNext: true }),
    ...options,
    children: [...marks, ...children],
  });
}

/** The name of the style here: each has a smaller one for tables. */
function styleIn({ style, isCell }: Pick<Scope, 'style' | 'isCell'>): string {
  if (style === null) return isCell ? 'TableText' : 'BodyText';
  return isCell ? `Table${style}` : style;
}
