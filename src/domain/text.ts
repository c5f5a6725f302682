/** Places in files, and the words that stand there. */
import type { RootContent } from 'mdast';
import type { Position } from 'unist';

/** Where something stands: a file, by its path within the study's folder, and a range in it. */
export interface Place {
  path: string;
  position: Position;
}

/** Words that take the place of what stands in a range of a file; an empty range is a place to insert at. */
export interface Replacement {
  place: Place;
  text: string;
}

/** An author's Markdown, parsed: `nodes` for the report, `text` (plain words) for people and machines. */
export interface Content {
  nodes: RootContent[];
  text: string;
  /** Set where a public report may not print the words; `nodes` then hold a sign of it, and `text` is empty. */
  withheld?: Withheld;
}

/** Reasons for which words may not be printed. */
export const withheldReasons = [
  'restricted',
  'no-consent',
  'paraphrase-only',
  'unknown-source',
] as const;

/** Why words may not be printed. */
export type Withheld = (typeof withheldReasons)[number];

/** Something that could not be read. It is kept with its place, and a rule reports it. */
export interface Unread {
  kind: 'encoding' | 'front-matter' | 'text';
  place: Place;
  found: string;
  expected: string;
}

/** An HTML comment: kept for the internal profile, never in a public report. */
export interface Memo {
  text: string;
  place: Place;
}

/** A footnote, with the file that holds it. */
export interface Footnote {
  content: Content;
  path: string;
}

/** What every file yields beside its own content. */
export interface Leftovers {
  unread: Unread[];
  memos: Memo[];
  /** By an identifier that is unique in the study. */
  footnotes: Map<string, Footnote>;
}

/** A value of front matter or of an attribute. */
export type Scalar = string | number | boolean;

/** Attributes by name, in the order in which they are written. */
export type Attributes = Map<string, Scalar | Scalar[]>;

/** A name as an author typed it, to be resolved by gathering. */
export interface Name {
  text: string;
  place: Place;
}

/** The same words in other languages: `{ zh: '领导力' }`. */
export interface Translations {
  [language: string]: string;
}
