/** Ratings of coders, as written. */
import type { Name, Content, Place, Leftovers } from './text.js';
import type { Mark } from './note.js';

/** What a coder says of one component of one case. */
export interface WrittenRating {
  case: Name;
  component: Name;
  /** Null where there are only words. */
  mark: Mark | null;
  rationale: Content | null;
  /** In a file of consensus: the mark that the note had before. */
  was: Mark | null;
  /** In a file of consensus. */
  settledBy: string | null;
  place: Place;
}

/** `ratings/<coder>.md` or `.csv`; `ratings/consensus.md` says what was settled where coders differ. */
export interface RatingsFile extends Leftovers {
  path: string;
  kind: 'coder' | 'consensus';
  coder: Name;
  date: string | null;
  /** As written, where there is more than one. */
  round: string | null;
  /** In a file of consensus: who settled the ratings that do not name somebody themselves. */
  settledBy: string | null;
  about: Content;
  /** All names of cases and components in the file, whether or not a mark stands with them. */
  cases: Name[];
  components: Name[];
  ratings: WrittenRating[];
}
