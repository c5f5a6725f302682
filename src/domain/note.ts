/** A case note, as written. */
import type { Name, Content, Place, Leftovers, Attributes } from './text.js';

/** `(+)` behind a heading or a record id, in its normal form: half-width, hyphen for minus, single spaces. */
export type Mark = Name;

/** The words of evidence in the language in which they were said. */
export interface Original {
  language: string;
  content: Content;
}

/** Quoted, or in other words. */
export const evidenceKinds = ['verbatim', 'paraphrased'] as const;

/** Whether evidence is quoted or said in other words. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A piece of evidence, as written. */
export interface NoteEvidence {
  type: 'evidence';
  kind: EvidenceKind;
  record: Name;
  codes: Name[];
  mark: Mark | null;
  content: Content;
  original: Original | null;
  place: Place;
}

/** A finding, a reason or another text of an entry. */
export interface Statement {
  type: 'finding' | 'rationale' | 'other';
  content: Content;
  place: Place;
}

/** What a note says of one component. */
export interface NoteEntry {
  component: string;
  mark: Mark | null;
  /** Findings, evidence, rationale and the rest, in the order of the note. */
  parts: (Statement | NoteEvidence)[];
  place: Place;
}

/** A case note, as written. */
export interface CaseNote extends Leftovers {
  path: string;
  id: string;
  title: string;
  attributes: Attributes;
  /** Where each attribute is written. */
  attributePlaces: Map<string, Place>;
  /** Attributes whose values a public report may not print. */
  withheldAttributes?: string[];
  /** The case as a whole: what stands before the first dimension. */
  profile: Content;
  /** What stands under a dimension's heading before its first component, by dimension id. */
  introductions: Map<string, Content>;
  entries: NoteEntry[];
  /** Headings that name nothing in the framework, with what stands under them. */
  unknownHeadings: { heading: Name; content: Content }[];
  place: Place;
}
