/** From a study to sets: ratings by the legend's membership, numbers by their calibration. What has no membership stays open. */
import { symbolOf } from '../../../study/legend.js';
import type { Calibration } from '../../../domain/qca.js';
import type { Component } from '../../../domain/framework.js';
import type { Study } from '../../../domain/study.js';
import { namedSets, standsAsGiven, type KnownSet } from '../../../study/sets.js';
import { expectationsOf } from '../../../study/entries.js';
import { calibrate, shapeOf } from './calibrate.js';
import { labelsFor } from './labels.js';
import type { Qca } from '../schema.js';

type Column = NonNullable<Qca['outcome']>;

/** The calibrated data of a study, with all that is open. */
export type Sets = Pick<Qca, 'conditions' | 'outcome' | 'cases'>;

/** Leaves out unknown conditions and the outcome itself; rules report these at their places. */
export function setsOf(study: Study): Sets {
  const sets = namedSets(study);
  const outcome = sets.find(({ isOutcome }) => isOutcome) ?? null;
  const isNew = (set: KnownSet, at: number, all: KnownSet[]) =>
    all.findIndex(({ id }) => id === set.id) === at && set.id !== outcome?.id;
  const known = sets.filter(({ isOutcome }) => !isOutcome).filter(isNew);
  const labels = labelsFor([...known, ...(outcome ? [outcome] : [])].map(namingOf));
  const made = known.map((set, at) => madeOf(study, set, labels[at] ?? set.id));
  const madeOutcome = outcome && madeOf(study, outcome, labels.at(-1) ?? outcome.id);
  const columns = [...known, ...(outcome ? [outcome] : [])];
  return {
    conditions: made.map(({ column }, at) => ({
      ...column,
      ...expectationOf(study, known[at], column.levels),
    })),
    outcome: madeOutcome?.column ?? null,
    cases: study.cases.map(({ id }, at) => ({
      case: id,
      values: made.map(({ values }) => values[at] ?? null),
      outcome: madeOutcome?.values[at] ?? null,
      raw: [...columns.map(({ raw }) => raw[at]?.text ?? null), ...(outcome ? [] : [null])],
    })),
  };
}

function namingOf({ condition: { label }, component, id }: KnownSet): {
  label: string | null;
  name: string;
} {
  return { label: label?.text ?? null, name: component?.code ?? id };
}

function madeOf(
  { protocol: { legend } }: Study,
  { id, component, condition, raw }: KnownSet,
  label: string,
) {
  const values = raw.map(({ value }) => value);
  const origin: Column['of'] = condition.kind;
  if (component || !condition.calibration) {
    const isFuzzy = legend.some(
      ({ membership }) => membership !== null && membership > 0 && membership < 1,
    );
    const calibration = {
      method: 'membership' as const,
      thresholds: [],
      idm: null,
      exponents: null,
    };
    return { values, column: { id, label, of: origin, levels: 2, isFuzzy, calibration } };
  }
  const usable = withoutUnfit(values, condition.calibration);
  const known = usable.filter((value) => value !== null);
  const results = calibrate(known, condition.calibration);
  const column = {
    id,
    label,
    of: origin,
    ...shapeOf(condition.calibration, known),
    calibration: toldOf(condition.calibration),
  };
  return {
    column,
    values: usable.map((value) => (value === null ? null : (results.shift() ?? null))),
  };
}

/** Treats values that cannot be calibrated as open; a rule reports them at their places. */
function withoutUnfit(values: (number | null)[], { method }: Calibration): (number | null)[] {
  const known = values.filter((value) => value !== null);
  return values.map((value) => {
    if (value === null || (method === 'indirect' && value <= 0)) return null;
    return method !== 'as-given' || standsAsGiven(value, known) ? value : null;
  });
}

function toldOf({ method, thresholds, idm, exponents }: Calibration): Column['calibration'] {
  return {
    method,
    thresholds,
    idm: method === 'direct' ? idm : null,
    exponents: method === 'linear' ? exponents : null,
  };
}

type Expectation = Pick<Qca['conditions'][number], 'expects' | 'expectedBy'>;

/** Expectations in study.md override those of the propositions. */
function expectationOf(study: Study, set: KnownSet | undefined, levels: number): Expectation {
  const said = set?.condition.expects?.levels;
  if (said !== undefined) {
    const expects =
      said === '+' ? [levels - 1] : said === '-' ? [0] : said.filter((level) => level < levels);
    return { expects, expectedBy: 'study.md' };
  }
  return set?.component
    ? byPropositions(study, set.component)
    : { expects: null, expectedBy: null };
}

/** The side of the expected rating; null if propositions contradict each other. */
function byPropositions(study: Study, { propositions, see }: Component): Expectation {
  const { legend } = study.protocol;
  const expectations = expectationsOf(study);
  const sides = [...propositions.map(({ id }) => id), ...see].flatMap((id) => {
    const { expects = null, proposition } = expectations.get(id) ?? {};
    const symbol =
      expects !== null && proposition
        ? symbolOf({ text: expects, place: proposition.place }, legend)
        : null;
    const membership = legend.find((rating) => rating.symbol === symbol)?.membership ?? 0.5;
    return membership === 0.5 ? [] : [{ id, level: membership > 0.5 ? 1 : 0 }];
  });
  const [first] = sides;
  if (!first || sides.some(({ level }) => level !== first.level))
    return { expects: null, expectedBy: null };
  return { expects: [first.level], expectedBy: first.id };
}
