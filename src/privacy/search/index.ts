/** Searches for registered names in any script, spacing and case. A hit says whose name stands where, never the name. */
import type { Register } from '../../domain/source.js';
import { foldWith } from './fold.js';
import { afterGap, afterStop, cased, isBorder, lettersOf, upper, type Letters } from './letters.js';
import { patternsOf, type Pattern, type Sought } from './patterns.js';
import { plainWords } from './plain-words.js';
import type { Readings } from './spellings.js';
import { digitAt, isEdge } from './telephones.js';
import { trieOf, wordsAt, type Trie } from './trie.js';

export type { Sought } from './patterns.js';

/** A registered name in a text, from one offset to another. */
export interface Hit extends Sought {
  start: number;
  end: number;
}

/** All hits in a text, by offset; in time linear in its length. */
export type Search = (text: string) => Hit[];

/** Characters of a piece: longer texts are searched in pieces, to bound memory. */
const piece = 1 << 21;
/** Characters that two pieces share, so that no name is cut. */
const overlap = 1 << 12;

/** A search for everything in a register. Loads the tables of Chinese characters. */
export async function searchFor(register: Pick<Register, 'respondents'>): Promise<Search> {
  const [simplify, readings] = await Promise.all([
    (simplified ??= loadSimplified()),
    loadReadings(),
  ]);
  const fold = foldWith(simplify);
  const { words, numbers } = patternsOf(register, fold, readings);
  const tries = { words: trieOf(words), numbers: trieOf(numbers) };
  return (text) => {
    const hits = new Map<string, Hit>();
    for (let start = 0; start === 0 || start < text.length; start += piece - overlap) {
      const letters = lettersOf(text, fold, start, Math.min(text.length, start + piece));
      for (const hit of hitsIn(letters, tries)) hits.set(JSON.stringify(hit), hit);
    }
    return [...hits.values()].sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

interface Tries {
  words: Trie<Pattern>;
  numbers: Trie<Pattern>;
}

function hitsIn(letters: Letters, { words, numbers }: Tries): Hit[] {
  const hits: Hit[] = [];
  const add = ({ sought }: Pattern, start: number, end: number) =>
    hits.push({ ...sought, start: letters.from[start] ?? 0, end: letters.to[end - 1] ?? 0 });
  const { codes, bits, length } = letters;
  for (let start = 0; start < length; start++) {
    // A quick way past most letters: in a script with cases a name begins where a word does.
    if ((bits[start] ?? 0) & cased && !isBorder(letters, start)) continue;
    for (const { word, end } of wordsAt(words, start, (index) =>
      index < length ? (codes[index] ?? null) : null,
    ))
      if (isMeant(word, letters, start, end)) add(word, start, end);
    if (digitAt(letters, start) === null || !isEdge(letters, start)) continue;
    for (const { word, end } of wordsAt(numbers, start, (index) =>
      index < length ? digitAt(letters, index) : null,
    ))
      if (isEdge(letters, end)) add(word, start, end);
  }
  return hits;
}

function isMeant(pattern: Pattern, letters: Letters, start: number, end: number): boolean {
  if (pattern.isWordAtEnd && !isBorder(letters, end)) return false;
  const { bits } = letters;
  if (pattern.isWithinClause && bits.subarray(start + 1, end).some((each) => each & afterStop))
    return false;
  if (pattern.capitals === null || !isPlain(letters, start, end)) return true;
  return pattern.capitals.every((part) => ((bits[start + part] ?? 0) & upper) !== 0);
}

/** Whether a match consists of plain words alone. */
function isPlain({ codes, bits }: Letters, start: number, end: number): boolean {
  let word = '';
  for (let index = start; index < end; index++) {
    if (index > start && (bits[index] ?? 0) & afterGap) {
      if (!plainWords.has(word)) return false;
      word = '';
    }
    word += String.fromCodePoint(codes[index] ?? 0);
  }
  return plainWords.has(word);
}

type Convert = (text: string) => string;

let simplified: Promise<Convert> | null = null;

/** Turns traditional and Japanese characters into simplified ones. Its tables are slow to make, so it is kept. */
async function loadSimplified(): Promise<Convert> {
  // Its types are written for bundlers and fail under `moduleResolution: nodenext`, hence the cast.
  const { Converter } = (await import('opencc-js')) as unknown as {
    Converter: (ways: { from: string; to: string }) => Convert;
  };
  const ways = ['t', 'tw', 'hk', 'jp'].map((from) => Converter({ from, to: 'cn' }));
  return (character) => {
    if (!/\p{Script=Han}/u.test(character)) return character;
    // One conversion may give what another changes; after three rounds every form has become the same.
    let form = character;
    for (let round = 0; round < 3; round++)
      form = ways.reduce((each, convert) => convert(each), form);
    return form;
  };
}

async function loadReadings(): Promise<Readings> {
  // Its types fail under `moduleResolution: nodenext`, like those of opencc-js.
  const { pinyin } = (await import('pinyin-pro')) as unknown as {
    pinyin: (character: string, options: object) => string[];
  };
  return (character) => pinyin(character, { multiple: true, type: 'array', toneType: 'none' });
}
