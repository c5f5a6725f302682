/** Begins to write a report. */
import type { Root } from 'mdast';
import { notesOf } from './notes.js';
import { marksOf } from './marks.js';
import { drawingsOf } from './drawn.js';
import type { Material, WriteBlocks, Writing } from './writing.js';

/** Begins to write a report. */
export async function beginWriting(
  root: Root,
  printed: Material,
  write: WriteBlocks,
): Promise<Writing> {
  const { drawn, complaints } = await drawingsOf(root, printed.fontFiles);
  const titles = root.children.filter((node) => node.type === 'heading' && node.depth === 1);
  return {
    write,
    printed,
    complaints,
    marks: marksOf(root),
    set: new Set(),
    pending: [],
    notes: notesOf(root),
    headings: { counts: [], entries: [] },
    drawn,
    counts: { table: 0, figure: 0, list: 0, picture: 0, mark: 0 },
    starts: new Set([1]),
    shift:
      titles.length === 1 && root.children.find((node) => node.type === 'heading') === titles[0]
        ? 1
        : 0,
  };
}
