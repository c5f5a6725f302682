/** A quotation is found again whatever its spelling, and not if a word of it differs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate } from '../../../src/text/quotes/locate.js';
import { quotationOf } from '../../../src/text/quotes/pieces.js';
import { newLexicon, tokensOf, wordsOf } from '../../../src/text/quotes/tokens.js';

/** The words of the record in which each piece is found; null for one that is not. */
function found(quote: string, record: string): (string | null)[] {
  const lexicon = newLexicon();
  const tokens = tokensOf(record, lexicon);
  return locate(quotationOf(quote, lexicon).pieces, tokens).map(
    (span) => span && wordsOf(tokens, span.from, span.to),
  );
}

const isFound = (quote: string, record: string) =>
  found(quote, record).every((words) => words !== null);

const latin = fc.stringMatching(/^[a-z]{1,8}$/);
const arabic = fc.stringMatching(/^[\u0627-\u063A\u0641-\u064A]{2,6}$/);
const accented = fc.constantFrom(
  'café',
  'naïve',
  'Größe',
  'não',
  'ﬁt',
  'e\u0301tat',
  'हिन्दी',
  'don’t',
  '12',
  '🙂',
  '👩‍👩‍👧',
  '%',
);
const han = fc.stringMatching(/^[\u4E00-\u4FFF]{1,4}$/);
const word = fc.oneof({ weight: 4, arbitrary: latin }, arabic, accented, han);
const sign = fc.constantFrom(
  '',
  '',
  '',
  '',
  ',',
  '.',
  '，',
  '。',
  ';',
  '：',
  ' “',
  '” ',
  ' —',
  '?',
);
const words = fc.array(fc.tuple(word, sign), { minLength: 4, maxLength: 40 });
const textOf = (pairs: [string, string][]) => pairs.map(([a, b]) => a + b).join(' ');

describe('any record', () => {
  test('is found in itself', () => {
    fc.assert(
      fc.property(words, (pairs) => {
        expect(isFound(textOf(pairs), textOf(pairs))).toBe(true);
      }),
    );
  });

  test('is found in any ordered pieces of it, whatever marks the cuts', () => {
    const cut = fc.constantFrom(' … ', '…', ' [...] ', '［…］', ' (…) ', '……', ' ... ', ' . . . ');
    fc.assert(
      fc.property(
        words,
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        cut,
        (pairs, keeps, mark) => {
          const kept = pairs.map((pair, index) => (keeps[index] ? textOf([pair]) : null));
          const quote = kept.reduce<string>(
            (text, each, index) =>
              text + (each === null ? (kept[index - 1] === null ? '' : mark) : ` ${each}`),
            '',
          );
          expect(isFound(quote, textOf(pairs))).toBe(true);
        },
      ),
    );
  });

  test('is found with other spaces, quotation marks, dashes, widths and invisible characters', () => {
    const change = (text: string, seed: number) =>
      Array.from(text)
        .map((character, index) => {
          const turn = (seed + index * 7) % 5;
          if (character === ' ') return [' ', '  ', '\u00A0', '\n', ' \u200B'][turn];
          if (/[“”]/.test(character)) return ['"', '„', '「', '«', "'"][turn];
          if (character === '—') return ['-', '–', '—', '--', '−'][turn];
          if (/[,;?]/.test(character) && turn > 2)
            return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
          if (/[a-z0-9]/.test(character) && turn === 1)
            return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
          if (/[a-z]/.test(character) && turn === 2) return `${character}\u00AD`;
          return character;
        })
        .join('');
    fc.assert(
      fc.property(words, fc.nat(1000), (pairs, seed) => {
        expect(isFound(change(textOf(pairs), seed), textOf(pairs))).toBe(true);
      }),
    );
  });

  test('is not found with one word changed', () => {
    fc.assert(
      fc.property(words, fc.nat(1000), (pairs, seed) => {
        const at = seed % pairs.length;
        const quote = textOf(
          pairs.map((pair, index) => (index === at ? ['changedword', pair[1]] : pair)),
        );
        expect(isFound(quote, textOf(pairs))).toBe(false);
      }),
    );
  });
});

const record =
  'She said: “It’s the higher authority – not we – that decides.” We follow. 我们没有自己的安排，主要是接受上级的安排。The officials, 28 in all, came twice; nobody paid them.';

test.each([
  ['the case of the first letter', 'the officials, 28 in all'],
  ['the case of the first letter behind a cut', 'the higher authority … the officials'],
  ['a letter in brackets', '[T]he higher authority'],
  ['a letter in brackets behind a comma', 'We follow. … [t]he officials, 28 in all, [C]ame twice'],
  ['an insertion', 'The officials [of the city], 28 in all'],
  ['a replacement', '[They], 28 in all, came twice'],
  ['a replacement in the middle', 'nobody paid [the officials]'],
  ['a replacement between words', 'The officials, [many], came twice'],
  ['the rest of a word in brackets', 'We follow[ed]. 我们'],
  ['a full stop that the record does not have', 'the higher authority.'],
  ['a comma for a full stop', '“We follow,”'],
  ['Chinese in part, with spaces', '自己 的 安排， 主要是'],
  ['half-width signs in Chinese', '安排,主要是接受上级的安排.'],
  ['nothing but a cut', '…'],
])('%s is no difference', (_, quote) => {
  expect(isFound(quote, record)).toBe(true);
});

test.each([
  ['part of a word', 'he officials'],
  ['another order', 'We follow. … the higher authority'],
  ['a question mark', 'We follow?'],
  ['another comma', 'The officials 28 in all'],
  ['capitals within', 'We Follow'],
  ['a replacement of whole sentences', 'She [knew] them.'],
  ['a word left out', 'nobody them'],
  ['a character left out', '我们有自己的安排'],
])('%s is', (_, quote) => {
  expect(isFound(quote, record)).toBe(false);
});

test('pieces are found behind each other, also where the first words come again', () => {
  expect(found('a b … a b c … c', 'a b c a b x a b c c')).toEqual(['a b', 'a b c', 'c']);
  expect(found('a [x] d', 'a b a c d')).toEqual(['a c d']);
  expect(found('a [x] c e [x] g', 'a b c d a b c e f g')).toEqual(['a b c e f g']);
});

test('a long record without spaces, and one of one word again and again, are searched to their end', () => {
  expect(isFound(`${'的'.repeat(500)}了`, `${'的'.repeat(300_000)}了`)).toBe(true);
  expect(isFound(`${'so '.repeat(500)}far`, 'so '.repeat(300_000))).toBe(false);
});

test('a quotation of ten thousand insertions is found in a long record that is one word again and again', () => {
  const [span] = found('na [x] '.repeat(10_000), 'na no '.repeat(50_000));
  expect(span?.startsWith('na no na')).toBe(true);
  expect(found('na [x] '.repeat(10_000), 'na no '.repeat(5_000))).toEqual([null]);
});
