import { expect, test } from 'vitest';
import { tabulate } from '../../../src/analyse/qca/truth-table.js';
import { dataOf, everyRun, settingsOf, sorted, type Value } from './references.js';

const asNumber = (value: Value) => (value === 'NaN' ? null : value);

function close(actual: number | null, expected: Value, digits: number): boolean {
  const wanted = asNumber(expected);
  return actual === null || wanted === null ? actual === wanted : Math.abs(actual - wanted) <= digits;
}

test.each(everyRun().filter(({ run }) => run.truthTable.status === 'ok'))(
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
    const theirs = listed.map(({ row, values, out, n, cases, dcc }) => ({ row, values, out, n, cases: sorted(cases), dcc: sorted(dcc) }));
    expect(own).toEqual(theirs);
    for (const [at, { incl, pri }] of listed.entries()) {
      expect(close(rows[at]!.incl, incl, 1e-12), `inclusion of row ${String(rows[at]!.row)}`).toBe(true);
      expect(close(rows[at]!.pri, pri, 1e-12), `PRI of row ${String(rows[at]!.row)}`).toBe(true);
    }
    const kept = tabulate(dataOf(problem), settingsOf(run, { nCut: 1 }), run.args.negateOutcome).rows;
    for (const { row, belowNCut, outIfKept } of run.truthTable.rows) {
      if (belowNCut && outIfKept) expect(kept.find((item) => item.row === row)?.out).toBe(outIfKept);
    }
  },
);
