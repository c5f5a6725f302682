/**
 * What differs along with the outcome: Mill's method of difference, by elimination. Its results are candidates, never
 * causes: the method holds only if the cause is single and deterministic and every relevant factor is listed
 * (George & Bennett 2005, ch. 8).
 */
import * as z from 'zod';
import type { Study } from '../model.js';
import { compare, type Comparison } from './comparison.js';

const row = z.object({
  component: z.string().describe('id of the component'),
  ratings: z.record(z.string(), z.string().nullable()).describe('by case id'),
});
const ruledOut = row.extend({ by: z.tuple([z.string(), z.string()]).describe('ids of the two cases that rule it out') });

export const differencesSchema = z
  .object({
    outcome: z.string().nullable().describe('component id of the outcome; null if the study names none'),
    ratings: z.record(z.string(), z.string().nullable()).describe('ratings of the outcome by case; null where it is not rated'),
    status: z.enum(['one-case', 'no-outcome', 'not-rated', 'alike', 'differs']).describe('whether a difference can be sought'),
    candidates: z.array(row).describe('components that differ in every pair of cases that differs in the outcome'),
    ruledOut: z.array(ruledOut).describe('components that are alike in some pair of cases that differs in the outcome'),
    open: z.array(z.string()).describe('components that cannot be judged, because a rating is missing in a pair that counts'),
    unrelated: z.array(row).describe('components that differ between cases where no difference can be sought: not candidates'),
  })
  .describe('what differs along with the outcome');

export type Differences = z.infer<typeof differencesSchema>;

export function seekDifferences(study: Study): Differences {
  const comparison = compare(study);
  const ids = study.cases.map(({ id }) => id);
  const outcome = study.outcome?.id ?? null;
  const ratings = ratingsOf(comparison, outcome, ids);
  const status = statusOf(outcome, ids, ratings);
  const others = comparison.filter(({ component }) => component !== outcome);
  const empty = { outcome, ratings, status, candidates: [], ruledOut: [], open: [], unrelated: [] };
  if (status === 'differs') return { ...empty, ...eliminate(others, pairsThatDiffer(ids, ratings)) };
  return { ...empty, unrelated: others.filter(({ verdict }) => verdict === 'different').map(asRow) };
}

type Ratings = Differences['ratings'];
type Pair = [string, string];

function ratingsOf(comparison: Comparison, outcome: string | null, ids: string[]): Ratings {
  const cells = comparison.find(({ component }) => component === outcome)?.cells ?? {};
  return Object.fromEntries(ids.map((id) => [id, cells[id]?.rating ?? null]));
}

function statusOf(outcome: string | null, ids: string[], ratings: Ratings): Differences['status'] {
  if (ids.length < 2) return 'one-case';
  if (outcome === null) return 'no-outcome';
  const rated = Object.values(ratings).filter((rating) => rating !== null);
  if (rated.length < 2) return 'not-rated';
  return new Set(rated).size > 1 ? 'differs' : 'alike';
}

function pairsThatDiffer(ids: string[], ratings: Ratings): Pair[] {
  const rated = ids.filter((id) => (ratings[id] ?? null) !== null);
  return rated.flatMap((a, index) => rated.slice(index + 1).flatMap((b): Pair[] => (ratings[a] === ratings[b] ? [] : [[a, b]])));
}

function eliminate(rows: Comparison, pairs: Pair[]): Pick<Differences, 'candidates' | 'ruledOut' | 'open'> {
  const result: Pick<Differences, 'candidates' | 'ruledOut' | 'open'> = { candidates: [], ruledOut: [], open: [] };
  for (const row of rows) {
    const { ratings } = asRow(row);
    const isJudged = ([a, b]: Pair) => (ratings[a] ?? null) !== null && (ratings[b] ?? null) !== null;
    const by = pairs.find((pair) => isJudged(pair) && ratings[pair[0]] === ratings[pair[1]]);
    if (by) result.ruledOut.push({ ...asRow(row), by });
    else if (row.verdict !== 'not-comparable' && pairs.every(isJudged)) result.candidates.push(asRow(row));
    else result.open.push(row.component);
  }
  return result;
}

function asRow({ component, cells }: Comparison[number]): Differences['candidates'][number] {
  return { component, ratings: Object.fromEntries(Object.entries(cells).map(([id, { rating }]) => [id, rating])) };
}
