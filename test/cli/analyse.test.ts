import { writeFileSync } from 'node:fs';
import path from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { analysisSchema } from '../../src/analyse/index.js';
import type { Qca } from '../../src/analyse/qca/schema.js';
import { useFolder } from './in-process.js';

const { at, crosscase, study } = useFolder();

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

  test('crisp data and the notes give the solutions of Rihoux & De Meur (2009)', async () => {
    const fromFile = await file('crisp.csv', '--format', 'json');
    expect(fromFile).toMatchObject({ status: 0, stderr: '' });
    expect(modelsIn(fromFile.stdout)).toMatchObject(published);
    const fromNotes = await crosscase('analyse', notes, '--method', 'qca', '--format', 'json');
    expect(fromNotes).toMatchObject({ status: 0, stderr: '' });
    expect(modelsIn(fromNotes.stdout)).toMatchObject(published);
  });

  test('raw numbers give the same by thresholds; a set that is turned round is written with `~`', async () => {
    const thresholds = ['DEV=550', 'URB=50', 'LIT=75', 'IND=30', 'STB=10', 'SURV=0'];
    const { stdout } = await file('raw.csv', '--format', 'json', '--calibrate', ...thresholds);
    const turned = (expression: string) => expression.replaceAll('~STB', 'STB').split(' + ').sort();
    const models = modelsIn(stdout);
    expect(models.parsimonious).toEqual(['DEV*~STB']);
    expect(turned(models.conservative?.[0] ?? '')).toEqual(turned(published.conservative[0] ?? ''));
  });

  test('multi-value and fuzzy data give the solutions of the reference values', async () => {
    expect(modelsIn((await file('multi-value.csv', '--format', 'json')).stdout)).toMatchObject({
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
      modelsIn((await file('fuzzy.csv', '--incl-cut', '0.8', '--format', 'json')).stdout),
    ).toMatchObject({
      conservative: ['DEV*URB*LIT*IND*STB + DEV*~URB*LIT*~IND*STB'],
      parsimonious: ['DEV*~IND + URB*STB'],
    });
    expect(
      modelsIn((await file('fuzzy.csv', '--incl-cut', '0.7', '--format', 'json')).stdout),
    ).toMatchObject(published);
  });

  test('the settings are those of the request, over those of study.md', async () => {
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
      const { stdout, stderr } = await crosscase(
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

  test('--sol, --negate and ~ before the outcome choose what is shown', async () => {
    expect(
      Object.keys(modelsIn((await file('crisp.csv', '--format', 'json', '--sol', 'p,i')).stdout)),
    ).toEqual(['parsimonious', 'intermediate', '~parsimonious', '~intermediate']);
    expect(
      Object.keys(
        modelsIn((await file('crisp.csv', '--format', 'json', '--sol', 'c', '--negate')).stdout),
      ),
    ).toEqual(['~conservative']);
    const turned = (
      await crosscase(
        'analyse',
        '--data',
        path.join(lipset, 'crisp.csv'),
        '--outcome',
        '~SURV',
        '--sol',
        'p',
      )
    ).stdout;
    expect(turned).toContain('~DEV + ~STB → ~SURV');
    expect(turned).not.toMatch(/→ SURV/);
    // Which assumptions are difficult can be told only beside the parsimonious solution.
    expect((await file('crisp.csv', '--sol', 'i')).stdout).not.toContain('ifficult');
  });

  test('prints tables for a terminal, a method under its name; JSON by the same names', async () => {
    const { stdout } = await crosscase('analyse', notes);
    const heads = stdout.split('\n').filter((_, line, lines) => lines[line + 1]?.startsWith('═══'));
    expect(heads).toEqual([
      'Mill’s methods: what differs along with the outcome',
      'Pattern matching',
      'Qualitative comparative analysis',
    ]);
    expect(stdout).toContain('│ DEV*STB ');
    for (const sign of ['<a ', '](', '\u001B']) expect(stdout).not.toContain(sign);
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
    expect(
      (await crosscase('analyse', notes, '--method', 'patterns', '--lang', 'zh')).stdout,
    ).toMatch(/^模式匹配\n═/);
    const data = JSON.parse(
      (await crosscase('analyse', notes, '--format', 'json')).stdout,
    ) as object;
    expect(Object.keys(data)).toEqual(['mill', 'patterns', 'qca']);
    expect(
      analysisSchema.pick({ mill: true, patterns: true, qca: true }).safeParse(data).error
        ?.issues ?? [],
    ).toEqual([]);
  });

  test('errors in the notes go to standard error and into the exit code; what can be analysed is printed all the same', async () => {
    study({ 'study.md': '---\ntitle: A\n---\n', 'a.md': '### Leadership (+)\n\n> A1: x\n' });
    const { status, stdout, stderr } = await crosscase(
      'analyse',
      '--method',
      'mill',
      '--format',
      'json',
    );
    expect(status).toBe(1);
    expect(stderr).toContain('cases/a.md:3:');
    expect(JSON.parse(stdout)).toHaveProperty('mill');
  });

  test('errors in a data file stand at their cells, and nothing is printed', async () => {
    writeFileSync(at('data.csv'), '\uFEFFcase;A;O\r\nx;1;1\r\ny;;0\r\nz;n/a;0\r\n');
    const { status, stdout, stderr } = await crosscase(
      'analyse',
      '--data',
      'data.csv',
      '--outcome',
      'O',
    );
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
  ])('%j is a wrong request: one line, no stack, exit code 2', async (args, message) => {
    study({ 'study.md': '', 'a.md': '' });
    writeFileSync(at('data.csv'), 'A,O\n1,1\n0,0\n');
    const names = Array.from({ length: 30 }, (_, index) => `C${String(index)}`);
    writeFileSync(
      at('wide.csv'),
      `${[...names, 'O'].join(',')}\n${'1,'.repeat(30)}1\n${'0,'.repeat(30)}0\n`,
    );
    const { status, stdout, stderr } = await crosscase('analyse', ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  });
});
