/** What an operator asks of a qualitative comparative analysis, held to what can be asked; named as in R's `truthTable` and `minimize`. */
import type { Settings } from '../../analyse/qca/search/settings.js';
import type { Direction, Qca, Solution } from '../../analyse/qca/schema.js';
import { setsOf } from '../../analyse/qca/sets/from-study.js';
import type { Condition, ModelChoice } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import { indexFramework } from '../../study/framework.js';
import { nearest } from '../../text/names.js';
import { findSet } from '../../study/sets.js';
import { UserError } from '../../domain/user-error.js';

/** Settings over those of the study, or over the defaults. */
export interface QcaOptions {
  /** Cases that a row of the truth table needs; 1 unless given. */
  nCut?: number;
  /** Inclusion from which a row is positive, 0 to 1; a second, lower one from which it is contradictory. */
  inclCut?: number[];
  /** PRI that a positive row needs, 0 to 1. */
  priCut?: number;
  rowDominance?: boolean;
  /** Covers of the fewest terms, or all from which no term can be taken. */
  models?: ModelChoice;
  /** Contradictory rows may be taken as positive, like remainders. */
  includeContradictions?: boolean;
  /** What is expected to contribute to the outcome: `A`, `~B`, `C{1}`. */
  expect?: string[];
  /** Kinds of solution to show; all unless given. */
  solutions?: Solution['kind'][];
  /** Shows the absence of the outcome alone. Both are analysed in any case. */
  negate?: boolean;
}

/** The settings that the options give. Throws a `UserError` for one that is out of its range. */
export function settingsOf({
  nCut,
  inclCut,
  priCut,
  rowDominance,
  models,
  includeContradictions,
}: QcaOptions): Partial<Settings> {
  if (nCut !== undefined && !(Number.isInteger(nCut) && nCut >= 1))
    refuse(nCut, 'n-cut', 'a whole number of cases from 1');
  if (priCut !== undefined && !isShare(priCut)) refuse(priCut, 'pri-cut', 'a number from 0 to 1');
  return {
    ...(nCut !== undefined && { nCut }),
    ...(inclCut !== undefined && { inclCut: checkInclCut(inclCut) }),
    ...(priCut !== undefined && { priCut }),
    ...(rowDominance !== undefined && { rowDominance }),
    ...(models !== undefined && { models }),
    ...(includeContradictions !== undefined && { includeContradictions }),
  };
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 1;
}

function refuse(value: number | string, of: string, expected: string): never {
  throw new UserError(`Unexpected \`${String(value)}\` as ${of}, expected ${expected}`);
}

function checkInclCut(cuts: number[]): Settings['inclCut'] {
  const [first, second, ...more] = cuts;
  const outside = cuts.find((cut) => !isShare(cut));
  if (outside !== undefined) refuse(outside, 'incl-cut', 'a number from 0 to 1');
  if (first === undefined || more.length > 0)
    refuse(cuts.join(','), 'incl-cut', 'one cut-off, or two such as `0.8,0.5`');
  if (second === undefined) return [first];
  if (second >= first)
    refuse(
      cuts.join(','),
      'incl-cut',
      'the second cut-off, of contradictory rows, below the first',
    );
  return [first, second];
}

/** The study with these options over what its study.md says. Throws a `UserError` for an expectation of no condition. */
export function planned(study: Study, options: QcaOptions): Study {
  const { nCut, inclCut, priCut, rowDominance, models, includeContradictions } =
    settingsOf(options);
  const { qca, conditions } = study.protocol;
  const plan = {
    ...qca,
    nCut: nCut ?? qca.nCut,
    inclCut: inclCut ?? qca.inclCut,
    priCut: priCut ?? qca.priCut,
    rowDominance: rowDominance ?? qca.rowDominance,
    models: models ?? qca.models,
    includeContradictions: includeContradictions ?? qca.includeContradictions,
  };
  const expecting = options.expect ? withExpectations(study, options.expect) : conditions;
  return { ...study, protocol: { ...study.protocol, conditions: expecting, qca: plan } };
}

function withExpectations(study: Study, expect: string[]): Condition[] {
  const { conditions } = setsOf(study);
  const levels = expectationsOf(expect, conditions);
  const levelsOf = new Map(conditions.map(({ id }, at) => [id, levels[at] ?? null]));
  const index = indexFramework(study.framework);
  return study.protocol.conditions.map((condition) => {
    const expected = levelsOf.get(findSet(study, condition, index)?.id ?? '');
    return expected
      ? { ...condition, expects: { levels: expected, place: condition.place } }
      : condition;
  });
}

/** What of a condition an expectation needs to know. */
interface Expectable {
  label: string;
  levels: number;
}

/** The expected levels by condition. Throws a `UserError` for a name or a level that no condition has. */
export function expectationsOf(
  expect: string[],
  conditions: Expectable[],
): Settings['expectations'] {
  const levels = conditions.map(() => new Set<number>());
  for (const written of expect) {
    const [, not = '', name = '', level] =
      /^([~!]?)\s*(.*?)\s*(?:[{[](\d+)[}\]])?$/s.exec(written) ?? [];
    const index = conditions.findIndex(({ label }) => label === name);
    const condition = conditions[index];
    if (!condition)
      throw new UserError(
        unknownName(
          name,
          'expectation',
          conditions.map(({ label }) => label),
        ),
      );
    levels[index]?.add(
      levelOf(written, condition, {
        isNot: not !== '',
        level: level === undefined ? null : Number(level),
      }),
    );
  }
  return levels.map((each) => (each.size === 0 ? null : [...each].sort((a, b) => a - b)));
}

function levelOf(
  written: string,
  { label, levels }: Expectable,
  { isNot, level }: { isNot: boolean; level: number | null },
): number {
  if (level !== null && !isNot && level < levels) return level;
  if (level === null && levels === 2) return isNot ? 0 : 1;
  const last = String(levels - 1);
  return refuse(
    written,
    'expectation',
    levels === 2
      ? `\`${label}\` or \`~${label}\``
      : `a level from \`${label}{0}\` to \`${label}{${last}}\``,
  );
}

/** ``Unexpected X `a`, expected …; did you mean `b`?`` */
export function unknownName(name: string, of: string, known: string[]): string {
  const meant = nearest(name, known);
  const hint = meant === null ? '' : `; did you mean \`${meant}\`?`;
  const shown = known.slice(0, 12).map((each) => `\`${each}\``);
  const rest =
    known.length > shown.length ? ` and ${String(known.length - shown.length)} more` : '';
  return `Unexpected ${of} \`${name}\`, expected one of ${shown.join(', ')}${rest}${hint}`;
}

/** The part of a result that is asked for: directions and kinds of solution. The result keeps its form. */
export function shownPart(
  qca: Qca,
  { solutions, negate, expect }: Pick<QcaOptions, 'solutions' | 'negate' | 'expect'>,
): Qca {
  const asked = expect && expectationsOf(expect, qca.conditions);
  // Whatever study.md says too, it is the operator who expects this.
  const conditions = qca.conditions.map((each, at) =>
    asked?.[at] ? { ...each, expectedBy: null } : each,
  );
  const directions = qca.directions.filter(({ isNegated }) => !negate || isNegated);
  return {
    ...qca,
    conditions,
    directions: solutions ? directions.map((each) => withSolutions(each, solutions)) : directions,
  };
}

type Kinds = NonNullable<QcaOptions['solutions']>;

function withSolutions(direction: Direction, kinds: Kinds): Direction {
  const isShown = ({ kind }: Solution) => kinds.includes(kind);
  const enhanced = direction.enhanced && {
    ...direction.enhanced,
    solutions: direction.enhanced.solutions.filter(isShown),
  };
  return { ...direction, solutions: direction.solutions.filter(isShown), enhanced };
}

/**
 * The result as it is told in words: what counterfactuals say rests on the parsimonious and the intermediate solution beside each
 * other, so without one of them nothing is said of them.
 */
export function tellable(qca: Qca): Qca {
  const hasBoth = ({ solutions }: Direction) =>
    ['parsimonious', 'intermediate'].every((kind) => solutions.some((each) => each.kind === kind));
  const bare = (solution: Solution): Solution => ({
    ...solution,
    models: solution.models.map((model) => ({
      ...model,
      assumptions: [],
      easy: [],
      difficult: [],
    })),
  });
  return {
    ...qca,
    directions: qca.directions.map((each) =>
      hasBoth(each)
        ? each
        : { ...each, solutions: each.solutions.map(bare), contradictoryAssumptions: [] },
    ),
  };
}
