/** What all messages of one kind share. A rule is a kind of message that can also find its places. */
import type { Severity } from '../domain/protocol.js';

/** A kind of message: its id is a heading of docs/rules.md. */
export interface Kind {
  /** What holds where no such message is given: `record-exists`. */
  id: string;
  /** What a study gets unless study.md says otherwise. */
  severity: Severity;
  /** What holds, as a sentence. */
  description: string;
  /** Why it matters, in the terms of the method literature. */
  note: string;
  /** The message may name a respondent, or point to a line that does: no report holds it. */
  isPrivate?: true;
}
