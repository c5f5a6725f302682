/** How marks without membership are settled, never as 0.5 or 0, and whether enough is left to analyse. */
import type { QcaPlan } from '../../../domain/qca.js';
import { mostConditions } from '../../../study/sets.js';
import { countConfigurations } from '../search/caps.js';
import type { Sets } from './from-study.js';
import type { Qca } from '../schema.js';

/** A row with open cells. */
export interface OpenRow {
  case: string;
  values: (number | null)[];
  outcome: number;
}

/** Sets with what is left of them. */
export interface Settled extends Sets {
  leftOut: Qca['leftOut'];
  /** The cases that take part; open cells only where they are to be completed. */
  rows: OpenRow[];
}

/**
 * A case whose outcome is open shows nothing of what leads to it, and a condition without any value shows nothing of any
 * case: both are always left out. The rest is as the study says.
 */
export function settle({ conditions, outcome, cases }: Sets, unclear: QcaPlan['unclear']): Settled {
  const known = cases.filter((each) => each.outcome !== null);
  const isOpen = (at: number) => known.some(({ values }) => (values[at] ?? null) === null);
  const isBlank = (at: number) =>
    known.length > 0 && known.every(({ values }) => (values[at] ?? null) === null);
  const isKept = (at: number) => !(unclear === 'leave-out-condition' ? isOpen(at) : isBlank(at));
  const kept = <T>(list: T[]) => list.filter((_, at) => at >= conditions.length || isKept(at));
  const left = cases.map((each) => ({ ...each, values: kept(each.values), raw: kept(each.raw) }));
  const rows = left.flatMap(({ case: id, values, outcome: result }): OpenRow[] => {
    const isLeftOut = result === null || (unclear === 'leave-out-case' && values.includes(null));
    return isLeftOut ? [] : [{ case: id, values, outcome: result }];
  });
  const taken = new Set(rows.map((row) => row.case));
  return {
    conditions: kept(conditions),
    outcome,
    cases: left,
    rows,
    leftOut: {
      conditions: conditions.filter((_, at) => !isKept(at)).map(({ label }) => label),
      cases: cases.filter((each) => !taken.has(each.case)).map((each) => each.case),
    },
  };
}

/** Why nothing can be analysed. Asked first, to save a long search. */
export function problemOf({ conditions, outcome, rows }: Settled): Qca['problem'] {
  if (!outcome) return { id: 'no-outcome', of: [] };
  if (outcome.levels > 2) return { id: 'no-outcome', of: [outcome.label] };
  if (conditions.length === 0) return { id: 'no-condition', of: [] };
  const isCountable = countConfigurations(conditions.map(({ levels }) => levels)) !== null;
  if (conditions.length > mostConditions || !isCountable)
    return { id: 'too-many-conditions', of: conditions.map(({ label }) => label) };
  if (rows.length < 2) return { id: 'too-few-cases', of: rows.map((row) => row.case) };
  const isConstant = rows.every((row) => row.outcome === rows[0]?.outcome);
  return isConstant ? { id: 'constant-outcome', of: [outcome.label] } : null;
}
