/** mdast → a Word file that opens without a prompt, with styles, numbers and links that Word keeps up to date. */
import { Document, Packer } from 'docx';
import type { Root, RootContent } from 'mdast';
import type { Style } from '../../domain/protocol.js';
import type { Complaint } from '../complaint.js';
import { runsOf, type Run } from '../printed.js';
import { blocksOf } from './blocks.js';
import { contentsOf } from './contents.js';
import { numberingOf } from './numbering.js';
import { repack } from './package.js';
import { sectionOf, textWidth } from './pages.js';
import { writable } from '../../text/languages.js';
import { stylesOf } from './styles.js';
import { outermost, type Scope } from './scope.js';
import { beginWriting, type Block, type Material, type Writing } from './writing.js';
import { writeNested, writeNotes } from './footnotes.js';
import { paragraphOf } from './paragraphs.js';

/** Renders a report as a Word file, and says what Word cannot hold. The same report gives the same bytes. */
export async function renderDocx(
  root: Root,
  printed: Material,
): Promise<{ bytes: Uint8Array; complaints: Complaint[] }> {
  const writing = await beginWriting(root, printed, blocksOf);
  const { style } = printed;
  const [first, ...others] = pagesOf(root, style);
  const children = first?.children ?? [];
  const front = frontOf(children);
  const scope = outermost(textWidth(style, first?.isTurned ?? false));
  const title = writing.write(writing, children.slice(0, front), scope);
  const opening = writing.write(writing, children.slice(front), scope);
  const rest = others.map((run) => ({
    ...run,
    blocks: writing.write(writing, run.children, outermost(textWidth(style, run.isTurned))),
  }));
  const end = unmarked(writing, scope);
  const footnotes = writeNotes(writing, scope);
  end.push(...writeNested(writing, scope), ...unmarked(writing, scope));
  const contents = style.contents && writing.headings.entries.length > 0 ? contentsOf(writing) : [];
  const runs = [
    { isTurned: first?.isTurned ?? false, blocks: [...title, ...contents, ...opening] },
    ...rest,
  ];
  runs.at(-1)?.blocks.push(...end);
  const document = new Document({
    title: writable(printed.about.title),
    styles: stylesOf(printed),
    footnotes,
    numbering: numberingOf(writing.starts),
    sections: runs.map(({ isTurned, blocks }, index) =>
      sectionOf(printed, { isTurned, isFirst: index === 0 }, blocks),
    ),
  });
  const bytes = repack(await Packer.pack(document, 'uint8array'), printed);
  return { bytes, complaints: writing.complaints };
}

/** Runs of upright and turned pages; where all pages lie on their side, one run. */
function pagesOf(root: Root, { orientation }: Style): Run[] {
  const runs = runsOf(root);
  return orientation === 'landscape'
    ? [{ isTurned: false, children: runs.flatMap(({ children }) => children) }]
    : runs;
}

/** How many blocks stand before the contents: the title, and the block of authors and date. */
function frontOf([title, block]: RootContent[]): number {
  if (title?.type !== 'heading' || title.depth !== 1) return 0;
  return block?.type === 'division' && block.kind === 'title-block' ? 2 : 1;
}

/** A paragraph for bookmarks that are left, since what they mark held no paragraph. */
function unmarked(writing: Writing, scope: Scope): Block[] {
  return writing.pending.length > 0 ? [paragraphOf(writing, [], scope)] : [];
}
