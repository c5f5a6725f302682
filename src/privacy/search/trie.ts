/** Searches for many words at once: letters are followed from each place of a text for as long as some word has them. */

/** Words by their letters; `ends` has those that are complete here. */
export interface Trie<T> {
  next: Map<number, Trie<T>>;
  ends: T[];
}

/** A trie of all words. */
export function trieOf<T extends { codes: number[] }>(words: T[]): Trie<T> {
  const root: Trie<T> = { next: new Map(), ends: [] };
  for (const word of words) {
    let node = root;
    for (const code of word.codes) {
      const next = node.next.get(code) ?? { next: new Map<number, Trie<T>>(), ends: [] };
      node.next.set(code, next);
      node = next;
    }
    node.ends.push(word);
  }
  return root;
}

/** Every word that begins at `start`, with where it ends. */
export function wordsAt<T>(
  root: Trie<T>,
  start: number,
  codeAt: (index: number) => number | null,
): { word: T; end: number }[] {
  const first = codeAt(start);
  let node: Trie<T> | undefined = root;
  if (first === null || !root.next.has(first)) return [];
  const found: { word: T; end: number }[] = [];
  for (let index = start; ; index++) {
    const code = codeAt(index);
    node = code === null ? undefined : node.next.get(code);
    if (!node) return found;
    for (const word of node.ends) found.push({ word, end: index + 1 });
  }
}
