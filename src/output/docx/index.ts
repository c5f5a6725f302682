/** mdast → a Word file that opens without a question, with styles, numbers and links that Word keeps. */
import { Document, Packer, Paragraph, TableOfContents, TextRun, type FileChild } from 'docx';
import type { Root, RootContent } from 'mdast';
import { runsOf, type Complaint, type Printed } from '../printed.js';
import { blocksOf } from './blocks.js';
import { numberingOf } from './numbering.js';
import { settle } from './package.js';
import { sectionOf, textWidth } from './pages.js';
import { writable } from './letters.js';
import { stylesOf } from './styles.js';
import { beginWriting, outermost, type Writing } from './writing.js';
import { writeNotes } from './footnotes.js';

/** Renders a report as a Word file, and says what Word cannot hold. The same report gives the same bytes. */
export async function renderDocx(root: Root, printed: Omit<Printed, 'fonts'>): Promise<{ bytes: Uint8Array; complaints: Complaint[] }> {
  const writing = await beginWriting(root, printed, blocksOf);
  const runs = runsOf(root);
  const sections = runs.map(({ isTurned, children }, index) => sectionOf(printed, isTurned, index === 0, writeRun(writing, children, isTurned, index === 0)));
  const document = new Document({
    title: writable(printed.about.title),
    styles: stylesOf(printed),
    footnotes: writeNotes(writing, outermost(textWidth(printed.style, false))),
    numbering: numberingOf(writing.starts),
    sections,
  });
  const bytes = settle(await Packer.pack(document, 'uint8array'), printed.about);
  return { bytes, complaints: writing.complaints };
}

/** The blocks of a run; the contents stand behind the title. */
function writeRun(writing: Writing, children: RootContent[], isTurned: boolean, isFirst: boolean): FileChild[] {
  const { style, words } = writing.printed;
  const scope = outermost(textWidth(style, isTurned));
  const front = isFirst && style.contents ? frontOf(children) : 0;
  const before = writing.write(writing, children.slice(0, front), scope);
  const rest = children.slice(front);
  if (!isFirst || !style.contents) return [...before, ...writing.write(writing, rest, scope)];
  return [...before, ...contentsOf(words.contents), ...writing.write(writing, rest, scope)];
}

/** How many blocks the title has: its heading, and what stands about authors and date. */
function frontOf([title, block]: RootContent[]): number {
  if (title?.type !== 'heading' || title.depth !== 1) return 0;
  return block?.type === 'division' && block.kind === 'title-block' ? 2 : 1;
}

/** A table of contents with its entries in it, so that it need not be updated to be read. */
function contentsOf(title: string): FileChild[] {
  return [
    new Paragraph({ style: 'TOCHeading', children: [new TextRun({ text: title })] }),
    new TableOfContents(title, { hyperlink: true, headingStyleRange: '1-3' }),
    new Paragraph({ style: 'TableEnd', pageBreakBefore: true }),
  ];
}
