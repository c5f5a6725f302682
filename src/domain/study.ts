/**
 * The types of the domain. What an author wrote comes first, what gathering makes of it second. Read the files in this order:
 * - input.ts: the files of a study, as read from disk;
 * - text.ts: places, names and texts, of which all else is built;
 * - framework.ts: dimensions, components and propositions;
 * - note.ts: a case note with its marks and evidence;
 * - source.ts: sources, records, codes and respondents;
 * - work.ts: cited works and images;
 * - ratings.ts: the marks of other coders;
 * - qca.ts: the conditions and settings of QCA;
 * - checklist.ts: checklists and the answers to them;
 * - protocol.ts: study.md, which names all of these;
 * - parsed.ts: the whole study as written;
 * - study.ts, this file: the study once references are resolved;
 * - user-error.ts: the error for a request that cannot be met.
 */
import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import type { SourceRecord, Source, Code, Codebook, Register } from './source.js';
import type { NoteEvidence, Mark, Statement, CaseNote } from './note.js';
import type { Component, Framework } from './framework.js';
import type { Place, Content, Name, Footnote, Memo, Unread } from './text.js';
import type { RatingsFile } from './ratings.js';
import type { Protocol } from './protocol.js';
import type { Work, CitationStyle, ImageFacts } from './work.js';
import type { Checklist } from './checklist.js';

/** The words of absence: why an entry bears no rating. */
export const absences = ['not-asked', 'no-evidence', 'not-applicable', 'not-reported'] as const;

/** A word of absence; authors write it with a space for the hyphen. */
export type Absence = (typeof absences)[number];

/** The states of an entry that bears no rating. */
export const unratedStates = ['not-rated', ...absences, 'missing'] as const;

/** Every state of an entry. */
export const states = ['rated', ...unratedStates] as const;

/** Whether an entry is rated, and why not; `missing` where the note has no such entry. */
export type State = (typeof states)[number];

/** A record with the name by which the study knows it: `D122`, or `chaoyang/D122` where two cases have a D122. */
export interface Record extends SourceRecord {
  key: string;
}

/** A piece of evidence with the record, source and codes that it names. */
export interface Evidence extends NoteEvidence {
  resolved: { record: Record | null; source: Source | null; codes: Code[] };
  /** The rating for which this piece speaks: its own mark, else the entry's. */
  speaksFor: string | null;
  /** It speaks for another rating than the entry's. */
  isCounter: boolean;
}

/** What a case says of one component, with what it means by the legend. */
export interface Entry {
  case: string;
  component: Component;
  state: State;
  rating: string | null;
  mark: Mark | null;
  parts: (Statement | Evidence)[];
  place: Place;
}

/** A case note with its entries resolved. */
export interface Case extends Omit<CaseNote, 'entries'> {
  /** By component id; a component that the note leaves out is not in it. */
  entries: Map<string, Entry>;
  /** Entries of components that the note enters more than once, behind the first. */
  repeated: Entry[];
}

/** A coder's rating of a unit, which is a component of a case. */
export interface CoderRating {
  case: string;
  component: Component;
  state: State;
  rating: string | null;
  rationale: Content | null;
  place: Place;
}

/** One who rated, with all their ratings. */
export interface Coder {
  name: string;
  /** Their file; null for the author of the notes' own marks. */
  path: string | null;
  date: string | null;
  round: string | null;
  ratings: CoderRating[];
}

/** What was settled where coders differ. */
export interface Settlement extends CoderRating {
  /** What the note said before. */
  was: Pick<CoderRating, 'state' | 'rating'> | null;
  settledBy: string | null;
}

/** Who rated what: the case notes' own marks come first, unless their author has a file too. */
export interface Coding {
  coders: Coder[];
  settlements: Settlement[];
  files: RatingsFile[];
  /** Names in these files that mean no case or component, with the nearest one that would. */
  unknownNames: { kind: 'case' | 'component'; name: Name; nearest: string | null }[];
  /** Ratings of a unit that the same file has rated before. */
  repeated: { rating: CoderRating; first: CoderRating }[];
  /** Files of a coder who has one already. */
  twice: { file: RatingsFile; first: RatingsFile }[];
}

/** What a link can lead to. */
export type Target =
  | {
      kind: 'record' | 'source' | 'item' | 'proposition' | 'section' | 'case' | 'code' | 'work';
      id: string;
    }
  | { kind: 'dimension'; id: string; case: string | null }
  | { kind: 'entry'; id: string; case: string }
  | { kind: 'file'; id: string };

/** Who holds a reference: what a chain of evidence names as the user of a record. */
export type Holder =
  | { kind: 'item' | 'section' | 'case' | 'source'; id: string }
  | { kind: 'dimension' | 'entry'; id: string; case: string };

/** A place in a text that refers to something. */
export interface Reference {
  node: Nodes;
  form: 'short' | 'link' | 'citation' | 'image';
  written: string;
  place: Place;
  holder: Holder | null;
  target: Target | null;
  /** Where it does not resolve: the nearest thing that would, or why it cannot. */
  hint: string | null;
}

/** A study in which everything that refers to something is resolved, or says why it is not. */
export interface Study {
  files: Map<string, VFile>;
  protocol: Protocol;
  framework: Framework;
  cases: Case[];
  /** Notes that `cases:` of the protocol does not name. */
  otherNotes: CaseNote[];
  sources: Source[];
  records: Record[];
  codes: Code[];
  codebook: Codebook | null;
  coding: Coding;
  works: Work[];
  citationStyle: CitationStyle;
  register: Register | null;
  /** All that there are, the study's own too; the protocol says which are printed. */
  checklists: Checklist[];
  images: ImageFacts[];
  references: Reference[];
  /** By node, so that links can be written from it. */
  targets: Map<Nodes, Target>;
  outcome: Component | null;
  footnotes: Map<string, Footnote>;
  /** By file and place; none in the public profile. */
  memos: Memo[];
  unread: Unread[];
}
