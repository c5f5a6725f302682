/** Finds runs that two sets of texts share: six words, or ten characters of a script without spaces. */

/** The weight of a run: six words of five, or ten characters of three. */
const least = 30;
const weights = { word: 5, character: 3 };
const unit =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{M}\p{N}])+/gu;
const single =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** For each of `texts` the index of the first of `origins` with which it shares a run; null for one that shares none. Linear in both. */
export function findRuns(texts: string[], origins: string[]): (number | null)[] {
  if (texts.length === 0 || origins.length === 0) return texts.map(() => null);
  const ids = new Map<string, number>();
  const owners = new Map<number, number>();
  const runsIn = (text: string) => runsOf(unitsOf(text, ids));
  const isSmaller = lengthOf(origins) <= lengthOf(texts);
  // Only the runs of the smaller side are kept, to save memory.
  const wanted = isSmaller ? null : new Set(texts.flatMap((text) => runsIn(text)));
  for (const [index, origin] of origins.entries()) {
    for (const run of runsIn(origin))
      if (!owners.has(run) && (wanted?.has(run) ?? true)) owners.set(run, index);
  }
  return texts.map((text) => {
    for (const run of owners.size === 0 ? [] : runsIn(text)) {
      const owner = owners.get(run);
      if (owner !== undefined) return owner;
    }
    return null;
  });
}

function lengthOf(texts: string[]): number {
  return texts.reduce((sum, { length }) => sum + length, 0);
}

interface Unit {
  id: number;
  weight: number;
}

/** The words of a text, in any case and without what stands between them. */
function unitsOf(text: string, ids: Map<string, number>): Unit[] {
  return Array.from(text.normalize('NFKC').toLowerCase().matchAll(unit), ([word]) => {
    const id = ids.get(word) ?? ids.size + 1;
    ids.set(word, id);
    return { id, weight: single.test(word) ? weights.character : weights.word };
  });
}

/** A hash of the shortest run of enough weight from each word on. Two different runs are very unlikely to share one. */
function runsOf(units: Unit[]): number[] {
  const runs: number[] = [];
  for (let from = 0; from < units.length; from++) {
    let weight = 0;
    let [high, low] = [0x2545f491, 0x9e3779b9];
    for (let at = from; at < units.length && weight < least; at++) {
      const { id, weight: own } = units[at] ?? { id: 0, weight: least };
      weight += own;
      high = Math.imul(high ^ id, 0x85ebca6b) ^ (high >>> 13);
      low = Math.imul(low ^ id, 0xc2b2ae35) ^ (low >>> 16);
    }
    // 53 bits, which a number holds exactly.
    if (weight >= least) runs.push((high >>> 0) * 0x200000 + (low >>> 11));
  }
  return runs;
}
