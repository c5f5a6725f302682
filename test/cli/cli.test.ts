import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import stringWidth from 'string-width';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analysisSchema } from '../../src/analyse/index.js';
import type { Qca } from '../../src/analyse/qca/schema.js';

let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'crosscase-'));
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

function crosscase(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.resolve('dist/cli.js'), ...args],
    {
      cwd: home,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
    },
  );
  return { status, stdout, stderr };
}

function study(files: { [name: string]: string }): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, 'cases', name)), { recursive: true });
    writeFileSync(path.join(home, 'cases', name), text);
  }
}

describe('crosscase diff', () => {
  const note = (mark: string) => `## One\n\n### Alpha (${mark})\n\n> N1: Words.\n`;
  const files = (mark: string) => ({
    'study.md':
      '---\nratings: { "+": { label: x, membership: 1 }, "-": { label: y, membership: 0 } }\n---\n',
    'framework.md': '## One\n\n### Alpha\n',
    'sources/a.md': '---\nkind: interview\n---\n\n## N\n\nN1: Words.\n',
    'a.md': note(mark),
  });

  beforeEach(() => {
    study(files('+'));
    cpSync(path.join(home, 'cases'), path.join(home, 'older'), { recursive: true });
    study(files('-'));
  });

  test('says what changed and where, in words, in Chinese and as JSON', () => {
    const { status, stdout, stderr } = crosscase('diff', 'older');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('• Alpha: + → − (a.md:3)');
    expect(crosscase('diff', 'older', '--lang', 'zh').stdout).toContain('• Alpha：+ → −（a.md:3）');
    expect(JSON.parse(crosscase('diff', 'older', '--format', 'json').stdout)).toMatchObject({
      since: 'older',
      changes: [
        {
          of: 'entry',
          case: 'a',
          component: 'alpha',
          from: '+',
          to: '-',
          place: { state: 'newer', file: 'a.md', line: 3 },
        },
      ],
    });
  });

  test('takes changes for no fault, unless it is asked to', () => {
    expect(crosscase('diff', 'older', '--exit-code').status).toBe(1);
    expect(crosscase('diff', './cases', '--exit-code')).toMatchObject({ status: 0, stderr: '' });
    expect(crosscase('diff', './nowhere')).toMatchObject({
      status: 2,
      stderr: 'No folder `./nowhere`, expected a folder of case notes\n',
    });
    expect(crosscase('diff', 'older', '--format', 'xml')).toMatchObject({ status: 2, stdout: '' });
  });

  test('is a section of the report where `--since` asks for it', () => {
    expect(crosscase('build', '--format', 'md', '--since', 'older').status).toBe(0);
    expect(readFileSync(path.join(home, 'output/report.md'), 'utf8')).toContain(
      'Compared with `older`. 1 change.',
    );
  });
});

describe('crosscase build', () => {
  test('takes the language from study.md or --lang, and names the authors unless it is told not to', () => {
    study({
      'study.md':
        '---\ntitle: 研究\nlanguage: zh\nauthors: [Ada Byron]\nratings: { "+": { label: x } }\n---\n',
      'framework.md': '## One\n\n### Alpha\n\n- title (zh): 甲\n',
      'a.md': '## One\n\n### 甲 (not reported)\n',
    });
    const report = () => readFileSync(path.join(home, 'output/report.md'), 'utf8');
    expect(crosscase('build', '--format', 'md')).toMatchObject({ status: 0, stderr: '' });
    expect(report()).toMatch(/Ada Byron[^]*### 证据链/);
    expect(report()).toContain('| 甲 | 资料未提及 |');
    expect(crosscase('build', '--format', 'md', '--lang', 'en', '--anonymous').status).toBe(0);
    expect(report()).toContain('### Chain of evidence');
    expect(report()).not.toContain('Ada');
  });

  test('offers the languages that it knows', () => {
    expect(crosscase('build', '--help').stdout).toMatch(/--lang <language>.*: en, zh/);
    study({ 'study.md': '' });
    expect(crosscase('build', '--lang', 'cn')).toMatchObject({
      status: 2,
      stderr: 'Unexpected language `cn`, expected one of `en`, `zh`; did you mean `zh`?\n',
    });
  });

  test('writes every format of `cases` to `output`, a line a file with size and time, and no progress into a pipe', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    const { status, stdout, stderr } = crosscase('build');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    for (const line of lines) expect(line).toMatch(/^output\/\S+ {2}[\d.]+ kB {2}\d+ ms$/);
    const files = lines.map((line) => line.replace(/^output\/(\S+).*$/, '$1'));
    const reports = [
      'report.md',
      'report.html',
      'report.pdf',
      'report.docx',
      'study.json',
      'study.schema.json',
      'ro-crate-metadata.json',
    ];
    expect(files.filter((file) => !file.startsWith('figures/'))).toEqual(reports);
    expect(files).toContain('figures/matrix.svg');
    const written = readdirSync(path.join(home, 'output'), { recursive: true, encoding: 'utf8' });
    expect(written.filter((name) => name !== 'figures').sort()).toEqual(files.sort());
  });

  test('takes a folder, --out, --format, --template and --lang', () => {
    cpSync('cases', path.join(home, 'notes'), { recursive: true });
    const { status } = crosscase(
      'build',
      'notes',
      '--out',
      'there/deep',
      '--format',
      'md,json',
      '--template',
      'default',
      '--lang',
      'en',
    );
    expect(status).toBe(0);
    expect(readdirSync(path.join(home, 'there/deep')).sort()).toEqual([
      'figures',
      'report.md',
      'ro-crate-metadata.json',
      'study.json',
      'study.schema.json',
    ]);
  });

  test.each([
    [['build', 'nowhere'], 'No folder `nowhere`, expected a folder of case notes'],
    [['build', 'file.md'], '`file.md` is a file, expected a folder of case notes'],
    [
      ['build', '--format', 'dokx'],
      'Unexpected format `dokx`, expected some of `md`, `html`, `pdf`, `docx`, `svg`, `json`; did you mean `docx`?',
    ],
    [
      ['build', '--template', 'defalt'],
      'Unexpected template `defalt`, expected a known one; did you mean `default`?',
    ],
    [['build', '--lang', 'fr'], 'Unexpected language `fr`, expected one of `en`'],
    [
      ['build', '--format', 'md', '--out', 'file.md'],
      '`file.md` is a file, expected a folder to write to',
    ],
    [
      ['check', '--format', 'xml'],
      'Unexpected format `xml`, expected one of `text`, `json`, `github`',
    ],
    [['bild'], 'Did you mean build?'],
    [['build', '--formt', 'md'], 'Did you mean --format?'],
  ])('%j is a wrong request: one line, no stack, exit code 2', (args, message) => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    writeFileSync(path.join(home, 'file.md'), '');
    const { status, stderr } = crosscase(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });

  test('with an error in the notes writes nothing, leaves what was there, says so, and exits with 1', () => {
    study({ 'study.md': '---\ntitle: A\n---\n', 'a.md': '### Leadership (+)\n\n> A1: x\n' });
    mkdirSync(path.join(home, 'output'));
    writeFileSync(path.join(home, 'output', 'report.md'), 'an earlier report');
    const { status, stdout, stderr } = crosscase('build');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Nothing was written');
    expect(readdirSync(path.join(home, 'output'))).toEqual(['report.md']);
    expect(readFileSync(path.join(home, 'output', 'report.md'), 'utf8')).toBe('an earlier report');
  });

  test('that is stopped by the register says that nobody searched what was written before', () => {
    study({
      'study.md': '---\ntitle: A\n---\n',
      'a.md': '## Process components\n',
      'respondents.yaml': 'respondents: {}\n',
    });
    const said = 'What `output` holds is of an earlier build, and was not searched for names.';
    expect(crosscase('build').stderr).not.toContain(said);
    mkdirSync(path.join(home, 'output'));
    writeFileSync(path.join(home, 'output', 'report.md'), 'an earlier report');
    expect(crosscase('build').stderr).toContain(said);
  });

  test('what cannot be written is said in a line, and leaves no part of a file', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    mkdirSync(path.join(home, 'output', 'study.json', 'in-the-way'), { recursive: true });
    const { status, stderr } = crosscase('build', '--format', 'md,json');
    expect(status).toBe(2);
    expect(stderr).toContain('`output` cannot be written to');
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(path.join(home, 'output')).filter((name) => name.endsWith('.part'))).toEqual(
      [],
    );
  });
});

describe('crosscase check', () => {
  const faulty = {
    'study.md': '---\ntitle: A\nratings:\n  "+": { label: good }\n---\n',
    'a.md': '## Process components\n\n### 领导力与 Managing Conflits (+)\n\nText.\n',
  };

  test('prints place, reason, the line with carets under the words, and the reason for the rule', () => {
    study({ ...faulty, 'a.md': '## Process components\n\n### 信任 (+)\n\n> A1 [码, CODE]: 词\n' });
    const { status, stdout } = crosscase('check');
    expect(status).toBe(1);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) =>
      line.startsWith('cases/a.md:5:10 error Unexpected code `CODE`'),
    );
    expect(lines[at + 1]).toBe('  5 | > A1 [码, CODE]: 词');
    // 码 takes two columns on a terminal.
    expect(lines[at + 2]).toBe(`    | ${' '.repeat(10)}^^^^`);
    expect(stdout).toContain('A code without a definition cannot be applied by a second coder.');
  });

  test('--format json gives every message as data', () => {
    study(faulty);
    const { status, stdout } = crosscase('check', 'cases', '--format', 'json');
    expect(status).toBe(1);
    const { messages } = JSON.parse(stdout) as { messages: { [key: string]: unknown }[] };
    expect(messages.find(({ rule }) => rule === 'heading-is-in-framework')).toMatchObject({
      file: 'cases/a.md',
      line: 3,
      column: 1,
      severity: 'error',
    });
    expect(messages.every(({ reason, url, note }) => reason && url && note)).toBe(true);
  });

  test('--format github gives a workflow command a message', () => {
    study(faulty);
    const { stdout } = crosscase('check', '--format', 'github');
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .every((line) =>
          /^::(error|warning|notice) file=cases\/[^,]+,line=\d+,col=\d+,title=[\w-]+::\S/.test(
            line,
          ),
        ),
    ).toBe(true);
  });

  test('a line break or a command in a note cannot make a workflow command of its own', () => {
    study({ ...faulty, 'a.md': '### x%0A::error::y\n' });
    const { stdout } = crosscase('check', '--format', 'github');
    expect(stdout).not.toMatch(/^::error::y/m);
  });

  test('control characters of a note do not reach the terminal', () => {
    study({ ...faulty, 'a.md': '### \u001b[31mred\u0007 (+)\n' });
    const { stdout } = crosscase('check');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u0007');
  });

  test('a study without messages prints nothing and exits with 0', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    expect(crosscase('check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('severities of study.md decide the exit code', () => {
    study({
      ...faulty,
      'study.md': faulty['study.md'].replace(
        '---\n',
        '---\nrules: { heading-is-in-framework: warning, component-is-covered: off }\n',
      ),
    });
    const { status, stdout } = crosscase('check');
    expect(stdout).toContain('warning Unexpected `领导力与 Managing Conflits`');
    expect(status).toBe(0);
  });
});

describe('crosscase analyse', () => {
  const lipset = path.resolve('test/fixtures/lipset');
  const notes = path.resolve('test/scenarios/lipset/input');
  const file = (name: string, ...args: string[]) =>
    crosscase('analyse', '--data', path.join(lipset, name), '--outcome', 'SURV', ...args);

  /** Expressions of all models, by `~` for the absence of the outcome and kind of solution. */
  function modelsIn(stdout: string): { [solution: string]: string[] } {
    const { qca } = JSON.parse(stdout) as { qca: Qca };
    return Object.fromEntries(
      qca.directions.flatMap(({ isNegated, solutions }) =>
        solutions.map(({ kind, models }) => [
          (isNegated ? '~' : '') + kind,
          models.map(({ expression }) => expression),
        ]),
      ),
    );
  }

  const published = {
    conservative: ['DEV*LIT*IND*STB + DEV*~URB*LIT*STB'],
    parsimonious: ['DEV*STB'],
    '~conservative': ['DEV*LIT*IND*~STB + ~DEV*~URB*~IND'],
    '~parsimonious': ['~DEV + ~STB'],
  };

  test('crisp data and the notes give the solutions of Rihoux & De Meur (2009)', () => {
    const fromFile = file('crisp.csv', '--format', 'json');
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(modelsIn(fromFile.stdout)).toMatchObject(published);
    const fromNotes = crosscase('analyse', notes, '--method', 'qca', '--format', 'json');
    expect(fromNotes).toMatchObject({ status: 0, stderr: '' });
    expect(modelsIn(fromNotes.stdout)).toMatchObject(published);
  });

  test('raw numbers give the same by thresholds; a set that is turned round is written with `~`', () => {
    const thresholds = ['DEV=550', 'URB=50', 'LIT=75', 'IND=30', 'STB=10', 'SURV=0'];
    const { stdout } = file('raw.csv', '--format', 'json', '--calibrate', ...thresholds);
    const turned = (expression: string) => expression.replaceAll('~STB', 'STB').split(' + ').sort();
    const models = modelsIn(stdout);
    expect(models.parsimonious).toEqual(['DEV*~STB']);
    expect(turned(models.conservative?.[0] ?? '')).toEqual(turned(published.conservative[0] ?? ''));
  });

  test('multi-value and fuzzy data give the solutions of the reference values', () => {
    expect(modelsIn(file('multi-value.csv', '--format', 'json').stdout)).toMatchObject({
      conservative: [
        'DEV[1]*URB[0]*LIT[1]*IND[0]*STB[1] + DEV[1]*URB[1]*LIT[1]*IND[1]*STB[1] + DEV[2]*LIT[1]*IND[1]*STB[1]',
      ],
      parsimonious: [
        'DEV[1]*IND[0] + IND[1]*STB[1]',
        'DEV[1]*STB[1] + DEV[2]',
        'DEV[1]*STB[1] + IND[1]*STB[1]',
      ],
      '~parsimonious': ['DEV[0] + STB[0]'],
    });
    expect(
      modelsIn(file('fuzzy.csv', '--incl-cut', '0.8', '--format', 'json').stdout),
    ).toMatchObject({
      conservative: ['DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB'],
      parsimonious: ['DEV*~IND + URB*STB'],
    });
    expect(
      modelsIn(file('fuzzy.csv', '--incl-cut', '0.7', '--format', 'json').stdout),
    ).toMatchObject(published);
  });

  test('the settings are those of the request, over those of study.md', () => {
    const asked = [
      '--n-cut',
      '2',
      '--incl-cut',
      '0.9,0.5',
      '--pri-cut',
      '0.5',
      '--row-dominance',
      '--all-models',
      '--include-contradictions',
      '--expect',
      'DEV,~URB',
    ];
    for (const source of [
      ['--data', path.join(lipset, 'crisp.csv'), '--outcome', 'SURV'],
      [notes],
    ]) {
      const { stdout, stderr } = crosscase(
        'analyse',
        ...source,
        '--method',
        'qca',
        '--format',
        'json',
        ...asked,
      );
      expect(stderr).toBe('');
      const { qca } = JSON.parse(stdout) as { qca: Qca };
      expect(qca.settings).toMatchObject({
        nCut: 2,
        inclCut: [0.9, 0.5],
        priCut: 0.5,
        rowDominance: true,
        models: 'irredundant',
        includeContradictions: true,
      });
      expect(
        qca.conditions.slice(0, 2).map(({ expects, expectedBy }) => [expects, expectedBy]),
      ).toEqual([
        [[1], null],
        [[0], null],
      ]);
      expect(
        qca.directions[0]?.truthTable.rows.filter(({ out }) => out === '?').length,
      ).toBeGreaterThan(0);
    }
  });

  test('--sol, --negate and ~ before the outcome choose what is shown', () => {
    expect(
      Object.keys(modelsIn(file('crisp.csv', '--format', 'json', '--sol', 'p,i').stdout)),
    ).toEqual(['parsimonious', 'intermediate', '~parsimonious', '~intermediate']);
    expect(
      Object.keys(modelsIn(file('crisp.csv', '--format', 'json', '--sol', 'c', '--negate').stdout)),
    ).toEqual(['~conservative']);
    const turned = crosscase(
      'analyse',
      '--data',
      path.join(lipset, 'crisp.csv'),
      '--outcome',
      '~SURV',
      '--sol',
      'p',
    ).stdout;
    expect(turned).toContain('~DEV + ~STB → ~SURV');
    expect(turned).not.toMatch(/→ SURV/);
    // Which assumptions are difficult can be told only beside the parsimonious solution.
    expect(file('crisp.csv', '--sol', 'i').stdout).not.toContain('ifficult');
  });

  test('prints tables for a terminal, a method under its name; JSON by the same names', () => {
    const { stdout } = crosscase('analyse', notes);
    const heads = stdout.split('\n').filter((_, line, lines) => lines[line + 1]?.startsWith('═══'));
    expect(heads).toEqual([
      'Mill’s methods: what differs along with the outcome',
      'Pattern matching',
      'Qualitative comparative analysis',
    ]);
    expect(stdout).toContain('│ DEV*STB ');
    for (const sign of ['<a ', '](', '\u001B']) expect(stdout).not.toContain(sign);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
    expect(crosscase('analyse', notes, '--method', 'patterns', '--lang', 'zh').stdout).toMatch(
      /^模式匹配\n═/,
    );
    const data = JSON.parse(crosscase('analyse', notes, '--format', 'json').stdout) as object;
    expect(Object.keys(data)).toEqual(['mill', 'patterns', 'qca']);
    expect(
      analysisSchema.pick({ mill: true, patterns: true, qca: true }).safeParse(data).error
        ?.issues ?? [],
    ).toEqual([]);
  });

  test('errors in the notes go to standard error and into the exit code; what can be analysed is printed all the same', () => {
    study({ 'study.md': '---\ntitle: A\n---\n', 'a.md': '### Leadership (+)\n\n> A1: x\n' });
    const { status, stdout, stderr } = crosscase('analyse', '--method', 'mill', '--format', 'json');
    expect(status).toBe(1);
    expect(stderr).toContain('cases/a.md:3:');
    expect(JSON.parse(stdout)).toHaveProperty('mill');
  });

  test('errors in a data file stand at their cells, and nothing is printed', () => {
    writeFileSync(path.join(home, 'data.csv'), '\uFEFFcase;A;O\r\nx;1;1\r\ny;;0\r\nz;n/a;0\r\n');
    const { status, stdout, stderr } = crosscase('analyse', '--data', 'data.csv', '--outcome', 'O');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    const lines = stderr.split('\n');
    expect(lines.filter((line) => line.startsWith('data.csv:'))).toEqual([
      expect.stringContaining(
        'data.csv:3:3 error Unexpected empty cell in column `A` of case `y`, expected a number',
      ),
      expect.stringContaining(
        'data.csv:4:3 error Unexpected `n/a` in column `A` of case `z`, expected a number',
      ),
    ]);
    expect(lines).toContain('  4 | z;n/a;0');
  });

  test.each([
    [
      ['--method', 'patern'],
      'Unexpected method `patern`, expected some of `mill`, `patterns`, `qca`, `agreement`; did you mean `patterns`?',
    ],
    [
      ['--method', 'qca'],
      'Unexpected method `qca` for this study, expected `conditions:` in its study.md, or a data file (`--data`)',
    ],
    [['--format', 'xml'], 'Unexpected format `xml`, expected one of `text`, `json`'],
    [['--lang', 'fr'], 'Unexpected language `fr`, expected one of `en`, `zh`'],
    [
      ['--outcome', 'O'],
      'Unexpected `--outcome` without `--data`, expected `outcome:` in study.md',
    ],
    [['--n-cut', 'two'], 'Unexpected `two` as n-cut, expected a number'],
    [['--sol', 'x'], 'Unexpected solution `x`, expected one of `c`, `p`, `i`'],
    [
      ['--data', 'data.csv', 'cases'],
      'Unexpected folder `cases` beside `--data`, expected either notes or a data file',
    ],
    [['--data', 'none.csv'], 'No file `none.csv`, expected a data file (CSV or TSV)'],
    [['--data', 'cases'], '`cases` is a folder, expected a data file (CSV or TSV)'],
    [
      ['--data', 'data.csv'],
      'Unexpected data without an outcome, expected one of `A`, `O` as outcome',
    ],
    [['--data', 'data.csv', '--outcome', 'P'], 'Unexpected outcome `P`, expected one of `A`, `O`'],
    [
      ['--data', 'data.csv', '--outcome', 'O', '--calibrate', 'A'],
      'Unexpected calibration `A`, expected one such as `DEV=400,550,900`',
    ],
    [
      ['--data', 'data.csv', '--outcome', 'O', '--calibrate', 'A=curve:1'],
      'Unexpected way of calibration `curve`, expected one of `anchors`',
    ],
    [
      ['--data', 'data.csv', '--outcome', 'O', '--expect', 'B'],
      'Unexpected expectation `B`, expected one of `A`',
    ],
    [['--data', 'wide.csv', '--outcome', 'O'], 'Unexpected 30 conditions, expected at most 25'],
  ])('%j is a wrong request: one line, no stack, exit code 2', (args, message) => {
    study({ 'study.md': '', 'a.md': '' });
    writeFileSync(path.join(home, 'data.csv'), 'A,O\n1,1\n0,0\n');
    const names = Array.from({ length: 30 }, (_, index) => `C${String(index)}`);
    writeFileSync(
      path.join(home, 'wide.csv'),
      `${[...names, 'O'].join(',')}\n${'1,'.repeat(30)}1\n${'0,'.repeat(30)}0\n`,
    );
    const { status, stdout, stderr } = crosscase('analyse', ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });

  test('who reads only the first lines gets them without a complaint', () => {
    const { stdout, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${path.resolve('dist/cli.js')}" analyse "${notes}" | head -1`],
      {
        cwd: home,
        encoding: 'utf8',
      },
    );
    expect({ stdout, stderr }).toEqual({
      stdout: 'Mill’s methods: what differs along with the outcome\n',
      stderr: '',
    });
  });

  test('Ctrl-C ends a long analysis at once, with nothing printed and nothing left behind', async () => {
    // Data without a pattern, from a fixed sequence of numbers: the search takes many times as long as the test waits.
    let state = 12345;
    const bit = () => ((state = (state * 1103515245 + 12345) % 2 ** 31) < 2 ** 30 ? 0 : 1);
    const names = Array.from({ length: 20 }, (_, index) => `C${String(index)}`);
    const rows = Array.from({ length: 200 }, () => [...names.map(bit), bit()].join(','));
    writeFileSync(
      path.join(home, 'noise.csv'),
      [[...names, 'O'].join(','), ...rows, ''].join('\n'),
    );
    const child = spawn(
      process.execPath,
      [path.resolve('dist/cli.js'), 'analyse', '--data', 'noise.csv', '--outcome', 'O'],
      { cwd: home },
    );
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += String(chunk)));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    // A shell gives 130 for this signal.
    expect({ code, signal, printed }).toEqual({ code: null, signal: 'SIGINT', printed: '' });
    expect(readdirSync(home)).toEqual(['noise.csv']);
  }, 20_000);
});

describe('crosscase check --checklist', () => {
  const notes = {
    'study.md':
      '---\ntitle: Harbours\nratings: { "+": { label: for } }\n---\n\n## Checklists\n\n### COREQ\n\n- 24 (done): two of us\n',
    'a.md': '## Process components\n\n### Leadership (+)\n\n> D1: yes\n\n### Ledership (+)\n',
    'sources/s.md': '---\nkind: interview\n---\n\n## D\n\nD1: yes\n',
  };

  test('prints one as it is filled in, and nothing else, though the notes have an error', () => {
    study(notes);
    expect(crosscase('check').status).toBe(1);
    const { status, stdout, stderr } = crosscase('check', '--checklist', 'srqr');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('S21: Funding');
    expect(stdout).not.toContain('Ledership');
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
  });

  test('prints several, as text in another language or as data', () => {
    study(notes);
    const chinese = crosscase('check', '--checklist', 'Yin,coreq', '--lang', 'zh').stdout;
    expect(chinese).toMatch(/Yin 的四项检验[^]*质性研究报告统一标准（COREQ）/);
    expect(chinese).toContain('研究自述：two of us');
    const data = analysisSchema.shape.checklists.parse(
      JSON.parse(crosscase('check', '--checklist', 'coreq', '--format', 'json').stdout),
    );
    expect(data.map(({ checklist, items }) => [checklist, items.length])).toEqual([['coreq', 32]]);
    expect(data[0]?.items[23]).toMatchObject({
      item: '24',
      status: 'done',
      stated: [{ status: 'done', text: 'two of us' }],
    });
  });

  test.each([
    [
      ['srq'],
      'Unexpected checklist `srq`, expected some of `coreq`, `srqr`, `yin`; did you mean `srqr`?\n',
    ],
    [[','], 'Missing name behind `--checklist`, expected the name of a checklist such as `srqr`\n'],
    [
      ['yin', '--format', 'github'],
      'Unexpected format `github` for a checklist, expected one of `text`, `json`\n',
    ],
    [['yin', '--lang', 'fr'], 'Unexpected language `fr`, expected one of `en`, `zh`\n'],
  ])('refuses %j', (args, message) => {
    study(notes);
    expect(crosscase('check', '--checklist', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: message,
    });
  });

  test('knows a study’s own, which goes before a bundled one of its name', () => {
    study({
      ...notes,
      'templates/checklists/yin.md':
        '# Mine\n\n## All\n\n### M1: Only this\n\n- asks: Is it so?\n- sees: quotations\n',
    });
    const { status, stdout } = crosscase('check', '--checklist', 'yin');
    expect(status).toBe(0);
    expect(stdout).toContain('│ M1');
    expect(stdout).not.toContain('CV1');
  });
});

test('Ctrl-C while files are written leaves none half-written and none under its name', async () => {
  const there = path.join(home, 'there');
  const program = `import { write } from ${JSON.stringify(pathToFileURL(path.resolve('dist/index.js')).href)};
    const outputs = Array.from({ length: 400 }, (_, index) => ({ path: 'file-' + index, bytes: Buffer.alloc(500_000) }));
    await write(${JSON.stringify(there)}, outputs);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  const closed = once(child, 'close');
  await expect
    .poll(() => existsSync(there) && readdirSync(there).some((name) => name.endsWith('.part')), {
      interval: 5,
      timeout: 15_000,
    })
    .toBe(true);
  child.kill('SIGINT');
  expect(await closed).toEqual([null, 'SIGINT']);
  expect(readdirSync(there)).toEqual([]);
}, 20_000);

test('the command line says what it is', () => {
  expect(crosscase('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(crosscase('--help').stdout).toContain('build [options] [folder]');
  expect(existsSync('dist/cli.js')).toBe(true);
});

describe('crosscase explain', () => {
  test('prints one thing of `cases`, or of the folder that is named, with the exit code 0 also where notes have errors', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    const told = crosscase('explain', 'D122');
    expect(told).toMatchObject({ status: 0, stderr: '' });
    expect(told.stdout).toContain('D122 (record)');
    expect(crosscase('explain', 'F1', 'cases', '--lang', 'zh').stdout).toContain('（研究发现）');
    cpSync('test/scenarios/faulty/input', path.join(home, 'faulty'), { recursive: true });
    const faulty = crosscase('explain', 'D122', 'faulty');
    expect(faulty.status).toBe(0);
    expect(faulty.stdout).toContain('What the checks say here');
    const json = JSON.parse(crosscase('explain', 'F1', '--format', 'json').stdout) as {
      subject: object;
    }[];
    expect(json.map(({ subject }) => subject)).toEqual([{ kind: 'item', id: 'F1' }]);
  });

  test('refuses what it cannot find, with the exit code 2 and the nearest names', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    const { status, stdout, stderr } = crosscase('explain', 'leadrship');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^Unexpected `leadrship`, expected the name of something in the study, or a rule; did you mean `leadership`/i,
    );
    expect(crosscase('explain', 'F1', '--format', 'xml').status).toBe(2);
    expect(crosscase('explain').status).toBe(2);
  });
});
