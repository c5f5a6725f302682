/** What a result says of its own weaknesses, and what a data set must be. */
import { describe, expect, test } from 'vitest';
import { analyseData } from '../../../src/analyse/qca/index.js';
import { qcaSchema, type Qca } from '../../../src/analyse/qca/schema.js';
import type { DataSet } from '../../../src/domain/qca.js';
import { dataOf, loadReference, type ReferenceProblem } from './references.js';

/** Rows of digits, the last of which is the outcome: `['110', '001']`; a dot in the place of a digit is a membership of 0.5. */
function dataIn(rows: string[], isFuzzy = false): DataSet {
  const width = (rows[0] ?? '').length - 1;
  const degreeOf = (digit: string) =>
    digit === '.' ? 0.5 : isFuzzy ? Number(digit) / 9 : Number(digit);
  return {
    conditions: Array.from({ length: width }, (_, at) => ({
      label: 'ABCDEFGHIJ'[at] ?? '',
      levels: 2,
      isFuzzy,
    })),
    outcome: { label: 'Y', levels: 2, isFuzzy },
    rows: rows.map((digits, at) => {
      const degrees = Array.from(digits).map(degreeOf);
      return { case: `c${String(at)}`, values: degrees.slice(0, -1), outcome: degrees.at(-1) ?? 0 };
    }),
  };
}

const cautionsIn = (qca: Qca, id: Qca['cautions'][number]['id']) =>
  qca.cautions.filter((caution) => caution.id === id);
const complete = ['111', '100', '010', '000'];

describe('cautions', () => {
  test('four cases of all configurations of two conditions give only what is missing: expectations', () => {
    const qca = analyseData(dataIn(complete));
    expect(qca.cautions).toEqual([{ id: 'no-expectations', of: ['A', 'B'], n: null, limit: null }]);
    expect(analyseData(dataIn(complete), { expectations: [[1], null] }).cautions).toEqual([]);
    expect(qcaSchema.strict().parse(qca)).toEqual(qca);
  });

  test('more conditions than cases support, by the rule of thumb of Berg-Schlosser & De Meur 2009', () => {
    const few = analyseData(dataIn(['10101', '01010', '11001', '00110']));
    expect(cautionsIn(few, 'many-conditions')).toMatchObject([
      { of: ['A', 'B', 'C', 'D'], n: 4, limit: 3 },
    ]);
    expect(cautionsIn(few, 'limited-diversity')).toMatchObject([{ n: 12, limit: 16 }]);
    const rows = Array.from(
      { length: 12 },
      (_, at) => at.toString(2).padStart(4, '0') + String(at % 2),
    );
    expect(cautionsIn(analyseData(dataIn(rows)), 'many-conditions')).toEqual([]);
  });

  test('conditions that are constant, and pairs that are alike or opposite', () => {
    const qca = analyseData(dataIn(['11011', '11000', '10110', '10101']));
    expect(cautionsIn(qca, 'constant-condition')).toMatchObject([{ of: ['A'] }]);
    expect(cautionsIn(qca, 'twin-conditions').map(({ of }) => of)).toEqual([['B', 'C']]);
  });

  test('rows whose cases stand on both sides, once, with the cases', () => {
    const qca = analyseData(dataIn(['111', '110', '111', '000']));
    expect(cautionsIn(qca, 'contradictory-rows')).toEqual([
      { id: 'contradictory-rows', of: ['A*B', 'c0', 'c1', 'c2'], n: 3, limit: null },
    ]);
  });

  test('a case in the middle, which belongs to no row, and an outcome in the middle', () => {
    const qca = analyseData(dataIn(['999', '9.9', '10.', '001'], true), { inclCut: [0.8] });
    expect(cautionsIn(qca, 'half-membership').map(({ of }) => of)).toEqual([
      ['c1', 'B'],
      ['c2', 'Y'],
    ]);
    expect(qca.unassigned).toEqual([{ case: 'c1', conditions: ['B'] }]);
  });

  test('sets with most cases on one side', () => {
    const qca = analyseData(dataIn(['111', '101', '111', '101', '111', '000']));
    expect(cautionsIn(qca, 'skewed')).toMatchObject([
      { of: ['A'], n: 5 / 6, limit: 0.8 },
      { of: ['Y'], n: 5 / 6, limit: 0.8 },
    ]);
  });

  test('rows that are sufficient for the outcome and for its absence alike', () => {
    const qca = analyseData(dataIn(['614', '625', '164', '275'], true), { inclCut: [0.75] });
    expect(cautionsIn(qca, 'simultaneous-subsets')[0]?.of).toContain('A*~B');
    expect(cautionsIn(qca, 'low-pri').length).toBeGreaterThan(0);
  });

  test('several models that fit equally well', () => {
    // Either of A and B tells the two cases apart.
    expect(cautionsIn(analyseData(dataIn(['111', '000'])), 'ambiguous-models')).toMatchObject([
      { of: ['Y'], n: 2 },
      { of: ['~Y'], n: 2 },
    ]);
  });

  test('a table in which every row is contradictory has no solution, and says so', () => {
    const qca = analyseData(dataIn(['111', '110', '001', '000']));
    expect(
      qca.directions.map(({ status, solutions }) => [
        status,
        solutions.flatMap(({ models }) => models),
      ]),
    ).toEqual([
      ['no-positive-row', []],
      ['no-positive-row', []],
    ]);
    expect(cautionsIn(qca, 'contradictory-rows')).toHaveLength(2);
    expect(
      analyseData(dataIn(['111', '110', '001', '000']), { inclCut: [1, 0.3] }).directions[0]
        ?.status,
    ).toBe('all-contradictory');
  });
});

describe('data', () => {
  test('of the Lipset study give its published solution: GNP and stability, or the lack of either (Rihoux & De Meur 2009)', () => {
    const problem = loadReference<{ problems: ReferenceProblem[] }>('classic').problems.find(
      ({ id }) => id === 'LC',
    )!;
    const qca = analyseData(dataOf(problem));
    const solutions = qca.directions.map(({ expression, solutions: all }) => [
      expression,
      all.find(({ kind }) => kind === 'parsimonious')?.models.map((model) => model.expression),
    ]);
    expect(solutions).toEqual([
      ['SURV', ['DEV*STB']],
      ['~SURV', ['~DEV + ~STB']],
    ]);
    expect(
      qca.directions[0]?.necessity.single.find(({ expression }) => expression === 'DEV')?.inclN,
    ).toBe(1);
    expect(qca.conditions[0]).toMatchObject({
      id: 'DEV',
      of: 'column',
      calibration: null,
      expects: null,
    });
    expect(qca.cases[0]?.raw).toHaveLength(6);
  });

  test('that are none are refused with the case and the set', () => {
    const [first, ...rest] = dataIn(complete).rows;
    const withValue = (value: number) => ({
      ...dataIn(complete),
      rows: [{ ...first!, values: [value, 1] }, ...rest],
    });
    expect(() => analyseData(withValue(2))).toThrow(
      'Unexpected `2` of case `c0` in `A`, expected a level of 0 to 1',
    );
    expect(() => analyseData(withValue(NaN))).toThrow('Unexpected `NaN` of case `c0` in `A`');
    const fuzzy = dataIn(['999', '000'], true);
    const outside = {
      ...fuzzy,
      rows: fuzzy.rows.map((row) => ({ ...row, outcome: row.outcome + 0.1 })),
    };
    expect(() => analyseData(outside)).toThrow(
      'Unexpected `1.1` of case `c0` in `Y`, expected a membership of 0 to 1',
    );
    const twice = {
      ...fuzzy,
      conditions: fuzzy.conditions.map((column) => ({ ...column, label: 'A' })),
    };
    expect(() => analyseData(twice)).toThrow('Unexpected name `A` a second time');
  });

  test('without a case, a condition or a difference have a problem, and no direction', () => {
    const problems = [
      dataIn(['11']),
      {
        ...dataIn(complete),
        conditions: [],
        rows: dataIn(complete).rows.map((row) => ({ ...row, values: [] })),
      },
      dataIn(['111', '001']),
    ];
    expect(
      problems
        .map((data) => analyseData(data))
        .map(({ problem, directions }) => [problem?.id, directions.length]),
    ).toEqual([
      ['too-few-cases', 0],
      ['no-condition', 0],
      ['constant-outcome', 0],
    ]);
  });
});
