/** Held to what R's QCA 3.25.1 calibrates, every entry of the reference file. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../../src/analyse/qca/sets/calibrate.js';
import type { Calibration } from '../../../src/domain/qca.js';
import { suggestThresholds } from '../../../src/study/sets.js';
import { loadReference } from './references.js';

interface Entry {
  variable: string;
  x: number[];
  args: {
    thresholds?: number | number[] | { [anchor: string]: number };
    idm?: number;
    logistic?: boolean;
    ecdf?: boolean;
    below?: number;
    above?: number;
    type?: string;
    method?: string;
  };
  result: number[];
}

const reference = loadReference<{
  calibrate: Entry[];
  findTh: { variable: string; x: number[]; n: number; thresholds: number[] }[];
}>('calibration');

/** What R is told, in our words. */
function calibrationOf(args: Entry['args']): Calibration {
  const { thresholds = [], idm = 0.95, below = 1, above = 1 } = args;
  const named = typeof thresholds === 'object' && !Array.isArray(thresholds) ? thresholds : null;
  const order = named && 'e1' in named ? ['e1', 'c1', 'i1', 'i2', 'c2', 'e2'] : ['e', 'c', 'i'];
  const list = named
    ? order.map((anchor) => named[anchor] ?? NaN)
    : [thresholds].flat().map(Number);
  return { method: methodOf(args, list.length), thresholds: list, idm, exponents: [below, above] };
}

function methodOf(
  { logistic = true, ecdf = false, type, method }: Entry['args'],
  anchors: number,
): Calibration['method'] {
  if (type === 'crisp') return 'crisp';
  if (method === 'indirect') return 'indirect';
  if (method === 'TFR') return 'ranks';
  if (anchors === 3 && logistic) return 'direct';
  return ecdf ? 'ecdf' : 'linear';
}

describe('calibration gives the memberships of R QCA 3.25.1', () => {
  test('there are entries of every method', () => {
    const methods = new Set(reference.calibrate.map(({ args }) => calibrationOf(args).method));
    expect([...methods].sort()).toEqual(['crisp', 'direct', 'ecdf', 'indirect', 'linear', 'ranks']);
  });

  test.each(
    reference.calibrate.map(
      (entry) => [entry.variable, JSON.stringify(entry.args), entry] as const,
    ),
  )('%s by %s', (_, __, entry) => {
    const found = calibrate(entry.x, calibrationOf(entry.args));
    expect(found).toHaveLength(entry.result.length);
    for (const [index, value] of found.entries())
      expect(Math.abs(value - (entry.result[index] ?? NaN))).toBeLessThan(1e-9);
  });
});

describe('thresholds are suggested where R’s findTh finds them', () => {
  test.each(reference.findTh.map((entry) => [entry.variable, entry.n, entry] as const))(
    '%s in %i',
    (_, count, { x, thresholds }) => {
      const found = suggestThresholds(x, count);
      expect(found).toHaveLength(thresholds.length);
      for (const [index, value] of found.entries())
        expect(value).toBeCloseTo(thresholds[index] ?? NaN, 9);
    },
  );
});

describe('whatever the values and anchors are', () => {
  const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8);
  const anchors = fc
    .uniqueArray(number, { minLength: 6, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b));
  const settings = { idm: 0.95, exponents: [2, 0.5] as [number, number] };

  test.each(['direct', 'linear', 'ecdf', 'indirect', 'ranks'] as const)(
    '%s gives memberships',
    (method) => {
      const property = fc.property(fc.array(number, { maxLength: 30 }), anchors, (values, six) => {
        const positive =
          method === 'indirect' ? values.map((value) => Math.abs(value) + 0.125) : values;
        for (const thresholds of [
          six.slice(0, 3),
          six.slice(0, 3).reverse(),
          ...(method === 'linear' ? [six] : []),
        ]) {
          const found = calibrate(positive, {
            method,
            thresholds: method === 'indirect' ? six.slice(3) : thresholds,
            ...settings,
          });
          expect(found).toHaveLength(values.length);
          for (const degree of found) expect(degree >= 0 && degree <= 1, String(found)).toBe(true);
        }
      });
      fc.assert(property);
    },
  );

  test('degrees rise with the values where the anchors rise, and fall where they fall', () => {
    const property = fc.property(
      fc.array(number, { minLength: 2, maxLength: 20 }),
      anchors,
      (values, six) => {
        const sorted = [...values].sort((a, b) => a - b);
        for (const method of ['direct', 'linear', 'ecdf'] as const) {
          const thresholds = six.slice(0, 3);
          const rising = calibrate(sorted, { method, thresholds, ...settings });
          const falling = calibrate(sorted, {
            method,
            thresholds: thresholds.toReversed(),
            ...settings,
          });
          expect([...rising].sort((a, b) => a - b)).toEqual(rising);
          expect([...falling].sort((a, b) => b - a)).toEqual(falling);
        }
      },
    );
    fc.assert(property);
  });
});
