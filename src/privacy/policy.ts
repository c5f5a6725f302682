/** What decides how a study may be shown. */
import type { Disclosure, Profile } from '../domain/protocol.js';
import type { Register } from '../domain/source.js';
import type { Study } from '../domain/study.js';

/** For whom a report is, what its study.md says of disclosure, and who its respondents are. */
export interface Policy {
  profile: Profile;
  disclosure: Disclosure;
  register: Register | null;
}

/** The policy of a study, for its own profile unless another is asked for. */
export function policyOf(
  { protocol, register }: Pick<Study, 'protocol' | 'register'>,
  profile: Profile = protocol.profile,
): Policy {
  return { profile, disclosure: protocol.disclosure, register };
}
