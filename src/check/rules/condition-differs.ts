import type { Study } from '../../domain/study.js';
import { namedSets, type KnownSet, type NamedSet } from '../../study/sets.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at conditions and outcomes that are the same in all cases. */
export const conditionDiffers: Rule = {
  id: 'condition-differs',
  severity: 'warning',
  description:
    'At least two cases have an outcome, and the outcome and every condition differ between cases.',
  note: 'What is alike in all cases cannot go along with a difference, and is trivially necessary (Goertz 2006).',
  *check(study) {
    for (const set of namedSets(study)) {
      if (set.isOutcome) yield* fewCases(set);
      yield* constant(study, set);
    }
  },
};

function* fewCases({ condition: { text, place }, raw }: KnownSet): Iterable<Pointer> {
  const known = raw.filter(({ value }) => value !== null);
  if (known.length >= 2) return;
  yield {
    place,
    reason: `Unexpected ${String(known.length)} of ${String(raw.length)} cases with a membership in the outcome \`${text}\`, expected at least two`,
  };
}

function* constant(
  { cases }: Study,
  { condition: { text, place, calibration }, raw, isOutcome }: NamedSet,
): Iterable<Pointer> {
  const known = raw.flatMap(({ value }) => value ?? []);
  const kinds = new Set(
    known.map((value) => (isOutcome ? sideOf(calibration, value) : levelOf(calibration, value))),
  );
  if (known.length < 2 || kinds.size > 1) return;
  const isAll = known.length === cases.length;
  const where = isAll ? 'all cases' : `all ${String(known.length)} cases that have one`;
  const what = isOutcome ? `outcome \`${text}\` on one side` : `condition \`${text}\`, alike`;
  const expected = isOutcome
    ? 'cases with and cases without it'
    : 'a condition that differs; this one explains nothing';
  yield { place, reason: `Unexpected ${what} in ${where}, expected ${expected}` };
}

type Calibrated = KnownSet['condition']['calibration'];

function levelOf(calibration: Calibrated, value: number): number {
  return calibration?.method === 'crisp'
    ? calibration.thresholds.filter((cut) => cut <= value).length
    : value;
}

/** More in than out, or the reverse; methods that need all values are judged by the value itself. */
function sideOf(calibration: Calibrated, value: number): number {
  const { method = 'as-given', thresholds = [] } = calibration ?? {};
  if (method === 'as-given') return Math.sign(value - 0.5);
  const hasCrossover = method === 'direct' || (method === 'linear' && thresholds.length === 3);
  return hasCrossover ? Math.sign(value - (thresholds[1] ?? 0)) : levelOf(calibration, value);
}
