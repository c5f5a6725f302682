/**
 * The case-ordered descriptive meta-matrix (Miles, Huberman & Saldaña): cases in the order of the outcome, predictors beside.
 * Nothing is summed: the order is that of one mark's membership.
 */
import * as z from 'zod';
import {
  compareIn,
  pairsApart,
  pairsOf,
  readEntries,
  type Pair,
  type Readings,
} from '../study/elimination.js';
import type { Study } from '../domain/study.js';
import { componentsNamed } from '../study/entries.js';
import { state } from './schemas.js';

const row = z.object({
  case: z.string().describe('id of the case'),
  state: state.describe('of the outcome; `missing` where the study names none'),
  rating: z.string().nullable().describe('of the outcome'),
  membership: z
    .number()
    .nullable()
    .describe('of that mark; null where the case has no place in the order'),
  rank: z.number().int().nullable().describe('from 1; cases alike in the outcome share one'),
});
const predictor = z.object({
  component: z.string().describe('id of the component'),
  apart: z
    .number()
    .int()
    .describe(
      'pairs of cases with unlike outcomes in which it differs, or pairs of any cases where no outcome is unlike',
    ),
  against: z.number().int().describe('such pairs in which it is alike'),
  undecided: z.number().int().describe('such pairs in which it is not decided'),
});

/** The form of the order of cases. */
export const orderSchema = z
  .object({
    outcome: z.string().nullable().describe('component id of the outcome'),
    basis: z
      .enum(['outcome', 'study'])
      .describe('`study`: no two cases could be ordered, so they stand in the order of the study'),
    cases: z.array(row).describe('in order; those without a place last'),
    predictors: z
      .array(predictor)
      .describe('components beside, those that differ most often along with the outcome first'),
    cited: z.array(z.string()).describe('ids of the components that findings of the study name'),
  })
  .describe('cases ordered by the outcome');

/** The cases by their outcome, and the components that vary along with it. */
export type Order = z.infer<typeof orderSchema>;

/** Cases of like outcomes, and those without a place, stay in the order of the study. */
export function orderCases(study: Study): Order {
  const rows = study.cases.map((each) => rowOf(study, each));
  const degrees = [...new Set(rows.flatMap(({ membership }) => membership ?? []))].sort(
    (a, b) => b - a,
  );
  const rankOf = (membership: number | null) =>
    membership === null ? null : degrees.indexOf(membership) + 1;
  const cases = rows
    .map((each) => ({ ...each, rank: rankOf(each.membership) }))
    .sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
  return {
    outcome: study.outcome?.id ?? null,
    basis: degrees.length > 0 ? 'outcome' : 'study',
    cases,
    predictors: rankPredictors(readEntries(study)),
    cited: citedIn(study),
  };
}

function rowOf(
  { outcome, protocol: { legend } }: Study,
  { id, entries }: Study['cases'][number],
): Order['cases'][number] {
  const entry = outcome ? entries.get(outcome.id) : undefined;
  const membership =
    legend.find(({ symbol }) => entry?.state === 'rated' && symbol === entry.rating)?.membership ??
    null;
  return {
    case: id,
    state: entry?.state ?? 'missing',
    rating: entry?.rating ?? null,
    membership,
    rank: null,
  };
}

function rankPredictors(readings: Readings): Order['predictors'] {
  const apart = pairsApart(readings);
  const pairs: readonly Pair[] = apart.length > 0 ? apart : pairsOf([...readings.outcome.keys()]);
  const counted = readings.components.map(({ id }) => {
    const counts = { equal: 0, different: 0, undecided: 0 };
    for (const pair of pairs) counts[compareIn(readings, id, pair)] += 1;
    return {
      component: id,
      apart: counts.different,
      against: counts.equal,
      undecided: counts.undecided,
    };
  });
  return counted.sort((one, other) => other.apart - one.apart || one.against - other.against);
}

function citedIn(study: Study): string[] {
  const named = componentsNamed(study);
  const items = study.protocol.sections
    .filter(({ role }) => role === 'findings')
    .flatMap((section) => section.items);
  return [...new Set(items.flatMap(({ id }) => [...(named.get(id) ?? [])]))];
}
