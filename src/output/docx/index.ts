/** mdast → a Word file that opens without a question, with styles, numbers and links that Word keeps. */
import { Document, Packer } from 'docx';
import type { Root, RootContent } from 'mdast';
import { runsOf, type Complaint, type Printed } from '../printed.js';
import { blocksOf } from './blocks.js';
import { contentsOf } from './contents.js';
import { numberingOf } from './numbering.js';
import { settle } from './package.js';
import { sectionOf, textWidth } from './pages.js';
import { writable } from './letters.js';
import { stylesOf } from './styles.js';
import { beginWriting, outermost } from './writing.js';
import { writeNotes } from './footnotes.js';

/** Renders a report as a Word file, and says what Word cannot hold. The same report gives the same bytes. */
export async function renderDocx(root: Root, printed: Printed): Promise<{ bytes: Uint8Array; complaints: Complaint[] }> {
  const writing = await beginWriting(root, printed, blocksOf);
  const { style } = printed;
  const runs = runsOf(root);
  const front = frontOf(runs[0]?.children ?? []);
  const upright = outermost(textWidth(style, false));
  const title = writing.write(writing, runs[0]?.children.slice(0, front) ?? [], upright);
  const written = runs.map(({ isTurned, children }, index) => ({
    isTurned,
    blocks: writing.write(writing, index === 0 ? children.slice(front) : children, outermost(textWidth(style, isTurned))),
  }));
  const contents = style.contents && writing.headings.entries.length > 0 ? contentsOf(writing) : [];
  const sections = written.map(({ isTurned, blocks }, index) => sectionOf(printed, isTurned, index === 0, index === 0 ? [...title, ...contents, ...blocks] : blocks));
  const document = new Document({
    title: writable(printed.about.title),
    styles: stylesOf(printed),
    footnotes: writeNotes(writing, upright),
    numbering: numberingOf(writing.starts),
    sections,
  });
  const bytes = settle(await Packer.pack(document, 'uint8array'), printed.about);
  return { bytes, complaints: writing.complaints };
}

/** How many blocks the title has, behind which the contents stand: its heading, and what is said of authors and date. */
function frontOf([title, block]: RootContent[]): number {
  if (title?.type !== 'heading' || title.depth !== 1) return 0;
  return block?.type === 'division' && block.kind === 'title-block' ? 2 : 1;
}
