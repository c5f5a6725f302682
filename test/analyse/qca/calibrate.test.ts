/** Held to what R's QCA 3.25.1 calibrates, every entry of the reference file. */
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../../src/analyse/qca/calibrate.js';
import type { Calibration } from '../../../src/model.js';
import { suggestThresholds } from '../../../src/sets.js';
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
  const list = named ? order.map((anchor) => named[anchor] ?? NaN) : [thresholds].flat().map(Number);
  return { method: methodOf(args, list.length), thresholds: list, idm, exponents: [below, above] };
}

function methodOf({ logistic = true, ecdf = false, type, method }: Entry['args'], anchors: number): Calibration['method'] {
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

  test.each(reference.calibrate.map((entry) => [entry.variable, JSON.stringify(entry.args), entry] as const))(
    '%s by %s',
    (_, __, entry) => {
      const found = calibrate(entry.x, calibrationOf(entry.args));
      expect(found).toHaveLength(entry.result.length);
      for (const [index, value] of found.entries()) expect(Math.abs(value - (entry.result[index] ?? NaN))).toBeLessThan(1e-9);
    },
  );
});

describe('thresholds are suggested where R’s findTh finds them', () => {
  test.each(reference.findTh.map((entry) => [entry.variable, entry.n, entry] as const))('%s in %i', (_, count, { x, thresholds }) => {
    const found = suggestThresholds(x, count);
    expect(found).toHaveLength(thresholds.length);
    for (const [index, value] of found.entries()) expect(value).toBeCloseTo(thresholds[index] ?? NaN, 9);
  });
});
