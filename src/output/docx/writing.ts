/** What is known and kept while a report is written: the writers of blocks and words share it. */
import type { Paragraph, Table } from 'docx';
import type { Root, RootContent } from 'mdast';
import type { Graphic } from '../../text/markdown.js';
import type { Complaint } from '../complaint.js';
import type { Printed } from '../printed.js';
import { drawingsOf, type Drawn } from './drawings.js';
import { footnotesIn, type Footnotes } from './footnote-definitions.js';
import { marksOf } from './marks.js';
import type { Scope } from './scope.js';

/** What of a printed report a Word file is made from. */
export type Material = Pick<Printed, 'about' | 'style' | 'words' | 'images' | 'fontFiles'>;

/** What stands by itself in a Word file. */
export type Block = Paragraph | Table;

/** Writes blocks. What may hold any block calls it from here, since the writer of blocks imports it. */
export type WriteBlocks = (writing: Writing, nodes: RootContent[], scope: Scope) => Block[];

/** The state of writing one report. */
export interface Writing {
  write: WriteBlocks;
  printed: Material;
  complaints: Complaint[];
  /** Bookmarks by id. */
  marks: Map<string, string>;
  /** Bookmarks that have been set. */
  set: Set<string>;
  /** Bookmarks of what has begun, for its first paragraph. */
  pending: string[];
  notes: Footnotes;
  /** The numbers of headings so far, and the entries of the contents. */
  headings: { counts: number[]; entries: { title: string; level: number; href: string }[] };
  drawn: Map<Graphic, Drawn>;
  counts: { table: number; figure: number; list: number; picture: number; mark: number };
  /** The first number of each list that does not begin with 1. */
  starts: Set<number>;
  /** Depths of headings are lessened by this: 1 where `#` is the report's title. */
  shift: number;
}

/** Finds what must be known of the whole report before its first block is written, and draws its drawings. */
export async function beginWriting(
  root: Root,
  printed: Material,
  write: WriteBlocks,
): Promise<Writing> {
  const { drawn, complaints } = await drawingsOf(root, printed.fontFiles);
  return {
    write,
    printed,
    complaints,
    marks: marksOf(root),
    set: new Set(),
    pending: [],
    notes: footnotesIn(root),
    headings: { counts: [], entries: [] },
    drawn,
    counts: { table: 0, figure: 0, list: 0, picture: 0, mark: 0 },
    starts: new Set([1]),
    shift: hasTitle(root) ? 1 : 0,
  };
}

/** True if the first heading is of the first level, and no other is. */
function hasTitle({ children }: Root): boolean {
  const headings = children.filter((node) => node.type === 'heading');
  return headings[0]?.depth === 1 && headings.filter(({ depth }) => depth === 1).length === 1;
}

/** The bookmark of an id, the first time that it is met: a table that is split repeats its ids. */
export function takeMark({ marks, set }: Writing, id: unknown): string | null {
  const mark = typeof id === 'string' ? marks.get(id) : undefined;
  if (mark === undefined || set.has(mark)) return null;
  set.add(mark);
  return mark;
}
