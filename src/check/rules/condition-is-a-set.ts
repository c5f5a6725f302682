import type { Condition } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import { keyOf, nearest } from '../../text/names.js';
import {
  levelsOf,
  mostConditions,
  namedSets,
  outcomeOf,
  type KnownSet,
  type NamedSet,
} from '../../study/sets.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at conditions that are no set, share a name, or expect a level that they do not have. */
export const conditionIsASet: Rule = {
  id: 'condition-is-a-set',
  severity: 'error',
  description:
    'Conditions and outcome are different sets, each with a name of its own, and expectations are levels that they have.',
  note: 'Which conditions enter decides what can be found; they are few, and chosen by theory before the analysis (Berg-Schlosser & De Meur 2009).',
  *check(study) {
    const { conditions } = study.protocol;
    if (conditions.length === 0) return;
    yield* numberOfConditions(study);
    const outcome = outcomeOf(study);
    const named = [...(outcome ? [outcome] : []), ...conditions];
    for (const condition of named) yield* unknownAttribute(study, condition);
    const sets = namedSets(study);
    for (const [at, set] of sets.entries()) {
      yield* usedTwice(set, sets.slice(0, at));
      yield* legendWithoutMemberships(study, set);
      yield* levelsThatAreNot(set);
    }
  },
};

function* numberOfConditions({ protocol: { conditions, outcome, qca } }: Study): Iterable<Pointer> {
  const [first] = conditions;
  const beyond = conditions[mostConditions];
  if (first && !outcome && !qca.outcome)
    yield {
      place: first.place,
      reason:
        'Unexpected conditions without an outcome, expected `outcome:`, or `qca:` with `outcome:` in it',
    };
  if (beyond) {
    const expected = `at most ${String(mostConditions)}: more have configurations beyond any number of cases`;
    yield {
      place: beyond.place,
      reason: `Unexpected ${String(conditions.length)} conditions, expected ${expected}`,
    };
  }
}

function* unknownAttribute({ cases }: Study, { kind, text, place }: Condition): Iterable<Pointer> {
  const written = cases.flatMap(({ attributes }) => [...attributes.keys()]);
  const names = [...new Map(written.map((name) => [keyOf(name), name])).values()];
  if (kind === 'component' || names.some((name) => keyOf(name) === keyOf(text))) return;
  const expected =
    names.length > 0
      ? `an attribute of a case (${listed(names)})`
      : 'an attribute in the front matter of the case notes';
  yield {
    place,
    reason: `Unexpected attribute \`${text}\`, expected ${expected}${hinted(nearest(text, names))}`,
    expected: names,
  };
}

function* usedTwice(
  { id, condition: { text, label, place } }: KnownSet,
  before: KnownSet[],
): Iterable<Pointer> {
  const same = before.find((other) => other.id === id);
  if (same)
    yield {
      place,
      cause: same.condition.place,
      reason: `Unexpected \`${text}\` a second time, expected each set once`,
    };
  const twin = label && before.find((other) => other.condition.label?.text === label.text);
  if (twin) {
    const reason = `Unexpected label \`${label.text}\` a second time, expected a name of its own for each set`;
    yield { place: label.place, cause: twin.condition.place, reason };
  }
}

function* legendWithoutMemberships(
  { protocol: { legend } }: Study,
  { component, condition: { text, place } }: KnownSet,
): Iterable<Pointer> {
  if (!component || legend.some(({ membership }) => membership !== null)) return;
  yield {
    place,
    reason: `Unexpected \`${text}\` without memberships, expected ratings with \`membership:\` in the legend`,
  };
}

function* levelsThatAreNot({ condition, raw, isOutcome }: NamedSet): Iterable<Pointer> {
  const { calibration, expects, text, place } = condition;
  const values = raw.flatMap(({ value }) => value ?? []);
  const levels = calibration ? levelsOf(calibration, values) : 2;
  if (isOutcome && levels > 2) {
    const expected = 'a crisp or a fuzzy set: one threshold, or anchors';
    yield {
      place,
      reason: `Unexpected ${String(levels)} levels of the outcome \`${text}\`, expected ${expected}`,
    };
  }
  const beyond = Array.isArray(expects?.levels)
    ? expects.levels.find((level) => level >= levels)
    : undefined;
  if (expects && beyond !== undefined)
    yield {
      place: expects.place,
      reason: `Unexpected level \`${String(beyond)}\` of \`${text}\`, expected 0 to ${String(levels - 1)}`,
    };
}
