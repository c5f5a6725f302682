/** What is said of a quotation that is not in its record, and what mends it, in whole studies. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Replacement } from '../../../src/domain/text.js';
import { linesOf, studyOf, type Files } from '../../parse/in-memory.js';
import { runs } from '../../runs.js';

const framework = '---\nid: small\n---\n\n## Process\n\n### Leadership\n';

function filesOf(quote: string, record: string): Files {
  return {
    'framework.md': framework,
    'study.md': '',
    'a.md': `### Leadership\n\n${quote}\n`,
    'sources/d.md': `---\nkind: interview\n---\n\n## D\n\n${record}\n`,
  };
}

async function misquotesOf(files: Files) {
  const checked = await studyOf(files);
  return checked.messages.filter(({ ruleId }) => ruleId === 'quote-matches-record');
}

/** A file with its replacements, the last first. */
function mended(text: string, fix: Replacement[]): string {
  const lines = text.split('\n');
  const offset = ({ line, column }: { line: number; column: number }) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return [...fix]
    .sort((a, b) => offset(b.place.position.start) - offset(a.place.position.start))
    .reduce(
      (whole, { place: { position }, text: words }) =>
        whole.slice(0, offset(position.start)) + words + whole.slice(offset(position.end)),
      text,
    );
}

const words = fc.uniqueArray(fc.stringMatching(/^[b-y]{3,8}$/), { minLength: 12, maxLength: 30 });
const characters = fc.uniqueArray(fc.stringMatching(/^[\u4E10-\u4FA0]$/), {
  minLength: 12,
  maxLength: 30,
});

describe.each([
  ['words', words, ' ', 'azaz'],
  ['Chinese', characters, '', '龙'],
])('a quote in %s', (_, arbitrary, space, wrong) => {
  test('with one word changed is reported with both words, and its fix gives a quote that is found', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.nat(1000), async (all, seed) => {
        const at = 1 + (seed % (all.length - 2));
        const lines = all.map((each, index) => (index === at ? wrong : each)).join(space);
        const half =
          space === ''
            ? lines
            : lines.replace(
                new RegExp(`(.{${String(Math.floor(lines.length / 2))}}\\S*) `),
                '$1\n> ',
              );
        const files = filesOf(`> D1: ${half}`, `D1: ${all.join(space)}`);
        const [message, ...more] = await misquotesOf(files);
        expect(more).toEqual([]);
        expect(message?.reason).toContain(
          `the record has \`${all[at] ?? ''}\` where the quote has \`${wrong}\``,
        );
        const note = mended(String(files['a.md']), message?.fix ?? []);
        expect(note).toBe(String(files['a.md']).replace(wrong, all[at] ?? ''));
        expect(await misquotesOf({ ...files, 'a.md': note })).toEqual([]);
      }),
      runs(15, 200),
    );
  });

  test('with a word left out or added is mended too', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, fc.nat(1000), fc.boolean(), async (all, seed, isAdded) => {
        const at = 1 + (seed % (all.length - 2));
        const quote = isAdded
          ? [...all.slice(0, at), wrong, ...all.slice(at)]
          : all.filter((_each, index) => index !== at);
        const files = filesOf(`> D1: ${quote.join(space)}`, `D1: ${all.join(space)}`);
        const [message] = await misquotesOf(files);
        const note = mended(String(files['a.md']), message?.fix ?? []);
        expect(note).toBe(`### Leadership\n\n> D1: ${all.join(space)}\n`);
      }),
      runs(15, 200),
    );
  });
});

async function fixesOf(quote: string, record: string): Promise<string | null> {
  const files = filesOf(quote, record);
  const [message] = await misquotesOf(files);
  if (!message) throw new Error('No misquote');
  return message.fix
    ? mended(String(files['a.md']), message.fix).split('\n\n').slice(1).join('\n\n').trim()
    : null;
}

const told =
  'D1: Since the project is arranged by the higher authority, we all consider it as our own duty.';

test.each([
  [
    'a first word',
    '> D1: When the project is arranged by the higher authority',
    '> D1: Since the project is arranged by the higher authority',
  ],
  [
    'a last word',
    '> D1: we all consider it as our own task.',
    '> D1: we all consider it as our own duty.',
  ],
  [
    'one piece of two',
    '> D1: Since the project … we all consider it as our last duty',
    '> D1: Since the project … we all consider it as our own duty',
  ],
  [
    'words on two lines',
    '> D1: Since the project is arranged by some\n> lower authority, we all consider it as our own duty.',
    '> D1: Since the project is arranged by the higher authority, we all consider it as our own duty.',
  ],
  [
    'a number in figures',
    '> D1: It costs 1000 yuan',
    '> D1: It costs 1,000 yuan',
    'D1: It costs 1,000 yuan a year, or 3.5 a day.',
  ],
  [
    'a word beside emphasis',
    '> D1: we *all* take it as our own duty.',
    '> D1: we *all* consider it as our own duty.',
  ],
])('%s is mended, and nothing else', async (_, quote, expected, record = told) => {
  expect(await fixesOf(quote, record)).toBe(expected);
});

test.each([
  [
    'two passages are as close',
    '> D1: we all take it as duty',
    'D1: we all see it as duty. And we all hear it as duty.',
  ],
  ['too little is alike', '> D1: the project is a gift of heaven to us all', told],
  [
    'the last words may be longer in the record',
    '> D1: they say that it costs us 5 million',
    'D1: They say that it costs us three hundred thousand yuan.',
  ],
  [
    'the first words may be longer in the record',
    '> D1: lower authority, we all consider it as our own duty',
    told,
  ],
  [
    'the words are another record’s',
    '> D1: They are sent by the city.',
    `${told}\n\nD2: They are sent by the city.`,
  ],
  ['mark-up stands within', '> D1: we all con*sid*er this as our own duty', told],
  ['an escape stands within', '> D1: we all take it as our\\, own duty', told],
  [
    'the record has what Markdown would read',
    '> D1: all papers of the new office are kept here',
    'D1: all papers of the \\*old\\* office are kept here',
  ],
])('nothing is mended where %s', async (_, quote, record) => {
  expect(await fixesOf(quote, record)).toBeNull();
});

test.each([
  ['a list', 'D1: They keep:\n\n- one list\n- two books', '> D1: They keep: one list two books'],
  [
    'a table',
    'D1: They keep:\n\n| one | list |\n| - | - |\n| two | books |',
    '> D1: one list two books',
  ],
  [
    'hard line ends',
    'D1: They keep\\\none list  \nand more',
    '> D1: They keep one list and\\\n> more',
  ],
])('words of %s are not joined', async (_, record, quote) => {
  expect(await misquotesOf(filesOf(quote, record))).toEqual([]);
});

test('a number is not cut short', async () => {
  const record = 'D1: It costs 1,000 yuan in 2010,2011 and 3.5 later.';
  const reasons = (
    await misquotesOf(filesOf('> D1: It costs 1\n\n> D1: yuan in 2010\n\n> D1: and 3', record))
  ).map(({ reason }) => reason);
  expect(reasons.map((reason) => /the record has .*/.exec(reason)?.[0])).toEqual([
    'the record has `1,000` where the quote has `1`',
    'the record has `3.5` where the quote has `3`',
  ]);
});

test('words that agree are never shown as a difference', async () => {
  const [message] = await misquotesOf(
    filesOf(
      '> D1: It started with a call. Then they came.',
      'D1: Q: How did it start? A: It started with a call. Q: And then? A: Then they came.',
    ),
  );
  expect(message?.reason).not.toContain('`It`');
});

test('hostile words are shown in one line and change nothing', async () => {
  const quote = `> D1: \`${'x'.repeat(5000)}\` | <b> {{y}} __proto__ \u202E ${'的'.repeat(3000)}`;
  const [message] = await misquotesOf(filesOf(quote, told));
  expect(message?.reason).toMatch(/^Unexpected [^\n]{20,300}$/);
});

test('a quote of a record that is there twice is compared with the first, and the other is named', async () => {
  const files = filesOf('> D1: They came later.', `${told}\n\nD1: They came later.`);
  expect(linesOf(await studyOf(files), 'quote-matches-record').join()).toContain(
    'these words stand in the other `D1`',
  );
});

test('20,000 record lines in one paragraph and a record of 1 MB are read and searched whole', async () => {
  const lines = Array.from(
    { length: 20_000 },
    (_, index) => `R${String(index)}: word${String(index)} and *more* of it`,
  );
  const long = `L1: ${Array.from({ length: 150_000 }, (_, index) => `w${String(index)}`).join(' ')}`;
  const files = filesOf(
    '> R19999: word19999 and more of it\n\n> R7: word8 and more of it\n\n> L1: w3 w4 … w149998 w149999\n\n> L1: w77777 w77778 w77779 wrong w77781',
    `${lines.join('\n')}\n\n${long}`,
  );
  const { study, messages } = await studyOf(files);
  expect(study.records.map(({ id, content }) => [id, content.text]).slice(0, 20_000)).toEqual(
    Array.from({ length: 20_000 }, (_, index) => [
      `R${String(index)}`,
      `word${String(index)} and more of it`,
    ]),
  );
  const found = messages
    .filter(({ ruleId }) => ruleId === 'quote-matches-record')
    .map(({ reason }) => reason.replace(/^.*record; /, ''));
  expect(found).toEqual([
    'the record has `word7` where the quote has `word8`; these words stand in `R8`',
    'the record has `w77780` where the quote has `wrong`',
  ]);
});
