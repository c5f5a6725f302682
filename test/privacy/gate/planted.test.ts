import { expect, test } from 'vitest';
import { buildInput, type BuildPlan } from '../../../src/tasks/build.js';
import { letters, shownBy, toldOf } from './naive.js';
import { harmless, inputOf, picture, places, type Files } from './planted.js';

const texts = ['md', 'html', 'json', 'svg'];

async function built(files: Files, formats = texts): Promise<BuildPlan> {
  return buildInput(await inputOf(files), { formats });
}

function errorsOf({ messages }: BuildPlan): string[] {
  return messages
    .filter(({ fatal }) => fatal === true)
    .map(
      ({ file, line, column, reason }) =>
        `${String(file)}:${String(line)}:${String(column)} ${reason}`,
    );
}

test('a study that names nobody is written in every format, and its register is in none of them', async () => {
  const report = await built(harmless(), ['md', 'html', 'json', 'svg', 'pdf', 'docx']);
  expect(errorsOf(report)).toEqual([]);
  expect(report.outputs.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['report.md', 'report.pdf', 'report.docx', 'images/images/counter.png']),
  );
  const shown = letters((await shownBy(report.outputs)) + toldOf(report));
  for (const secret of ['ouyang', '欧阳', 'captainsnow', '65550142', 'mulberry'])
    expect(shown).not.toContain(secret);
});

test.each(Object.entries(places))(
  'a name in %s stops the build, and nothing that is said of it holds the name',
  async (_, plant) => {
    const report = await built(plant(harmless(), 'Ouyang Jixue'));
    expect(report.outputs.map(({ path }) => path)).toEqual([]);
    expect(errorsOf(report).join('\n')).toMatch(/Unexpected name of the respondent `D` in `[^`]+`/);
    expect(letters(toldOf(report))).not.toMatch(/ouyang|jixue/);
    const other = await built(plant(harmless(), 'Anna Nobody'), ['md', 'json']);
    expect(errorsOf(other)).toEqual([]);
    expect(other.outputs.length).toBeGreaterThan(3);
  },
);

test.each([
  ['a finding', 'Ouyang Jixue'],
  ['an author', '歐陽霽雪'],
  ['a footnote', '(010) 6555-0142'],
  ['a component, and so the label of a figure', '欧阳 霁雪'],
  ['a record', '〇一〇六五五五〇一四二'],
])('PDF and Word are stopped by themselves, by %s with %s', async (place, name) => {
  const planted = places[place]!(harmless(), name);
  for (const format of ['pdf', 'docx']) {
    const report = await built(planted, [format]);
    expect([format, report.outputs.map(({ path }) => path)]).toEqual([format, []]);
    expect(errorsOf(report).join('\n')).toMatch(
      new RegExp(`respondent \`D\` in \`report\\.${format}\``),
    );
  }
});

test.each([
  [
    'packed',
    'zTXt',
    Buffer.concat([
      Buffer.from('Author\0\0'),
      (await import('node:zlib')).deflateSync('by Ouyang Jixue'),
    ]),
  ],
  ['in two bytes a letter', 'eXIf', Buffer.from('MM\0*\0Ouyang Jixue', 'utf16le')],
  ['in UTF-8', 'iTXt', Buffer.from('Author\0\0\0\0\0欧阳霁雪')],
])(
  'a name in what a picture says of itself, %s, is found in every format that copies the picture',
  async (_, chunk, words) => {
    for (const format of ['md', 'html', 'docx']) {
      const { outputs } = await built(
        { ...harmless(), 'images/counter.png': picture(chunk, words) },
        [format],
      );
      expect([format, outputs.map(({ path }) => path)]).toEqual([format, []]);
    }
  },
);

test('the error stands where the study has the name, the warning of the check too', async () => {
  const files = places['a finding']!(harmless(), 'OUYANG **Jixue**');
  expect(errorsOf(await built(files, ['md', 'html']))).toEqual([
    'east.md:9:17 Unexpected name of the respondent `D` in `report.md`, `report.html`, expected the pseudonym `D`',
  ]);
});

test('a name that stands only in the older state does not leave with what changed', async () => {
  const older = await inputOf(places['a finding']!(harmless(), 'Ouyang Jixue'));
  const since = { input: older, name: 'v1', commit: null, isAlsoRef: false };
  const report = await buildInput(await inputOf(harmless()), { formats: ['md'], since });
  expect(report.outputs).toEqual([]);
  expect(errorsOf(report)).toEqual([
    'study.md:1:1 Unexpected name of the respondent `D` in `report.md`, expected none there; no line of the study has it',
  ]);
  expect(letters(toldOf(report))).not.toMatch(/ouyang|jixue/);
});

test('a memo may name a respondent, as no public report prints it', async () => {
  const files = { ...harmless() };
  files['east.md'] = `${String(files['east.md'])}\n<!-- Ouyang Jixue laughed -->\n`;
  const report = await built(files);
  expect(errorsOf(report)).toEqual([]);
  expect(report.messages).toEqual([]);
  expect(report.outputs.length).toBeGreaterThan(4);
});

test('a place of work and a post are warned of where they stand, and stop nothing', async () => {
  const files = places['a finding']!(
    harmless(),
    'the head of the Mulberry window at Mulberry Lane Counter',
  );
  const report = await built(files, ['md']);
  expect(
    report.messages.map(({ line, column, fatal, reason }) => [line, column, fatal, reason]),
  ).toEqual([
    [
      9,
      21,
      false,
      'Unexpected post of the respondent `D`, expected words that point to more than one person',
    ],
    [
      9,
      52,
      false,
      'Unexpected place of work of the respondent `D`, expected words that point to more than one person',
    ],
  ]);
  expect(report.outputs.length).toBeGreaterThan(0);
  expect(toldOf(report).toLowerCase()).not.toContain('mulberry');
});

test('the internal profile is written with the names that its notes hold, and still no message repeats them', async () => {
  const files = places['a finding']!(harmless(), '欧阳霁雪');
  files['study.md'] = String(files['study.md']).replace('title:', 'profile: internal\ntitle:');
  files['east.md'] = String(files['east.md']).replace('> D1', '> D99');
  const report = await built(files);
  expect(errorsOf(report).join()).toContain('D99');
  expect(toldOf(report)).not.toContain('欧阳');
  files['east.md'] = files['east.md'].replace('> D99', '> D1');
  expect(await shownBy((await built(files)).outputs)).toContain('欧阳霁雪');
});

test('what the author has to mend is said without the line and with the pseudonym where it holds a name', async () => {
  const files = {
    ...harmless(),
    'ouyang-jixue.md': '## Process\n\n### Ouyang Jixue (+)\n\nSee [it](ouyang%20jixue.md).\n',
  };
  const report = await built(files);
  expect(report.messages.map(({ file, reason }) => `${String(file)} ${reason}`)).toEqual(
    expect.arrayContaining([expect.stringContaining('[D].md Unexpected `[D]`')]),
  );
  expect(letters(toldOf(report))).not.toMatch(/ouyang|jixue/);
});
