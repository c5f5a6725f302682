/** What a writer returns where its format cannot hold something in the report. */

/** It reads “Unexpected {reason}, expected {expected}”, at the place in the study where `about` stands. */
export interface Complaint {
  /** Words as the report has them, or the path of an image; null if it is about the report as a whole. */
  about: { text: string } | { image: string } | null;
  reason: string;
  expected: string;
  /** True if nothing is lost and it is only to be known. */
  isNote?: boolean;
}
