/** Counts what a quotation shares with each window of a record, in time linear in the record. */

/** By the identity of a token: how many of it are still to be found. All zero between two calls; a table, as every token is looked up. */
let open = new Int32Array(0x120000);

/** Counts start here, so that 0 means a token that the quotation lacks, though a window may hold more of one than the quotation. */
const far = 1 << 30;

function taken(id: number): number {
  const left = open[id] ?? 0;
  if (left === 0) return 0;
  open[id] = left - 1;
  return left > far ? 1 : 0;
}

function givenBack(id: number): number {
  const left = open[id] ?? 0;
  if (left === 0) return 0;
  open[id] = left + 1;
  return left >= far ? 1 : 0;
}

/** How many tokens of the quotation each window of its length in the record shares with it, from token `after` on. */
export function sharedByWindow(quote: number[], record: Int32Array, after: number): Int32Array {
  const wanted = new Set(quote);
  const highestId = Math.max(...wanted);
  if (highestId >= open.length) open = new Int32Array(2 * highestId);
  for (const id of wanted) open[id] = far;
  for (const id of quote) open[id] = (open[id] ?? 0) + 1;
  const shared = new Int32Array(
    Math.max(Math.min(record.length - after, 1), record.length - after - quote.length + 1),
  );
  let held = 0;
  for (let at = after; at < record.length; at++) {
    held += taken(record[at] ?? 0);
    const gone = at - quote.length;
    if (gone >= after) held -= givenBack(record[gone] ?? 0);
    const start = Math.max(0, gone + 1 - after);
    if (start < shared.length) shared[start] = held;
  }
  for (const id of wanted) open[id] = 0;
  return shared;
}

/** Where in a range the first of the highest counts stands; null if all are 0. */
export function highest(shared: Int32Array, from: number, to: number): number | null {
  let best: number | null = null;
  for (let at = from; at < to; at++)
    if ((shared[at] ?? 0) > (best === null ? 0 : (shared[best] ?? 0))) best = at;
  return best;
}
