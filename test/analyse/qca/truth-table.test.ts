import { expect, test } from 'vitest';
import { tabulate } from '../../../src/analyse/qca/table/truth-table.js';
import { dataOf, everyRun, isRoundedByR, settingsOf, sorted, type Value } from './references.js';

const asNumber = (value: Value) => (value === 'NaN' ? null : value);

function close(actual: number | null, expected: Value, digits: number): boolean {
  const wanted = asNumber(expected);
  return actual === null || wanted === null
    ? actual === wanted
    : Math.abs(actual - wanted) <= digits;
}

const runs = everyRun();
const solved = runs.filter((item) => item.run.truthTable.status === 'ok' && !isRoundedByR(item));

test.each(solved)(
  'the truth table of $name is that of R, but for rows without a case',
  ({ problem, run }) => {
    const { rows } = tabulate(dataOf(problem), settingsOf(run), run.args.negateOutcome);
    const own = rows.map(({ row, values, out, n, cases, deviant }) => ({
      row,
      values,
      out,
      n,
      cases: sorted(cases),
      dcc: sorted(deviant),
    }));
    // R also lists the row to which rounding down would lead a case with a membership of exactly 0.5: a remainder there as here.
    const listed = run.truthTable.rows.filter(({ n, out }) => n > 0 || out !== '?');
    const theirs = listed.map(({ row, values, out, n, cases, dcc }) => ({
      row,
      values,
      out,
      n,
      cases: sorted(cases),
      dcc: sorted(dcc),
    }));
    expect(own).toEqual(theirs);
    for (const [at, { incl, pri }] of listed.entries()) {
      expect(close(rows[at]!.incl, incl, 1e-12), `inclusion of row ${String(rows[at]!.row)}`).toBe(
        true,
      );
      expect(close(rows[at]!.pri, pri, 1e-12), `PRI of row ${String(rows[at]!.row)}`).toBe(true);
    }
    const kept = tabulate(
      dataOf(problem),
      settingsOf(run, { nCut: 1 }),
      run.args.negateOutcome,
    ).rows;
    for (const { row, belowNCut, outIfKept } of listed) {
      if (belowNCut && outIfKept)
        expect(kept.find((item) => item.row === row)?.out).toBe(outIfKept);
    }
  },
);

// Memberships have two digits: in hundredths the sums are exact.
test('a row whose inclusion is 4/5 reaches a cut-off of 0.8, also beside a second cut-off, where R 3.25.1 rounds it to below', () => {
  const { problem, run } = runs.find(isRoundedByR)!;
  const data = dataOf(problem);
  const rows = tabulate(data, settingsOf(run), run.args.negateOutcome).rows;
  const differing = rows.filter(
    ({ row, out }) => out !== run.truthTable.rows.find((item) => item.row === row)!.out,
  );
  expect(differing.map(({ row, out }) => `${String(row)}: ${out}`)).toEqual(['10: 1']);
  for (const value of problem.data.values.flat())
    expect(Math.abs(Math.round(100 * value) - 100 * value)).toBeLessThan(1e-9);
  let [size, inside] = [0, 0];
  for (const { values, outcome } of data.rows) {
    const hundredths = values.map((value, at) =>
      Math.round(100 * (differing[0]!.values[at] === 1 ? value : 1 - value)),
    );
    size += Math.min(...hundredths);
    inside += Math.min(...hundredths, Math.round(100 * outcome));
  }
  expect(5 * inside).toBe(4 * size);
});

test('a truth table in which no row has the cases that it needs holds remainders only; R stops with an error', () => {
  const empty = runs.filter(({ run }) =>
    run.truthTable.message?.startsWith('There are no configurations'),
  );
  expect(empty.length).toBeGreaterThan(0);
  for (const { problem, run } of empty) {
    const { rows } = tabulate(dataOf(problem), settingsOf(run), run.args.negateOutcome);
    expect(new Set(rows.map(({ out }) => out))).toEqual(new Set(['?']));
  }
});

test('the only runs without a truth table to compare are those without rows and those with missing values', () => {
  const others = runs.filter(
    ({ run }) =>
      run.truthTable.status !== 'ok' &&
      !run.truthTable.message!.startsWith('There are no configurations'),
  );
  expect(others.map(({ run }) => run.truthTable.message!.slice(0, 14))).toEqual([
    'Missing values',
    'Missing values',
  ]);
});
