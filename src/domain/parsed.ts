/** A study as written, before anything that refers to something else is resolved. */
import type { Protocol } from './protocol.js';
import type { Framework } from './framework.js';
import type { CaseNote } from './note.js';
import type { SourceFile, Codebook, Register } from './source.js';
import type { RatingsFile } from './ratings.js';
import type { Work, CitationStyle } from './work.js';
import type { Checklist } from './checklist.js';
import type { Unread } from './text.js';

/** A study as written: nothing that refers to something else is resolved yet. */
export interface Parsed {
  protocol: Protocol;
  framework: Framework;
  notes: CaseNote[];
  sources: SourceFile[];
  codebook: Codebook | null;
  ratings: RatingsFile[];
  works: Work[];
  citationStyle: CitationStyle;
  /** Null if the study has none. */
  register: Register | null;
  /** All that there are, the study's own too. */
  checklists: Checklist[];
  unread: Unread[];
}
