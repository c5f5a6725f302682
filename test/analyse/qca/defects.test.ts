import { expect, test } from 'vitest';
import { solveParsimoniously } from '../../../src/analyse/qca/solve/solutions.js';
import { describeSolution } from '../../../src/analyse/qca/solve/describe.js';
import { setTask } from '../../../src/analyse/qca/solve/tasks.js';
import { tabulate } from '../../../src/analyse/qca/table/truth-table.js';
import {
  dataOf,
  generous,
  loadReference,
  settingsOf,
  type ReferenceProblem,
  type ReferenceRun,
} from './references.js';

interface Defect {
  id: string;
  defect: string;
  data: Pick<ReferenceProblem['data'], 'conditions' | 'outcome' | 'values'> &
    Partial<ReferenceProblem['data']>;
  args: Partial<ReferenceRun['args']> & Pick<ReferenceRun['args'], 'inclCut' | 'nCut'>;
  expectedModels?: string[][];
  rDefaultModels?: string[][];
  expectedPrimeImplicants?: number;
  expectedModelCount?: number;
  r3_25_1?: { primeImplicants: number; models: number };
  rOut?: { [row: string]: string };
  expectedOut?: { [row: string]: string };
}

const defects = loadReference<{ cases: Defect[] }>('known-r-defects').cases;

function problemOf({ id, data }: Defect): ReferenceProblem {
  const count = data.conditions.length;
  const levels =
    data.levels ??
    data.conditions.map((_, at) => Math.max(1, ...data.values.map((values) => values[at]!)) + 1);
  const caseIds = data.caseIds ?? data.values.map((_, at) => `c${String(at)}`);
  return {
    id,
    kind: 'mv',
    data: { ...data, levels, fuzzy: Array.from({ length: count }, () => false), caseIds },
    runs: [],
  };
}

function tableOf(defect: Defect) {
  const args = { outcome: defect.data.outcome, negateOutcome: false, priCut: 0, ...defect.args };
  const data = dataOf(problemOf(defect));
  const settings = settingsOf({ args });
  return {
    data,
    settings,
    isNegated: false,
    options: generous,
    table: tabulate(data, settings, false),
  };
}

const solved = defects.filter(({ expectedOut }) => !expectedOut);

test.each(solved)('right where R is wrong: $defect', (defect) => {
  const { table, ...analysis } = tableOf(defect);
  const task = setTask(table, analysis);
  const solution = describeSolution(task, 'parsimonious', solveParsimoniously(task));
  expect(solution.isComplete).toBe(true);
  if (defect.expectedModels) {
    expect(solution.models.map(({ expression }) => expression)).toEqual(
      defect.expectedModels.map((terms) => terms.join(' + ')),
    );
    expect(solution.models.length).toBeGreaterThan(defect.rDefaultModels!.length);
    return;
  }
  expect(solution.primeImplicantCount).toBe(defect.expectedPrimeImplicants);
  expect(solution.modelCount).toBe(defect.expectedModelCount);
  expect(solution.modelCount).toBeGreaterThan(defect.r3_25_1!.models);
});

test.each(defects.filter(({ expectedOut }) => expectedOut))(
  'right where R is wrong: $defect',
  (defect) => {
    const { rows } = tableOf(defect).table;
    const out = Object.fromEntries(rows.map((row) => [String(row.row), row.out]));
    expect(out).toEqual(defect.expectedOut);
    expect(out).not.toEqual(defect.rOut);
  },
);

test('every known defect is tested above, but for those of other parts', () => {
  expect(defects.map(({ id }) => id)).toEqual([
    'early-stop',
    'bit-width-18',
    'bit-width-mv',
    'C-recycling',
  ]);
});
