/** `crosscase check --fix` as an author uses it: on a folder, from the command line. */
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportMended } from '../../src/cli/reporters/mended.js';
import { mendStudy } from '../../src/tasks/mend.js';
import { useFolder } from '../cli/in-process.js';

const { at: inHome, crosscase, study } = useFolder();
const check = (...args: string[]) => crosscase('check', ...args);

const at = (name: string) => inHome('cases', name);
const bytesOf = (name: string) => readFileSync(at(name), 'latin1');
const textOf = (name: string) => readFileSync(at(name), 'utf8');

const sound = {
  'study.md':
    '---\ntitle: S\nratings: { "+": { label: x } }\nrules: { component-is-covered: off, record-is-used: off }\n---\n\n## Findings\n\n### F1: One\n\nIt is so [D122] [again](a.md#building-leadership).\n',
  'framework.md': '## Process\n\n### Building leadership\n\n### Information integration\n',
  'sources/all.md': '## D\n\nD122 (verbatim): they came\n\nD-9: they went\n',
  'codebook.md': '## Codes\n\n### COMMITTED: committed\n\n- component: Building leadership\n',
  'a.md':
    '## Process\n\n### Building leadership (+)\n\nThey came.\n\n> D122 [COMMITTED]: they came\n',
};

describe('check --fix', () => {
  test.each([
    ['a record id with a hyphen too many', 'a.md', '> D122 [', '> D-122 ['],
    ['a record id in lower case', 'a.md', '> D122 [', '> d122 ['],
    ['a heading with a slip', 'a.md', '### Building leadership (+)', '### Building ledership (+)'],
    [
      'a heading with closing signs',
      'a.md',
      '### Building leadership (+)\n',
      '### Building ledership (+) ###\n',
      '### Building leadership (+) ###\n',
    ],
    [
      'a heading that is underlined',
      'a.md',
      '### Building leadership (+)\n',
      'Building ledership (+)\n---\n',
      'Building leadership (+)\n---\n',
    ],
    ['a code with a slip', 'a.md', '[COMMITTED]', '[COMITTED]'],
    ['a short reference', 'study.md', '[D122]', '[D-122]'],
    ['a short reference without its hyphen', 'study.md', '[D122]', '[D9]', '[D-9]'],
    ['a heading in a link', 'study.md', '(a.md#building-leadership)', '(a.md#building-ledership)'],
    ['a path in a link', 'study.md', '[D122]', '[x](Sources/All.md#d)', '[x](sources/all.md#d)'],
    [
      'a case of study.md',
      'study.md',
      'title: S\n',
      'title: S\ncases: [A]\n',
      'title: S\ncases: [a]\n',
    ],
  ])(
    'mends %s, shows it, and leaves nothing more to mend',
    async (_, name, right, wrong, mended = right) => {
      const whole = sound[name as keyof typeof sound];
      study({ ...sound, [name]: whole.replace(right, wrong) });
      const folder = inHome('cases');
      const first = await mendStudy(folder);
      expect(textOf(name)).toBe(whole.replace(right, mended));
      expect(reportMended(first.mended, first.leftAlone, { colour: false, base: 'cases' })).toMatch(
        new RegExp(
          String.raw`^cases/${name}\n {2}\d+ - .*\[-.*-\].*\n {2}\d+ \+ .*\{\+.*\+\}.*\n\nMended 1 line in 1 file$`,
        ),
      );
      expect(first.messages.filter(({ fix, fatal }) => fix ?? fatal)).toEqual([]);
      expect(await mendStudy(folder)).toMatchObject({ mended: [], leftAlone: [] });
      expect(textOf(name)).toBe(whole.replace(right, mended));
    },
  );

  test('is offered where it has something to do, and says what remains', async () => {
    study({
      ...sound,
      'a.md': sound['a.md'].replace('D122', 'D-122').replace('[COMMITTED]', '[OTHER]'),
    });
    expect((await check('cases')).stdout).toMatch(
      /2 errors[^\n]*\n1 of these has only one answer: --fix mends it\n$/,
    );
    const { status, stdout, stderr } = await check('cases', '--fix');
    expect(stdout).toMatch(
      /^cases\/a\.md\n[^]*Mended 1 line in 1 file\n\n.*`OTHER`[^]*\n1 error\b/,
    );
    expect(stderr).toBe('');
    expect(status).toBe(1);
  });

  test('mends a component in every row of a coder’s table', async () => {
    const table = (component: string) =>
      `| component | case | rating |\n| --- | --- | --- |\n| ${component} | a | + |\n| ${component} | b | + |\n`;
    study({
      ...sound,
      'b.md': '### Building leadership (+)\n\nSo.\n\n> D122: they came\n',
      'ratings/otto.md': table('Building leadrship'),
      'ratings/ada.csv': 'component;a;b\nInformation integraton;+;+\n',
    });
    await check('cases', '--fix');
    expect(textOf('ratings/otto.md')).toBe(table('Building leadership'));
    expect(textOf('ratings/ada.csv')).toBe('component;a;b\nInformation integration;+;+\n');
  });

  test.each([
    [
      'two records are spelt alike',
      {
        'a.md': sound['a.md'].replace('D122', 'D-122'),
        'sources/all.md':
          '## D\n\nD122: they came\n\nD 122: again\n\nD1-22: x\n\nDD122: x\n\n## E\n\nＤ–122: x\n',
      },
    ],
    ['another record might be missing', { 'a.md': sound['a.md'].replace('D122', 'D123') }],
    [
      'cases have a record of that id each',
      {
        'a.md': sound['a.md'].replace('D122', 'X-1'),
        'sources/all.md':
          '## X\n\n- case: p\n\nX1: they came\n\n## Y\n\n- case: q\n\nX1: they came\n',
      },
    ],
    ['a mark is not in the legend', { 'a.md': sound['a.md'].replace('(+)', '(++)') }],
    [
      'two components are as near',
      { 'framework.md': '## Process\n\n### Building leaderships\n\n### Building leadershipp\n' },
    ],
  ])('mends nothing where %s', async (_, files) => {
    study({ ...sound, ...files });
    const { mended, leftAlone, messages } = await mendStudy(inHome('cases'));
    expect({ mended, leftAlone }).toEqual({ mended: [], leftAlone: [] });
    expect(messages.some(({ fatal }) => fatal === true)).toBe(true);
    for (const [name, text] of Object.entries({ ...sound, ...files }))
      expect(textOf(name)).toBe(text);
  });

  test('keeps every other byte: a byte order mark, mixed line ends, tabs, spaces, signs, a missing last line end, the rights', async () => {
    const odd =
      '\uFEFF## Process\n### Building ledership\t(+)  \r\n\r\nThey\tcame\u00A0😀.\r\n\n> D-122 [COMITTED]:  they came\u0301  \n>\n> 甲\r\n\r\nend\\\n*no* end';
    study({
      ...sound,
      'a.md': odd,
      'sources/all.md': sound['sources/all.md'].replace('they came', 'they came\u0301 甲'),
    });
    chmodSync(at('a.md'), 0o640);
    const { status } = await check('cases', '--fix');
    expect(status).toBe(0);
    const expected = odd
      .replace('ledership', 'leadership')
      .replace('D-122', 'D122')
      .replace('COMITTED', 'COMMITTED');
    expect(bytesOf('a.md')).toBe(Buffer.from(expected).toString('latin1'));
    expect(statSync(at('a.md')).mode & 0o777).toBe(0o640);
  });

  test('leaves a file alone that is not UTF-8, says so, and mends the others', async () => {
    const latin = Buffer.from(`${sound['a.md'].replace('D122', 'D-122')}\ncaf\u00E9\n`, 'latin1');
    study({ ...sound, 'a.md': latin, 'study.md': sound['study.md'].replace('[D122]', '[D-122]') });
    const { status, stdout } = await check('cases', '--fix');
    expect(stdout).toContain('cases/a.md is left alone: it is not UTF-8');
    expect(readFileSync(at('a.md')).equals(latin)).toBe(true);
    expect(textOf('study.md')).toBe(sound['study.md']);
    expect(status).toBe(1);
  });

  test('neither follows nor changes what leads out of the folder, and writes nothing else into it', async () => {
    const wrong = sound['a.md'].replace('D122', 'D-122');
    writeFileSync(inHome('outside.md'), wrong);
    study({ ...sound, 'private/notes.md': wrong, 'templates/report/own.md': wrong });
    symlinkSync(inHome('outside.md'), at('b.md'));
    await check('cases', '--fix');
    expect(readFileSync(inHome('outside.md'), 'utf8')).toBe(wrong);
    expect(textOf('private/notes.md')).toBe(wrong);
    expect(readdirSync(inHome('cases')).sort()).toEqual([
      'a.md',
      'b.md',
      'codebook.md',
      'framework.md',
      'private',
      'sources',
      'study.md',
      'templates',
    ]);
  });

  test('leaves standard output to the messages in a format for programs, and shows the changes beside it', async () => {
    study({
      ...sound,
      'a.md': sound['a.md'].replace('D122', 'D-122').replace('### B', '### Nothing\n\n### B'),
    });
    const plan = JSON.parse((await check('cases', '--format', 'json')).stdout) as {
      messages: { rule: string; fix: object[] }[];
    };
    const [record] = plan.messages.filter(({ rule }) => rule === 'record-exists');
    expect(record?.fix).toEqual([
      { file: 'cases/a.md', line: 9, column: 3, endLine: 9, endColumn: 8, text: 'D122' },
    ]);
    const { status, stdout, stderr } = await check('cases', '--fix', '--format', 'json');
    const { messages } = JSON.parse(stdout) as typeof plan;
    expect(messages.filter(({ fix }) => fix.length > 0)).toEqual([]);
    expect(messages.map(({ rule }) => rule)).toContain('heading-is-in-framework');
    expect(stderr).toContain('Mended 1 line in 1 file');
    expect(status).toBe(1);
  });

  test('shows no sign that would steer the terminal, and cuts a long line around what differs', async () => {
    const long = 'word '.repeat(400);
    study({
      ...sound,
      'study.md': sound['study.md'].replace(
        'It is so [D122]',
        `\u001B[31m\u202E${long}[D-122] ${long}`,
      ),
    });
    const { stdout } = await check('cases', '--fix');
    const lines = stdout.split('\n').slice(1, 3);
    expect(lines).toEqual([
      `  11 - …${long.slice(-49)}[[-D-122-]] ${long.slice(0, 48)}…`,
      `  11 + …${long.slice(-49)}[{+D122+}] ${long.slice(0, 48)}…`,
    ]);
    study({
      ...sound,
      'study.md': sound['study.md']
        .replace('It is so', '\u001B[31m\u202Ex')
        .replace('[D122]', '[D-122]'),
    });
    const shown = (await check('cases', '--fix')).stdout;
    expect(shown).toContain('- <U+001B>[31m<U+202E>x [[-D-122-]] [again]');
  });

  test('changes nothing in the study of this repository', async () => {
    cpSync('cases', inHome('cases'), { recursive: true });
    expect(await check('cases', '--fix')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Nothing to mend\n/) as string,
    });
  });
});
