/** The words of the report in each language: complete by type, and as usable as the English ones. */
import { describe, expect, test } from 'vitest';
import {
  bracketed,
  dateIn,
  knownLanguages,
  languageIn,
  listed,
  numberIn,
  titled,
  wordsOf,
  type Words,
} from '../../src/report/prose/words.js';

type Tree = string | { [key: string]: Tree };

function phrasesOf(words: Tree, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  return Object.entries(words).flatMap(([key, value]) =>
    phrasesOf(value, path === '' ? key : `${path}.${key}`),
  );
}

function wordsIn(language: string): Words {
  const words = wordsOf(language);
  if (!words) throw new Error(`No words for ${language}`);
  return words;
}

const gapsOf = (phrase: string) =>
  [...phrase.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const english = new Map(phrasesOf(wordsIn('en')));

test('English and Chinese are known, and nothing that only looks like a language', () => {
  expect(knownLanguages).toEqual(expect.arrayContaining(['en', 'zh']));
  expect(wordsOf('fr')).toBeNull();
  expect(wordsOf('constructor')).toBeNull();
});

describe.each(knownLanguages.filter((language) => language !== 'en'))(
  'the words in %s',
  (language) => {
    const phrases = phrasesOf(wordsIn(language));

    test('are those of English, no more and no fewer', () => {
      expect(phrases.map(([path]) => path).sort()).toEqual([...english.keys()].sort());
    });

    test('keep the gaps of each phrase', () => {
      for (const [path, phrase] of phrases)
        expect(gapsOf(phrase), path).toEqual(gapsOf(english.get(path) ?? ''));
    });

    test('leave no phrase in English', () => {
      for (const [path, phrase] of phrases) {
        const letters = phrase.replace(/\{\w+\}/g, '');
        expect(letters, path).not.toMatch(/\p{Script=Latin}{2}/u);
        if (/\p{L}/u.test(letters)) expect(phrase, path).not.toBe(english.get(path));
      }
    });
  },
);

test('Chinese sets its own signs, also between gaps', () => {
  for (const [path, phrase] of phrasesOf(wordsIn('zh')))
    expect(phrase, path).not.toMatch(/[,;:?()]|\.$/);
});

test('words are joined, titled and bracketed as the language does it', () => {
  const [en, zh] = [wordsIn('en'), wordsIn('zh')];
  expect([listed(en, ['a', 'b']), listed(zh, ['甲', '乙'])]).toEqual(['a, b', '甲、乙']);
  expect([listed(en, ['a, b', 'c'], 'items'), listed(zh, ['甲', '乙'], 'items')]).toEqual([
    'a, b; c',
    '甲；乙',
  ]);
  expect([titled(en, 'D', 'An official'), titled(zh, '丁', '官员')]).toEqual([
    'D: An official',
    '丁：官员',
  ]);
  expect([bracketed(en, '{x} $&'), bracketed(zh, '官员')]).toEqual(['({x} $&)', '（官员）']);
});

test('numbers, dates and names of languages follow the language', () => {
  expect([dateIn('en', '2026-11-23'), dateIn('zh', '2026-11-23')]).toEqual([
    '23 November 2026',
    '2026年11月23日',
  ]);
  expect([dateIn('zh', 'autumn 2026'), dateIn('en', '2026-13-45')]).toEqual([
    'autumn 2026',
    '2026-13-45',
  ]);
  expect([numberIn('en', 12345.5), numberIn('zh', 12345.5)]).toEqual(['12,345.5', '12,345.5']);
  expect([
    languageIn('en', 'zh'),
    languageIn('zh', 'he'),
    languageIn('en', 'the old one'),
    languageIn('en', '"><b>'),
  ]).toEqual(['Chinese', '希伯来语', 'the old one', '"><b>']);
});
