import type { QcaPlan } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import { namedSets, type KnownSet, type NamedSet } from '../../study/sets.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at cases without a membership in a condition or the outcome, or with one of exactly 0.5. */
export const membershipIsDecided: Rule = {
  id: 'membership-is-decided',
  severity: 'warning',
  description:
    'Every case has a membership in each condition and in the outcome, and none is exactly 0.5.',
  note: 'A case in the middle belongs to no configuration; a mark without a membership is not 0.5 but unknown (Schneider & Wagemann 2012).',
  *check(study) {
    // A legend without memberships has a message of its own.
    const isBlank = study.protocol.legend.every(({ membership }) => membership === null);
    for (const set of namedSets(study))
      if (!isBlank || !set.component) yield* undecided(study, set);
  },
};

const consequences: { [unclear in QcaPlan['unclear']]: string } = {
  complete: 'every way to settle it is run',
  'leave-out-condition': 'the condition is left out',
  'leave-out-case': 'the case is left out',
};

function* undecided(
  { protocol: { qca } }: Study,
  { condition, component, raw, isOutcome }: NamedSet,
): Iterable<Pointer> {
  const what = `\`${condition.text}\``;
  for (const { case: id, text, value, place } of raw) {
    // A text that is no number has a message of its own.
    const isOpen = value === null && (component !== null || text === null);
    const consequence = isOutcome ? 'the case is left out' : consequences[qca.unclear];
    const found =
      text === null
        ? `case \`${id}\` without a value`
        : `\`${text}\` of \`${id}\` without a membership`;
    if (isOpen)
      yield {
        place,
        reason: `Unexpected ${found} in ${what}, expected one, without which ${consequence}`,
      };
    else if (value !== null && isHalf(condition.calibration, value))
      yield {
        place,
        reason: `Unexpected \`${text ?? ''}\` of \`${id}\` in ${what}, which is a membership of 0.5, expected more or less`,
      };
  }
}

/** At the crossover, or given as 0.5. Methods that need all values are left to the result. */
function isHalf(calibration: KnownSet['condition']['calibration'], value: number): boolean {
  if (!calibration || calibration.method === 'as-given') return value === 0.5;
  const { method, thresholds } = calibration;
  return (
    (method === 'direct' || method === 'linear') &&
    (thresholds[1] === value || thresholds[4] === value)
  );
}
