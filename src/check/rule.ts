/** What a rule is: it only points. Its id and severity are stamped by the stage. */
import type { Study } from '../domain/study.js';
import type { Pointer } from '../messages/pointer.js';

export interface Rule {
  /** What holds where the rule is silent. */
  description: string;
  /** Why it matters, in the terms of the method literature. */
  note: string;
  check: (study: Study) => Iterable<Pointer>;
}
