/** Whatever a file says, it is read without a crash, and what is wrong is said at a place in it. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/world/decode.js';
import type { Unread } from '../../src/domain/text.js';
import { indexFramework } from '../../src/study/framework.js';
import { parseBibliography } from '../../src/parse/bibliography/bibliography.js';
import { parseCodebook } from '../../src/parse/sources/codebook.js';
import { parseFramework } from '../../src/parse/framework/framework.js';
import { parseNote } from '../../src/parse/note/note.js';
import { parseProtocol } from '../../src/parse/protocol/protocol.js';
import { parseSources } from '../../src/parse/sources/sources.js';
import { linesOf, smallFramework, studyOf } from './in-memory.js';
import { astray, astrayIn } from './places-in-files.js';
import { runs } from '../runs.js';

const index = indexFramework(smallFramework);

/** Every kind of Markdown file, with what reads it. */
const parsers: [string, (file: VFile) => { unread: Unread[] }][] = [
  ['a.md', (file) => parseNote(file, index)],
  ['study.md', parseProtocol],
  ['sources/s.md', parseSources],
  ['codebook.md', parseCodebook],
  ['framework.md', (file) => parseFramework(file, () => null)],
];

/** Pieces of the format, some of them broken. */
const piece = fc.constantFrom(
  ...[
    '---\n',
    '---',
    '\n',
    '\n\n',
    ' ',
    '  ',
    '\t',
    '# ',
    '## ',
    '### ',
    '#### ',
    '> ',
    '>> ',
    '- ',
    '* ',
    '1. ',
    '    ',
  ],
  ...[
    'D122',
    'A 200',
    'W-08',
    '丁7',
    'd122',
    'Note 3',
    'a/D1',
    'P5',
    'F1',
    ':',
    '：',
    '[',
    ']',
    '［',
    '］',
    '(',
    ')',
    '（',
    '）',
    '[HAIR, REPL]',
  ],
  ...[
    '(+)',
    '（－）',
    '(not asked)',
    '[@key, p. 12]',
    '@key',
    '\\@key',
    '［＠键；见',
    '@book{a, ',
    'x = {y}',
    '[^1]',
    '[^1]: ',
    '[ref]: x',
    '[x](a.md#y)',
    '![i](i.png)',
    '…',
    '[…]',
  ],
  ...[
    'Leadership',
    '领导力',
    'Process',
    'Findings',
    'Rationale:',
    'Original (zh):',
    'component: Planning',
    'remove: true',
    'extends: x',
  ],
  ...[
    '<!--',
    '-->',
    '<b>',
    '</div>',
    '<div>\n',
    '&amp;',
    '&#0;',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '```\n',
    '|',
    '| - |\n',
    '\\',
    '$',
  ],
  ...[
    'title: ',
    'cases: [a]',
    'ratings: {"+": {label: x}}',
    '{',
    '}',
    '&a ',
    '*a',
    '"',
    "'",
    '!!js/regexp ',
    '? ',
    '%',
    '__proto__: ',
    '<<: ',
  ],
  ...[
    '汉字',
    '🙂',
    '👩‍👩‍👧',
    '\u202E',
    '\u0301',
    '\uFEFF',
    '\uFFFD',
    '\0',
    '\r\n',
    '\r',
    '\u2028',
    '\uD800',
    'é',
    'Ж12',
  ],
);

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc
    .array(piece, { maxLength: 40 })
    .map((pieces) => `---\n${pieces.join('')}\n---\n${pieces.reverse().join('')}`),
);

describe.each(parsers)('%s', (path, parse) => {
  test('any text is read, and each fault has a place in it', () => {
    fc.assert(
      fc.property(text, (value) => {
        const file = decode(path, Buffer.from(value));
        expect(astray(String(file), parse(file).unread)).toEqual([]);
      }),
      runs(120, 1000),
    );
  });

  test('an empty file is read, and nothing is wrong with it', () => {
    for (const value of ['', '\n', '   \n\n', '---\n---\n'])
      expect(parse(decode(path, Buffer.from(value))).unread).toEqual([]);
  });
});

test('any bibliography is read, or what cannot be read is unread, at a place in it', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      for (const path of ['references.bib', 'works.json']) {
        const { works, unread } = await parseBibliography(new VFile({ path, value }));
        expect(
          works.length + unread.length > 0 ||
            /^(\s*(%.*)?)*$|^\s*(\[\s*\]|@\s*(comment|preamble|string))/i.test(value),
        ).toBe(true);
        const read = works.map(({ key, place }): Unread => ({
          kind: 'text',
          place,
          found: key,
          expected: '',
        }));
        expect(astray(value, [...unread, ...read])).toEqual([]);
      }
    }),
    runs(40, 500),
  );
});

test('any study is checked; each message has a place in its file and is one line of the usual form', async () => {
  const files = fc.record({
    'study.md': text,
    'a.md': text,
    '武侯.md': text,
    'sources/s.md': text,
    'codebook.md': text,
    'framework.md': text,
  });
  await fc.assert(
    fc.asyncProperty(files, async (study) => {
      const checked = await studyOf(study);
      expect(astrayIn(checked)).toEqual([]);
      for (const { reason } of checked.messages)
        expect(reason).toMatch(/^(Unexpected|Missing) [^\n\r]+, expected [^\n\r]+$/);
    }),
    runs(60, 500),
  );
});

test('a study of nothing but empty files says what is missing, and nothing else', async () => {
  const lines = linesOf(
    await studyOf({
      'study.md': '',
      'codebook.md': '',
      'framework.md': '',
      'sources/s.md': '',
      'references.bib': '',
    }),
  );
  expect(lines).toEqual([
    'study.md:1:1-1:1 error Missing case notes, expected a Markdown file a case beside study.md',
  ]);
  expect(linesOf(await studyOf({ 'a.md': '', 'framework.md': '' }))).toEqual([]);
  expect((await studyOf({})).messages).toHaveLength(1);
});
