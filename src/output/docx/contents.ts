/** The table of contents: a field of Word, with its entries in it, so that it can be read before it is updated. */
import { LeaderType, Paragraph, TableOfContents, TextRun, type FileChild } from 'docx';
import { writable } from '../../text/languages.js';
import type { Writing } from './writing.js';

/** Headings down to this level stand in it. */
const deepest = 2;

/** Counts a heading, as Word does, and keeps it for the contents. Its bookmark is set with its paragraph. */
export function enterHeading(
  { headings, pending, printed }: Writing,
  level: number,
  words: string,
): void {
  headings.counts.length = level;
  for (let index = 0; index < level; index++) headings.counts[index] ??= 0;
  headings.counts[level - 1] = (headings.counts[level - 1] ?? 0) + 1;
  if (level > deepest || !printed.style.contents) return;
  const href = `_Toc${String(headings.entries.length + 1)}`;
  const number = printed.style.numbering ? `${headings.counts.join('.')} ` : '';
  headings.entries.push({ title: writable(number + words), level, href });
  pending.push(href);
}

/**
 * The contents, and a new page behind them. On which page a heading stands only Word can tell: its entries lead there, and
 * get their page numbers when the field is updated. Asking Word to do so when it opens the file would begin with a warning.
 */
export function contentsOf({ headings, printed }: Writing): FileChild[] {
  const title = printed.words.contents;
  return [
    new Paragraph({ style: 'TOCHeading', children: [new TextRun({ text: title })] }),
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: `1-${String(deepest)}`,
      cachedEntries: headings.entries,
      tabLeader: LeaderType.NONE,
    }),
    new Paragraph({ style: 'TableEnd', pageBreakBefore: true }),
  ];
}
