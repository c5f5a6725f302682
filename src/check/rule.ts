/** What a rule is. A rule only points; the message is made in `messages/stamp.ts`. */
import type { Profile } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import type { Kind } from '../messages/kind.js';
import type { Pointer } from '../messages/pointer.js';

/** The audience of the report for which the study is checked. */
export interface Audience {
  profile: Profile;
}

/** A kind of message that finds its own places in a study. */
export interface Rule extends Kind {
  check: (study: Study, audience: Audience) => Iterable<Pointer>;
}
