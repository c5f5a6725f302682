/** Checklists of method and of reporting, and the answers that study.md gives. */
import type { Translations, Place, Name, Content } from './text.js';

/** Something that a checklist asks for. */
export interface ChecklistItem {
  /** `CV1`, `S5`, `12`. */
  id: string;
  title: string;
  titles: Translations;
  /** Other names by which study.md may call it. */
  aliases: string[];
  asks: string;
  asksIn: Translations;
  /** What of a study bears it out, and what only bears on it: names that checklists.ts knows. */
  sees: string[];
  partlySees: string[];
  /** Headings of study.md under which it is said. */
  headings: string[];
  place: Place;
}

/** A part of a checklist under a heading of its own. */
export interface ChecklistDomain {
  title: string;
  titles: Translations;
  items: ChecklistItem[];
}

/** A checklist of method or of reporting. */
export interface Checklist {
  /** The name of its file. */
  id: string;
  title: string;
  titles: Translations;
  /** The work that it is taken from. */
  source: string;
  /** How sure it is that the list is whole. */
  certainty: string | null;
  certaintyIn: Translations;
  domains: ChecklistDomain[];
}

/** The statuses that an answer may bear in brackets. */
export const answerStatuses = ['done', 'partly-done', 'not-done', 'not-applicable'] as const;

/** How far the study says that it did what the item asks. */
export type AnswerStatus = (typeof answerStatuses)[number];

/** What study.md says of an item: `- S5 (done): text`. */
export interface ChecklistAnswer {
  /** As written: a checklist by its id or title, an item by its id, title or alias. */
  checklist: Name;
  item: Name;
  /** Null where the answer has no status in brackets. */
  status: AnswerStatus | null;
  content: Content;
  /** Id of the section that holds it. */
  section: string;
  place: Place;
}
