/** What the writers of blocks and words share while a report is written. */
import type { RootContent } from 'mdast';
import type { Graphic } from '../../text/markdown.js';
import type { Complaint } from '../complaint.js';
import type { Printed } from '../printed.js';
import type { Notes } from './notes.js';
import type { Block } from './block.js';
import type { Drawn } from './drawn.js';

/** What of a printed report a Word file is made from. */
export type Material = Pick<Printed, 'about' | 'style' | 'words' | 'images' | 'fontFiles'>;

/** Writes blocks: what may hold any of them is given this. */
export type WriteBlocks = (writing: Writing, nodes: RootContent[], scope: Scope) => Block[];

export interface Writing {
  write: WriteBlocks;
  printed: Material;
  complaints: Complaint[];
  /** Bookmarks by id, and those that have been set. */
  marks: Map<string, string>;
  set: Set<string>;
  /** Bookmarks of what has begun, for its first paragraph. */
  pending: string[];
  notes: Notes;
  /** The numbers of headings so far, and the entries of the contents. */
  headings: { counts: number[]; entries: { title: string; level: number; href: string }[] };
  drawn: Map<Graphic, Drawn>;
  counts: { table: number; figure: number; list: number; picture: number; mark: number };
  /** The first number of each list that does not begin with 1. */
  starts: Set<number>;
  /** Depths of headings are lessened by this: 1 where `#` is the report's title. */
  shift: number;
}

/** How words look. */
export interface Look {
  isStrong: boolean;
  isEmphatic: boolean;
  isDeleted: boolean;
  isLink: boolean;
  /** A style of characters. */
  style: string | null;
  language: string | null;
  /** Within a footnote no other can stand. */
  isNote: boolean;
}

/** Where blocks stand. */
export interface Scope {
  look: Look;
  /** Name of a style of paragraphs, without the mark of those in tables. */
  style: string | null;
  /** The style that quotations have here. */
  quote: string;
  isCell: boolean;
  /** Headings here are part of the report's outline. */
  isOutline: boolean;
  /** Of the text, in twips. */
  width: number;
  /** From the left, in twips: of lists. */
  indent: number;
  /** How many lists this stands in. */
  level: number;
  keepsNext: boolean;
  /** What a caption here belongs to. */
  captioned: 'table' | 'figure';
}

const plainLook: Look = {
  isStrong: false,
  isEmphatic: false,
  isDeleted: false,
  isLink: false,
  style: null,
  language: null,
  isNote: false,
};

/** Where the report's own blocks stand, on pages whose text is so wide. */
export function outermost(width: number): Scope {
  return {
    look: plainLook,
    style: null,
    quote: 'Quote',
    isCell: false,
    isOutline: true,
    width,
    indent: 0,
    level: 0,
    keepsNext: false,
    captioned: 'figure',
  };
}

/** The bookmark of an id, the first time that it is met: a table that is split repeats its ids. */
export function takeMark({ marks, set }: Writing, id: unknown): string | null {
  const mark = typeof id === 'string' ? marks.get(id) : undefined;
  if (mark === undefined || set.has(mark)) return null;
  set.add(mark);
  return mark;
}
