/**
 * Qualitative comparative analysis: of data, or of the sets that a study's ratings and attributes make. Its folders:
 * - sets: makes sets of ratings, attributes or a data set, calibrating numbers;
 * - table: the truth table, necessary conditions, measures of fit, and terms as they are written;
 * - solve: from the truth table to conservative, parsimonious and intermediate solutions;
 * - algebra: sets of numbers as bits, and sets of configurations as cubes;
 * - search: the settings of an analysis, and the counts at which its search stops.
 */
import type { DataSet, QcaPlan, SetColumn } from '../../domain/qca.js';
import type { Study } from '../../domain/study.js';
import { defaultCaps } from './search/caps.js';
import { cautionsOf } from './cautions.js';
import { complete } from './completions.js';
import { contrastDirections } from './solve/enhanced.js';
import type { Settings, Watch } from './search/settings.js';
import { setsOfData } from './sets/from-data.js';
import { setsOf } from './sets/from-study.js';
import { analyseDirection } from './solve/minimise.js';
import { seekNecessity } from './table/necessity.js';
import type { Direction, Qca } from './schema.js';
import { problemOf, settle, type Settled } from './sets/settle.js';

/** The defaults of R, so that published results can be reproduced. */
const defaults: Omit<Settings, 'expectations'> = {
  nCut: 1,
  inclCut: [1],
  priCut: 0,
  rowDominance: false,
  models: 'minimal',
  includeContradictions: false,
};

/**
 * Analyses a data set for its outcome and for the absence of it, with R's defaults. Problems of the data are part of the
 * result. Throws a `UserError` for values outside their set.
 */
export function analyseData(data: DataSet, settings: Partial<Settings> = {}, watch?: Watch): Qca {
  const settled = settle(setsOfData(data, settings.expectations ?? []), 'complete');
  return compose(settled, { ...settings, unclear: 'complete' }, watch);
}

/** Analyses the sets that study.md names under `conditions:`; null where it names none. */
export function analyseSets(study: Study, watch?: Watch): Qca | null {
  const { conditions, qca: plan } = study.protocol;
  if (conditions.length === 0) return null;
  const settled = settle(setsOf(study), plan.unclear);
  return compose(settled, { ...chosen(plan, settled), unclear: plan.unclear }, watch);
}

/** What study.md says. Fuzzy rows hardly ever reach an inclusion of 1; 0.8 is usual (Schneider & Wagemann 2012). */
function chosen(
  { nCut, inclCut, priCut, rowDominance, models, includeContradictions }: QcaPlan,
  { conditions, outcome }: Settled,
): Partial<Settings> {
  const isFuzzy = [...conditions, ...(outcome ? [outcome] : [])].some((column) => column.isFuzzy);
  return {
    ...(nCut !== null && { nCut }),
    inclCut: inclCut ?? (isFuzzy ? [0.8] : [1]),
    ...(priCut !== null && { priCut }),
    rowDominance,
    models,
    includeContradictions,
  };
}

type Plan = Partial<Settings> & Pick<QcaPlan, 'unclear'>;

function compose(settled: Settled, { unclear, ...given }: Plan, watch?: Watch): Qca {
  const { conditions, outcome, cases, leftOut } = settled;
  const settings: Settings = {
    ...defaults,
    ...given,
    expectations: conditions.map(({ expects }) => expects),
  };
  const { nCut, inclCut, priCut, rowDominance, models, includeContradictions } = settings;
  const told = { nCut, inclCut, priCut, rowDominance, models, includeContradictions, unclear };
  const start = {
    problem: problemOf(settled),
    conditions,
    outcome,
    settings: told,
    cases,
    leftOut,
    unassigned: [],
    directions: [],
  };
  if (start.problem || !outcome) return { ...start, completions: null, cautions: [] };
  const columns = { conditions: conditions.map(columnOf), outcome: columnOf(outcome) };
  const rows = settled.rows.flatMap(({ values, ...row }) =>
    isKnown(values) ? [{ ...row, values }] : [],
  );
  const open = { ...columns, rows: settled.rows };
  const result = {
    ...start,
    unassigned: unassignedIn(settled),
    directions: problemOf({ ...settled, rows })
      ? []
      : directionsOf({ ...columns, rows }, settings, watch),
    completions: complete(open, settings, watch),
  };
  return { ...result, cautions: cautionsOf(result, open) };
}

function columnOf({ label, levels, isFuzzy }: SetColumn): SetColumn {
  return { label, levels, isFuzzy };
}

function isKnown(values: (number | null)[]): values is number[] {
  return !values.includes(null);
}

function directionsOf(data: DataSet, settings: Settings, watch?: Watch): Direction[] {
  const options = { caps: defaultCaps, watch };
  const [presence, absence] = [
    analyseDirection(data, settings, false, options),
    analyseDirection(data, settings, true, options),
  ] as const;
  const contrasts = contrastDirections([presence, absence]);
  return [presence, absence].flatMap(({ isNegated, status, truthTable, solutions }, at) => {
    const contrast = contrasts[at];
    const expression = `${isNegated ? '~' : ''}${data.outcome.label}`;
    return contrast
      ? [
          {
            isNegated,
            expression,
            status,
            truthTable,
            necessity: seekNecessity(data, isNegated),
            solutions,
            ...contrast,
          },
        ]
      : [];
  });
}

/** Cases in the middle of a fuzzy condition: they count for every fit, but belong to no row. */
function unassignedIn({ conditions, rows }: Settled): Qca['unassigned'] {
  return rows.flatMap((row) => {
    const labels = conditions
      .filter(({ isFuzzy }, at) => isFuzzy && row.values[at] === 0.5)
      .map(({ label }) => label);
    return labels.length > 0 ? [{ case: row.case, conditions: labels }] : [];
  });
}
