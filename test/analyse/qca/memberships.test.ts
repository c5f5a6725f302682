import { expect, test } from 'vitest';
import { fitOf, uniqueCoverages } from '../../../src/analyse/qca/table/fit.js';
import {
  cornerOf,
  membershipInModel,
  membershipInTerm,
} from '../../../src/analyse/qca/sets/memberships.js';
import { analyseDirection } from '../../../src/analyse/qca/solve/minimise.js';
import type { DataSet } from '../../../src/domain/qca.js';
import { generous, settingsOf } from './references.js';

const fuzzy = (label: string) => ({ label, levels: 2, isFuzzy: true });
const several = { label: 'M', levels: 3, isFuzzy: false };

test('a term is the least of its literals, a model the greatest of its terms, nothing in common the least of all', () => {
  const conditions = [fuzzy('A'), fuzzy('B'), several];
  expect(membershipInTerm(conditions, [0.7, 0.4, 2], [1, 0, null])).toBeCloseTo(0.6);
  expect(membershipInTerm(conditions, [0.7, 0.4, 2], [1, 0, 1])).toBe(0);
  expect(membershipInTerm(conditions, [0.7, 0.4, 2], [null, null, null])).toBe(1);
  expect(membershipInModel(conditions, [0.7, 0.4, 2], [[null, 1, null], [1, null, 2]])).toBe(0.7); // prettier-ignore
  expect(membershipInModel(conditions, [0.7, 0.4, 2], [])).toBe(0);
});

test('a case with a membership of exactly 0.5 has no corner; 0.5 of a multi-value condition does not occur', () => {
  expect(cornerOf([fuzzy('A'), several], [0.51, 2])).toEqual([1, 2]);
  expect(cornerOf([fuzzy('A'), several], [0.49, 0])).toEqual([0, 0]);
  expect(cornerOf([fuzzy('A'), several], [0.5, 1])).toBeNull();
});

test('what is divided by nothing is not defined', () => {
  expect(fitOf([0, 0], [1, 0])).toEqual({ inclS: null, pri: null, covS: 0 });
  expect(fitOf([1, 0], [0, 0])).toEqual({ inclS: 0, pri: 0, covS: null });
  expect(uniqueCoverages([[1, 0]], [1, 0])).toEqual([null]);
  expect(uniqueCoverages([[1, 0], [1, 1]], [1, 1])).toEqual([0, 0.5]); // prettier-ignore
});

function statusOf(outcomes: number[], inclCut: [number] | [number, number] = [1]) {
  const data: DataSet = {
    conditions: [{ label: 'A', levels: 2, isFuzzy: false }],
    outcome: { label: 'Y', levels: 2, isFuzzy: false },
    rows: outcomes.map((outcome, at) => ({ case: `c${String(at)}`, values: [at % 2], outcome })),
  };
  const args = { outcome: 'Y', negateOutcome: false, inclCut, nCut: 1, priCut: 0 };
  const { status, solutions } = analyseDirection(data, settingsOf({ args }), false, generous);
  return [status, ...solutions.map((solution) => solution.status)];
}

test('tables that cannot be minimised say why', () => {
  expect(statusOf([0, 1])).toEqual(['ok', 'ok', 'ok', 'ok']);
  expect(statusOf([0, 0])).toEqual([
    'no-positive-row',
    'nothing-to-explain',
    'nothing-to-explain',
    'nothing-to-explain',
  ]);
  expect(statusOf([1, 1])).toEqual([
    'no-negative-row',
    'no-variation',
    'no-variation',
    'no-variation',
  ]);
  expect(statusOf([1])).toEqual(['no-negative-row', 'ok', 'no-variation', 'no-variation']);
  expect(statusOf([0, 1, 1, 0], [1, 0.4])[0]).toBe('all-contradictory');
});
