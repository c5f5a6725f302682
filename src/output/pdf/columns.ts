/** How wide the columns of a table are. */

/** Shares of the width by the words of each column; `cells` holds those of each row. */
export function columnsOf(cells: string[][]): number[] {
  const count = Math.max(1, ...cells.map((row) => row.length));
  return Array.from({ length: count }, (_, index) => shareOf(cells.map((row) => widthOf(row[index] ?? ''))));
}

/** Characters that take no less room than a short word. */
const shortest = 12;
/** Characters beyond which a cell only gets longer, not broader. */
const longest = 600;

/** Between the longest cell and the average one, tamed: a column of essays must not squeeze one of phrases. */
function shareOf(lengths: number[]): number {
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const typical = (average + Math.max(0, ...lengths)) / 2;
  return Math.round(10 * Math.sqrt(Math.min(longest, Math.max(shortest, typical)))) / 10;
}

/** In half-widths, of which a Han character takes two. */
function widthOf(words: string): number {
  return Array.from(words).reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
}
