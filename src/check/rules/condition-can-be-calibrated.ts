import type { Condition } from '../../domain/qca.js';
import {
  highestLevel,
  namedSets,
  standsAsGiven,
  suggestThresholds,
  type KnownSet,
  type RawValue,
} from '../../study/sets.js';
import { hinted } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at attributes that are conditions and whose values give no membership. */
export const conditionCanBeCalibrated: Rule = {
  id: 'condition-can-be-calibrated',
  severity: 'error',
  description:
    'Attributes that are conditions are numbers of which their calibration makes a membership or a level.',
  note: 'A set is made by anchors that stand for something outside the data; a number without them is no membership (Ragin 2008, ch. 5).',
  *check(study) {
    for (const set of namedSets(study)) if (!set.component) yield* checkNumbers(set);
  },
};

function* checkNumbers({ condition, raw }: KnownSet): Iterable<Pointer> {
  const numbers = raw.flatMap(({ value }) => value ?? []);
  for (const each of raw) {
    if (each.text !== null && each.value === null) yield notANumber(condition, each);
    else if (each.value !== null) yield* misfit(condition, each, each.value, numbers);
  }
}

/** `1,200` and `45 %` are probably 1200 and 45, but 1.2 and 0.45 cannot be ruled out. */
const almostNumber = /^([-+]?\d+(?:[,\s'’]\d{3})*(?:\.\d+)?)\s*%?$/u;

function notANumber({ text: name }: Condition, { text, place, case: id }: RawValue): Pointer {
  const [, number] = almostNumber.exec(text ?? '') ?? [];
  const meant = number?.replace(/[,\s'’]/gu, '') ?? null;
  return {
    place,
    reason: `Unexpected \`${text ?? ''}\` as \`${name}\` of \`${id}\`, expected a number${hinted(meant)}`,
  };
}

function* misfit(
  { text: name, calibration }: Condition,
  { place, case: id }: RawValue,
  value: number,
  all: number[],
): Iterable<Pointer> {
  const found = `Unexpected \`${String(value)}\` as \`${name}\` of \`${id}\``;
  if (calibration?.method === 'indirect' && value <= 0) {
    yield {
      place,
      reason: `${found}, expected a number above 0: \`indirect\` takes its logarithm`,
    };
  }
  if (calibration?.method === 'as-given' && !standsAsGiven(value, all)) {
    const [gap] = suggestThresholds(all, 1);
    const remedy =
      gap === undefined
        ? ''
        : ` (the widest gap between groups of values is at \`${String(Number(gap.toPrecision(6)))}\`)`;
    const expected = `a membership of 0 to 1 or a level of 0 to ${String(highestLevel)}; else give the condition \`anchors\` or \`thresholds\``;
    yield { place, reason: `${found}, expected ${expected}${remedy}` };
  }
}
