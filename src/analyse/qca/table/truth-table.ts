/** The truth table (Ragin 1987, 2008): the configurations that hold a case, and whether each is sufficient for the outcome. */
import type { DataSet } from '../../../domain/qca.js';
import { countConfigurations } from '../search/caps.js';
import { numberOf } from '../algebra/cubes.js';
import type { Settings } from '../search/settings.js';
import { fitOf } from './fit.js';
import { cornerOf, membershipInTerm, outcomesOf } from '../sets/memberships.js';
import type { TruthTableRow } from '../schema.js';

/** Rows in the order of their numbers; those that hold no case are not listed. */
export interface TruthTable {
  rows: TruthTableRow[];
  /** How many configurations there are. */
  possible: number;
}

/** A tolerance for rounding: 4/5 as a sum of memberships is not exactly 0.8. */
const tolerance = 2 ** -26;

function reaches(value: number | null, cut: number): boolean {
  return value !== null && value + tolerance > cut;
}

function judge(
  { n, incl, pri }: Pick<TruthTableRow, 'n' | 'incl' | 'pri'>,
  settings: Settings,
): TruthTableRow['out'] {
  const [upper, lower] = settings.inclCut;
  if (n < settings.nCut) return '?';
  if (reaches(incl, upper)) return reaches(pri, settings.priCut) ? '1' : '0';
  return lower !== undefined && reaches(incl, lower) ? 'C' : '0';
}

/** The truth table of the outcome or of its absence. The caller has checked that the configurations can be counted. */
export function tabulate(data: DataSet, settings: Settings, isNegated: boolean): TruthTable {
  const { conditions } = data;
  const levels = conditions.map((condition) => condition.levels);
  const possible = countConfigurations(levels);
  if (possible === null) throw new RangeError('more configurations than can be numbered');
  const y = outcomesOf(data, isNegated);
  const corners = new Map<number, number[]>();
  data.rows.forEach(({ values }) => {
    const corner = cornerOf(conditions, values);
    if (corner) corners.set(numberOf(corner, levels), corner);
  });
  const rows = [...corners].map(([row, values]): TruthTableRow => {
    const x = data.rows.map((item) => membershipInTerm(conditions, item.values, values));
    const members = data.rows.flatMap((item, at) =>
      (x[at] ?? 0) > 0.5 ? [{ id: item.case, outcome: y[at] ?? 0 }] : [],
    );
    const { inclS: incl, pri } = fitOf(x, y);
    const n = members.length;
    const deviant = members.filter(({ outcome }) => outcome < 0.5).map(({ id }) => id);
    const out = judge({ n, incl, pri }, settings);
    return { row, values, out, n, incl, pri, cases: members.map(({ id }) => id), deviant };
  });
  return { rows: rows.sort((a, b) => a.row - b.row), possible };
}
