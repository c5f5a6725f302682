/** What points at something wrong, before it is stamped as a message. */
import type { Place, Replacement } from '../domain/text.js';

export interface Pointer {
  place: Place;
  /** `Unexpected X, expected Y`: values in backticks, one line. */
  reason: string;
  /** What would be right there, if that can be listed. */
  expected?: string[];
  /** The other place that makes this one wrong. */
  cause?: Place;
  /** What mends it, where there is only one answer. */
  fix?: Replacement[];
}
