/** What an operator asks of a qualitative comparative analysis, held to what can be asked; named as in R's `truthTable` and `minimize`. */
import type { Settings } from '../../analyse/qca/search/settings.js';
import type { Solution } from '../../analyse/qca/schema.js';
import type { ModelChoice } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import { refuse } from './refuse.js';
import { withExpectations } from './expectations.js';

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
