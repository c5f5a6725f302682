import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/index.js';
import { analyseData, type RerunOptions } from '../../src/tasks/analyse/data-file.js';
import { linesOf } from '../parse/in-memory.js';

const crisp = readFileSync('test/fixtures/lipset/crisp.csv', 'utf8');
const raw = readFileSync('test/fixtures/lipset/raw.csv', 'utf8');

function messagesOf(text: string, options: RerunOptions = { outcome: 'O' }): string[] {
  return linesOf(analyseData(text, options));
}

describe('what is wrong in a data file is a message at its place', () => {
  test.each([
    [
      'case,A*B,O\nx,1,1\ny,0,0\n',
      '1:6-1:9 error Unexpected column `A*B`, expected a name without the signs of expressions',
    ],
    ['case,A,O\nx,1,1\ny,0,1\n', '1:8-1:9 error Unexpected outcome `O` without a negative case'],
    ['case,A,O\nx,1,0\ny,0,0.5\n', '1:8-1:9 error Unexpected outcome `O` without a positive case'],
    ['case,A,O\nx,1,0\ny,0,1\nz,0,2\n', '1:8-1:9 error Unexpected 3 levels of the outcome `O`'],
    [
      'case,A,O\nx,1,0\ny,no,1\n',
      '3:3-3:5 error Unexpected `no` in column `A` of case `y`, expected a number',
    ],
    ['', '1:1-1:1 error Unexpected empty file, expected names of columns'],
  ])('%j', (text, message) => {
    const analysed = analyseData(text, {
      outcome: 'O',
      conditions: text.includes('A*B') ? ['A*B'] : ['A'],
    });
    expect(linesOf(analysed)).toHaveLength(1);
    expect(linesOf(analysed)[0]).toContain(`data.csv:${message}`);
    expect(analysed.results).toEqual({});
  });

  test('all faults are told at once', () => {
    expect(messagesOf('case,A,B,O\nx,,1,1\ny,0,b,0\n')).toHaveLength(2);
  });
});

describe('a wrong request is a `UserError` before anything is analysed', () => {
  test.each<[RerunOptions, string]>([
    [
      {},
      'Unexpected data without an outcome, expected one of `DEV`, `URB`, `LIT`, `IND`, `STB`, `SURV` as outcome',
    ],
    [
      { outcome: 'SRV' },
      'Unexpected outcome `SRV`, expected one of `case`, `DEV`, `URB`, `LIT`, `IND`, `STB`, `SURV`; did you mean `SURV`?',
    ],
    [
      { outcome: 'SURV', conditions: ['DEV', 'LITT'] },
      'Unexpected condition `LITT`, expected one of',
    ],
    [
      { outcome: 'SURV', conditions: ['DEV', 'SURV'] },
      'Unexpected `SURV` among the conditions, expected others than the outcome',
    ],
    [
      { outcome: 'SURV', conditions: ['DEV', 'DEV'] },
      'Unexpected second condition `DEV`, expected each once',
    ],
    [{ outcome: 'SURV', conditions: ['DEV'], cases: 'DEV' }, 'Unexpected `DEV` as column of cases'],
    [{ outcome: 'SURV', cases: 'land' }, 'Unexpected column of cases `land`'],
    [
      { outcome: 'SURV', nCut: 0 },
      'Unexpected `0` as n-cut, expected a whole number of cases from 1',
    ],
    [{ outcome: 'SURV', nCut: 1.5 }, 'Unexpected `1.5` as n-cut'],
    [
      { outcome: 'SURV', inclCut: [80] },
      'Unexpected `80` as incl-cut, expected a number from 0 to 1',
    ],
    [
      { outcome: 'SURV', inclCut: [0.5, 0.8] },
      'Unexpected `0.5,0.8` as incl-cut, expected the second cut-off, of contradictory rows, below',
    ],
    [{ outcome: 'SURV', inclCut: [] }, 'expected one cut-off, or two such as `0.8,0.5`'],
    [
      { outcome: 'SURV', priCut: -0.1 },
      'Unexpected `-0.1` as pri-cut, expected a number from 0 to 1',
    ],
    [
      { outcome: 'SURV', expect: ['DEV', '~URBAN'] },
      'Unexpected expectation `URBAN`, expected one of `DEV`, `URB`, `LIT`, `IND`, `STB`; did you',
    ],
    [
      { outcome: 'SURV', expect: ['DEV{2}'] },
      'Unexpected `DEV{2}` as expectation, expected `DEV` or `~DEV`',
    ],
    [
      { outcome: 'SURV', methods: ['mill'] },
      'Unexpected method `mill` for a data file, expected `qca`',
    ],
    [{ outcome: 'SURV', methods: ['qcaa'] }, 'Unexpected method `qcaa`, expected some of'],
    [
      { outcome: 'SURV', calibrate: { URBN: { thresholds: [50] } } },
      'Unexpected column to calibrate `URBN`',
    ],
    [
      { outcome: 'SURV', conditions: ['DEV'], calibrate: { URB: { thresholds: [50] } } },
      'Unexpected calibration of `URB`, expected that of',
    ],
    [
      { outcome: 'SURV', calibrate: { URB: { anchors: [60, 40, 50] } } },
      'Unexpected calibration of `URB`, expected the values of full excl',
    ],
  ])('%j', (options, message) => {
    const asked = () => analyseData(crisp, options);
    expect(asked).toThrow(UserError);
    expect(asked).toThrow(message);
  });

  test('levels are named as in the literature', () => {
    const asked = () => analyseData('A,O\n0,1\n1,0\n2,1\n', { outcome: 'O', expect: ['~A'] });
    expect(asked).toThrow('Unexpected `~A` as expectation, expected a level from `A{0}` to `A{2}`');
  });
});

describe('what is not wrong but must be known is a warning', () => {
  test('a condition that is alike in all cases', () => {
    const messages = messagesOf('case,A,B,O\nx,1,1,1\ny,0,1,0\n');
    expect(messages).toEqual([
      expect.stringContaining(
        'data.csv:1:8-1:9 warning Unexpected condition `B` on one side of 0.5 in all cases',
      ),
    ]);
  });

  test('a membership of 0.5, with its case and the number that it comes from', () => {
    const calibrate = { STB: { anchors: [15, 10, 5] }, SURV: { thresholds: [0] } };
    const messages = messagesOf(raw, {
      outcome: 'SURV',
      conditions: ['STB'],
      calibrate: { ...calibrate, SURV: { thresholds: [0] } },
    });
    expect(messages.map((line) => line.slice(0, line.indexOf(', expected')))).toEqual([
      'data.csv:2:21-2:23 warning Unexpected membership `0.5` of case `AU` in column `STB`, calibrated from `10`',
      'data.csv:9:23-9:25 warning Unexpected membership `0.5` of case `GR` in column `STB`, calibrated from `10`',
    ]);
  });
});
