/** The evidence that study.md asks of a rating, and the small grammar in which it says so. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { parseEvidenceClauses } from '../../../src/parse/protocol/evidence-clauses.js';
import { parseProtocol } from '../../../src/parse/protocol/protocol.js';
import { linesOf, studyOf } from '../in-memory.js';

const ratings =
  'ratings:\n  "+": { label: good }\n  "-": { label: bad }\n  ns: { label: unclear }\n';
const rulesOf = (evidence: string) =>
  parseProtocol(
    new VFile({ path: 'study.md', value: `---\n${ratings}evidence:\n${evidence}\n---\n` }),
  );

describe('a clause', () => {
  test.each([
    ['at least 2 sources of 2 kinds', { sources: 2, kinds: 2 }, []],
    ['At least one record', { records: 1 }, []],
    [
      'at least 2 records from 2 perspectives, not self-report alone',
      { records: 2, perspectives: 2 },
      ['self-report'],
    ],
    [
      'at least 3 pieces of evidence from 2 sources of at least 2 kinds',
      { pieces: 3, sources: 2, kinds: 2 },
      [],
    ],
    ['at least 2 kinds of sources and 2 perspectives', { kinds: 2, perspectives: 2 }, []],
    ['not translation alone; not paraphrase only', {}, ['translation', 'paraphrase']],
    ['at least 1 source, at least 3 sources', { sources: 3 }, []],
    ['at least 2 sources,', { sources: 2 }, []],
    ['at least 2 records, from at least 2 perspectives', { records: 2, perspectives: 2 }, []],
    ['at least two different sources of 2 kinds.', { sources: 2, kinds: 2 }, []],
    ['At least 1 record, not only self-report. ', { records: 1 }, ['self-report']],
    ['not only on translations, not just paraphrases', {}, ['translation', 'paraphrase']],
    ['至少两个来源，分属两类', { sources: 2, kinds: 2 }, []],
    ['至少两个不同来源。', { sources: 2 }, []],
    ['至少兩個來源，分屬兩類，不得僅憑自我陳述。', { sources: 2, kinds: 2 }, ['self-report']],
    [
      '至少兩條紀錄、三項證據、兩種立場，並非只靠譯文',
      { records: 2, pieces: 3, perspectives: 2 },
      ['translation'],
    ],
    ['至少2个来源，2种类型', { sources: 2, kinds: 2 }, []],
    [
      '至少两条记录，来自两种立场，不能仅凭自我陈述',
      { records: 2, perspectives: 2 },
      ['self-report'],
    ],
    [
      '至少两条记录来自２种立场，不能仅凭自我陈述。',
      { records: 2, perspectives: 2 },
      ['self-report'],
    ],
    [
      '至少 3 条证据、2 个来源分属 2 类来源，不得只靠译文',
      { pieces: 3, sources: 2, kinds: 2 },
      ['translation'],
    ],
  ])('%s', (text, least, notAlone) => {
    expect(parseEvidenceClauses(text)).toEqual({ least, notAlone });
  });

  test.each([
    '',
    'two sources',
    'at least sources',
    'at least 0 sources',
    'at least -1 sources',
    'at least 2',
    'at least 2 interviews',
    'at least 2 sources of',
    'at least 2 sources of 3 sources',
    'at least 2 sources with 2 kinds',
    'at least 2.',
    'at least 2 sources..',
    'at least 2 different',
    'not only self-report alone',
    '至少两类人',
    'at most 2 sources',
    'at least 100 sources',
    'at least 2 sources,, 2 kinds',
    'at least 2 sourcess',
    'not alone',
    'not interview alone',
    '至少2个来源来自',
    '2个来源',
    '__proto__',
  ])('%j is none', (text) => {
    expect(parseEvidenceClauses(text)).toBeNull();
  });
});

const measures = ['pieces', 'records', 'sources', 'kinds', 'perspectives'] as const;
const counts = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...measures), fc.integer({ min: 1, max: 99 })),
  {
    minLength: 1,
    selector: ([measure]) => measure,
  },
);

test('whatever is counted is read as it is meant, in any order, case, width and with any commas', () => {
  fc.assert(
    fc.property(
      counts,
      fc.constantFrom(', ', '，', ' of ', ' from ', ' and ', ';'),
      fc.boolean(),
      (clauses, joint, isLoud) => {
        const text = `at least ${clauses.map(([measure, n]) => `${String(n)} ${measure}`).join(joint)}`;
        const wide = isLoud
          ? text
              .toUpperCase()
              .replace(/[0-9]/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
          : text;
        expect(parseEvidenceClauses(wide)).toEqual({
          least: Object.fromEntries(clauses),
          notAlone: [],
        });
      },
    ),
  );
});

test('any text is read or is not, without a fault, and in a time that does not depend on how it repeats itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      (text) => parseEvidenceClauses(text) === null || text !== '',
    ),
  );
  expect(parseEvidenceClauses(`at least 2 sources${' of 2 kinds'.repeat(20_000)}`)).toBeNull();
  expect(parseEvidenceClauses(`at least 2 sources${' '.repeat(100_000)}x`)).toBeNull();
});

describe('the rules of a study', () => {
  test('are those of its marks, in any of their spellings, and of any', () => {
    const { evidenceRules, unread } = rulesOf(
      '  "＋": at least 2 sources of 2 kinds\n  "–":\n    - at least 1 record\n    - not self-report alone\n  任何: 至少1个来源',
    );
    expect(unread).toEqual([]);
    expect(
      evidenceRules.map(({ rating, text, least, notAlone, place }) => [
        rating,
        text,
        least,
        notAlone,
        place.position.start.line,
      ]),
    ).toEqual([
      ['+', 'at least 2 sources of 2 kinds', { sources: 2, kinds: 2 }, [], 7],
      ['-', 'at least 1 record, not self-report alone', { records: 1 }, ['self-report'], 8],
      [null, '至少1个来源', { sources: 1 }, [], 11],
    ]);
  });

  test('that cannot be read are told at their place, with what was expected', async () => {
    const value = `---\n${ratings}evidence:\n  "+": at most 2 sources\n  "-":\n    - at least 1 record\n    - many voices\n  nss: at least 1 source\n  "−": at least 1 source\n  any: 3\n---\n`;
    const lines = linesOf(
      await studyOf({ 'study.md': value, 'a.md': '' }),
      'front-matter-is-valid',
    );
    expect(lines).toEqual([
      expect.stringMatching(
        /^study\.md:13:8-13:9 error Unexpected `evidence\.any`, expected words such as `at least 2 sources of 2 kinds`/,
      ),
    ]);
    const others = linesOf(
      await studyOf({ 'study.md': value.replace('  any: 3\n', ''), 'a.md': '' }),
      'front-matter-is-valid',
    );
    expect(others).toEqual([
      expect.stringMatching(
        /^study\.md:7:8-7:25 error Unexpected `at most 2 sources` as an evidence rule, expected `at least N` pieces, records, sources, kinds or/,
      ),
      expect.stringMatching(
        /^study\.md:10:7-10:18 error Unexpected `many voices` as an evidence rule, expected /,
      ),
      expect.stringMatching(
        /^study\.md:11:3-11:6 error Unexpected evidence rule for `nss`, expected a rating of the legend: one of `\+`, `-`, `ns`, `any`; did you mean `ns`\?$/,
      ),
      expect.stringMatching(
        /^study\.md:12:3-12:6 error Unexpected second evidence rule for `−`, expected one/,
      ),
    ]);
  });
});
