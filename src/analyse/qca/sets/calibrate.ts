/**
 * From numbers to sets. Direct method: Ragin 2008, ch. 5, pp. 89–94; straight lines, bells and ranks: Dusa 2019, ch. 4;
 * totally fuzzy and relative: Cheli & Lemmi 1995. A value at the crossover becomes 0.5; callers must warn of it.
 */
import type { Calibration } from '../../../domain/qca.js';
import { levelsOf } from '../../../study/sets.js';
import { fitCurve } from './indirect.js';

/** The memberships or levels of these values; those of `ranks`, `ecdf` and `indirect` depend on all of them. */
export function calibrate(
  values: number[],
  { method, thresholds, idm, exponents }: Calibration,
): number[] {
  if (values.length === 0) return [];
  switch (method) {
    case 'direct':
      return values.map(logistic(thresholds, idm));
    case 'linear':
      return values.map(
        thresholds.length === 6 ? bell(thresholds, exponents) : straight(thresholds, exponents),
      );
    case 'ecdf':
      return values.map(byDistribution(values, thresholds));
    case 'indirect':
      return fitCurve(values, thresholds);
    case 'crisp':
      return values.map((value) => thresholds.filter((threshold) => threshold <= value).length);
    case 'ranks':
      return values.map(byRank(values));
    case 'as-given':
      return values;
  }
}

/** How many levels the set has, and whether it is fuzzy. */
export function shapeOf(
  calibration: Pick<Calibration, 'method' | 'thresholds'>,
  values: number[],
): { levels: number; isFuzzy: boolean } {
  const isGiven =
    calibration.method === 'as-given' && values.every((value) => Number.isInteger(value));
  return {
    levels: levelsOf(calibration, values),
    isFuzzy: calibration.method !== 'crisp' && !isGiven,
  };
}

type Degree = (value: number) => number;

/** Log odds that are proportional to the distance from the crossover, and those of `idm` at the anchors. */
function logistic([out = 0, crossover = 0, full = 0]: number[], idm: number): Degree {
  const odds = Math.log(idm / (1 - idm));
  return (value) => {
    const isTowardsFull = full > out ? value >= crossover : value <= crossover;
    const distance = (value - crossover) / Math.abs((isTowardsFull ? full : out) - crossover);
    const degree = 1 / (1 + Math.exp(-odds * (full > out ? distance : -distance)));
    return settled(degree);
  };
}

/** As in R: smaller differences are ignored. */
function settled(degree: number): number {
  return degree < 0.0001 ? 0 : degree > 0.9999 ? 1 : degree;
}

/** Exponents bend the line below and above the crossover; with 1 and 1 it is straight. */
function straight(
  [out = 0, crossover = 0, full = 0]: number[],
  [below, above]: [number, number],
): Degree {
  return (value) => {
    const [low, high] = [(value - out) / (crossover - out), (full - value) / (full - crossover)];
    if (low <= 0) return 0;
    if (high <= 0) return 1;
    return settled(high > 1 ? low ** below / 2 : 1 - high ** above / 2);
  };
}

/** Anchors of the rise, then of the fall. Between them lies inclusion, or exclusion if the bell is inverted. */
function bell(anchors: number[], exponents: [number, number]): Degree {
  const rise = straight(anchors.slice(0, 3), exponents);
  const fall = straight(anchors.slice(3).reverse(), exponents);
  const isInverted = (anchors[0] ?? 0) > (anchors[2] ?? 0);
  return (value) => (isInverted ? Math.max : Math.min)(rise(value), fall(value));
}

/** Between the anchors degrees follow the order of the values, not their distances. */
function byDistribution(values: number[], anchors: number[]): Degree {
  const [out = 0, crossover = 0, full = 0] = anchors;
  if (out > full) {
    const rising = byDistribution(values, [full, crossover, out]);
    return (value) => 1 - rising(value);
  }
  const lower = distributionOf(values.filter((value) => value >= out && value < crossover));
  const upper = distributionOf(values.filter((value) => value >= crossover && value <= full));
  return (value) => {
    if (value < out) return 0;
    if (value > full) return 1;
    return value < crossover ? lower(value) / 2 : 0.5 + upper(value) / 2;
  };
}

/** 0 for the lowest value, 1 for the highest, the share of cases below in between. */
function byRank(values: number[]): Degree {
  const share = distributionOf(values);
  const lowest = share(Math.min(...values));
  return (value) => (lowest === 1 ? 0 : Math.max(0, (share(value) - lowest) / (1 - lowest)));
}

/** The empirical cumulative distribution function. */
function distributionOf(values: number[]): Degree {
  return (value) => values.filter((other) => other <= value).length / values.length;
}
