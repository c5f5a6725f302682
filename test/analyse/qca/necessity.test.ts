/** Held to what R's QCA 3.25.1 finds necessary in every data set of the reference. */
import { describe, expect, test } from 'vitest';
import { seekNecessity } from '../../../src/analyse/qca/table/necessity.js';
import { dataOf, everyRun, type ReferenceRun, type Value } from './references.js';

interface Necessary {
  single?: { condition: string; level: number; inclN: Value; RoN: Value; covN: Value }[];
  superSubset?: {
    expressions: { error: string } | { expr: string; inclN: Value; RoN: Value; covN: Value }[];
  };
}

/** `A[1]*B[3]`, `~A + B` as sign and literals, so that R's order and its spelling of two-level conditions do not count. */
function canonical(expression: string): string {
  const sign = expression.includes(' + ') ? ' + ' : '*';
  const literals = expression.split(sign).map((literal) => {
    const [, negation, name = '', level] = /^(~?)([^[\]]+)(?:\[(\d+)\])?$/.exec(literal) ?? [];
    return `${name}${level ?? (negation ? '0' : '1')}`;
  });
  return literals.sort().join(sign);
}

/** What R does not list, though it passes. */
const beyondR: { [run: string]: string[] } = {
  // Relevance of exactly 0.5, which R sums up to 0.4999999999999995; elsewhere it lists 0.5.
  'd.Bas, presence': [
    '~AU + EM + ~CI',
    '~AU + SP + ~CI',
    '~AU + ~CI + PO',
    'AU + EM + ~SP + ~CN',
    'EM + SP + PO + ~RE + CN',
    'EM + CO + PO + ~RE + CN',
    'SP + CO + PO + ~RE + CN',
  ],
  // Five literals: R stops at four, where it finds nothing more.
  'cs-009, absence': ['~A + ~B + C + ~D + E'],
};

function expectNear(found: number | null | undefined, expected: Value): void {
  if (expected === 'NaN') expect(found).toBeNull();
  else expect(Math.abs((found ?? NaN) - Number(expected))).toBeLessThan(1e-9);
}

/** The part of a run that the tests of solutions do not read. */
function necessaryIn(run: ReferenceRun): Necessary {
  return (run as { necessity?: Necessary }).necessity ?? {};
}

const runs = everyRun()
  .filter(({ run }) => necessaryIn(run).single)
  .map(({ name, problem, run }) => [name, problem, run] as const);

describe('necessity as in R QCA 3.25.1', () => {
  test('there is something to compare', () => {
    expect(runs.length).toBeGreaterThan(200);
  });

  test.each(runs)('%s', (_, problem, run) => {
    const found = seekNecessity(dataOf(problem), run.args.negateOutcome);
    compareSingle(found, necessaryIn(run), problem.data.levels);
    compareCombinations(
      found,
      necessaryIn(run),
      beyondR[`${problem.id}, ${run.args.negateOutcome ? 'absence' : 'presence'}`] ?? [],
    );
  });
});

function compareSingle(
  found: ReturnType<typeof seekNecessity>,
  { single = [] }: Necessary,
  levels: number[],
): void {
  const byExpression = new Map(found.single.map((fit) => [fit.expression, fit]));
  expect(byExpression.size).toBe(single.length);
  for (const { condition, level, inclN, RoN, covN } of single) {
    const isMulti = levels.some((count) => count > 2);
    const fit = byExpression.get(
      isMulti ? `${condition}[${String(level)}]` : `${level === 1 ? '' : '~'}${condition}`,
    );
    expectNear(fit?.inclN, inclN);
    expectNear(fit?.ron, RoN);
    expectNear(fit?.covN, covN);
  }
}

function compareCombinations(
  found: ReturnType<typeof seekNecessity>,
  { superSubset }: Necessary,
  more: string[],
): void {
  const expressions = superSubset?.expressions;
  if (expressions === undefined) return;
  // R says with an error that nothing passes.
  const expected = 'error' in expressions ? [] : expressions;
  const fits = new Map(found.combinations.map((fit) => [canonical(fit.expression), fit]));
  expect([...fits.keys()].sort()).toEqual(
    [...expected.map(({ expr }) => expr), ...more].map(canonical).sort(),
  );
  for (const { expr, inclN, RoN, covN } of expected) {
    const fit = fits.get(canonical(expr));
    expectNear(fit?.inclN, inclN);
    expectNear(fit?.ron, RoN);
    expectNear(fit?.covN, covN);
  }
}

test('combinations of too many conditions stop at a size, and the size is told', () => {
  const width = 14;
  const conditions = Array.from({ length: width }, (_, at) => ({
    label: `C${String(at)}`,
    levels: 2,
    isFuzzy: false,
  }));
  const rows = [1, 0].map((outcome) => ({
    case: String(outcome),
    values: conditions.map((_, at) => (at % 2) ^ outcome),
    outcome,
  }));
  const found = seekNecessity(
    { conditions, outcome: { label: 'O', levels: 2, isFuzzy: false }, rows },
    false,
  );
  // 28 + 364 + 2,912 + 16,016 + 64,064 combinations; the 192,192 of six literals would be beyond 250,000.
  expect(found.largest).toBe(5);
  expect(found.single).toHaveLength(2 * width);
});
