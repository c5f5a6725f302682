/** Weaknesses that an analysis itself shows. Limits are conventions of the literature; each names its own. */
import type { OpenData } from './completions.js';
import { compareText, expressTerm } from './table/expressions.js';
import type { Direction, Qca } from './schema.js';
import { type Analysed, type Cautions, caution } from './caution.js';
import { constantConditions, twins, skewed } from './cautions-of-data.js';

/** The cautions of a result, in the order in which a reviewer would ask. */
export function cautionsOf(qca: Analysed, data: OpenData): Cautions {
  return [
    ...manyConditions(qca),
    ...constantConditions(data),
    ...twins(data),
    ...skewed(data),
    ...halves(qca),
    ...unclear(qca),
    ...noExpectations(qca),
    ...diversity(qca),
    ...qca.directions.flatMap((direction) => inDirection(direction, data)),
    ...ambiguous(qca),
    ...stopped(qca),
  ];
}

/**
 * Berg-Schlosser & De Meur 2009 (p. 28) find four to six or seven conditions usual for 10 to 40 cases, read here as four and
 * one more for every ten cases; Marx & Dușa 2011 give benchmarks of their own. Thiem & Mkrtchyan 2023 dispute such limits.
 */
function manyConditions({ conditions, cases, leftOut }: Analysed): Cautions {
  const count = cases.length - leftOut.cases.length;
  const limit = count < 10 ? 3 : Math.min(7, 3 + Math.floor(count / 10));
  const labels = conditions.map(({ label }) => label);
  return conditions.length > limit
    ? [caution('many-conditions', labels, [conditions.length, limit])]
    : [];
}

/** A membership of 0.5 is maximal ambiguity (Ragin 2008): the case belongs to no configuration. */
function halves({ cases, conditions, outcome, leftOut }: Analysed): Cautions {
  return cases
    .filter((each) => !leftOut.cases.includes(each.case))
    .flatMap(({ case: id, values, outcome: result }) => {
      const labels = conditions.filter((_, at) => values[at] === 0.5).map(({ label }) => label);
      const all = [...labels, ...(result === 0.5 && outcome ? [outcome.label] : [])];
      return all.length > 0 ? [caution('half-membership', [id, ...all])] : [];
    });
}

function unclear({ completions, leftOut, cases }: Analysed): Cautions {
  const isOpen = ({ values, outcome }: Qca['cases'][number]) =>
    values.includes(null) || outcome === null;
  const subjects = [...leftOut.conditions, ...cases.filter(isOpen).map((each) => each.case)];
  const n =
    completions?.cells.length ??
    cases.flatMap(({ values, outcome }) => [...values, outcome]).filter((each) => each === null)
      .length;
  return subjects.length > 0 ? [caution('unclear-settled', subjects, [n, null])] : [];
}

/** Without expectations no counterfactual is easy (Ragin & Sonnett 2005): the intermediate solution is the conservative one. */
function noExpectations({ conditions }: Analysed): Cautions {
  const labels = conditions.filter(({ expects }) => expects === null).map(({ label }) => label);
  return labels.length === conditions.length ? [caution('no-expectations', labels)] : [];
}

/** Configurations that no case shows (Ragin 1987, p. 104). */
function diversity({ directions: [direction] }: Analysed): Cautions {
  if (!direction) return [];
  const { rows, possible } = direction.truthTable;
  const empty = possible - rows.filter(({ out }) => out !== '?').length;
  return empty > 0 ? [caution('limited-diversity', [], [empty, possible])] : [];
}

function inDirection(direction: Direction, { conditions }: OpenData): Cautions {
  const { truthTable, isNegated, contradictoryAssumptionCount, simultaneousSubsets } = direction;
  const expressed = (rows: Direction['truthTable']['rows']) =>
    rows.map(({ values }) => expressTerm(conditions, values));
  // Contradictory cases are the same in both directions.
  const torn = isNegated
    ? []
    : truthTable.rows.filter(
        ({ cases, deviant }) => deviant.length > 0 && deviant.length < cases.length,
      );
  const weak = truthTable.rows.filter(
    ({ out, pri }) => out === '1' && pri !== null && pri < lowestPri,
  );
  const both = isNegated
    ? []
    : truthTable.rows.filter(({ row }) => simultaneousSubsets.includes(row));
  const assumed = isNegated ? 0 : contradictoryAssumptionCount;
  return [
    ...torn.map((row) =>
      caution('contradictory-rows', [...expressed([row]), ...row.cases], [row.cases.length, null]),
    ),
    ...(weak.length > 0
      ? [
          caution('low-pri', expressed(weak), [
            Math.min(...weak.map(({ pri }) => pri ?? 1)),
            lowestPri,
          ]),
        ]
      : []),
    ...lowCoverage(direction),
    ...(assumed === 0
      ? []
      : [caution('contradictory-assumptions', [direction.expression], [assumed, 0])]),
    ...(both.length > 0
      ? [caution('simultaneous-subsets', expressed(both), [both.length, 0])]
      : []),
  ];
}

/** Greckhamer, Furnari, Fiss & Aguilera 2018 (p. 489): below it a row is sufficient for the outcome and its absence alike. */
const lowestPri = 0.5;

/** No lower limit is agreed on; a model that leaves more than half of the outcome unexplained should say so. */
function lowCoverage({ solutions }: Direction): Cautions {
  const limit = 0.5;
  const weak = solutions.flatMap(({ models }) =>
    models.filter(({ covS }) => covS !== null && covS < limit),
  );
  const expressions = [...new Set(weak.map(({ expression }) => expression))].sort(compareText);
  return weak.length > 0
    ? [
        caution('low-coverage', expressions, [
          Math.min(...weak.map(({ covS }) => covS ?? 1)),
          limit,
        ]),
      ]
    : [];
}

/** Models that fit equally well; to choose one of them in silence is the commonest fault (Baumgartner & Thiem 2017). */
function ambiguous({ directions }: Analysed): Cautions {
  return directions.flatMap(({ expression, solutions }) => {
    const most = Math.max(0, ...solutions.map(({ modelCount }) => modelCount));
    return most > 1 ? [caution('ambiguous-models', [expression], [most, 1])] : [];
  });
}

function stopped({ directions }: Analysed): Cautions {
  const isCut = ({ solutions }: Direction) =>
    solutions.some(({ status, isComplete }) => status === 'stopped' || !isComplete);
  const expressions = directions.filter(isCut).map(({ expression }) => expression);
  return expressions.length > 0 ? [caution('stopped', expressions)] : [];
}
