/** The cases side by side, component by component. Ratings are never summed or averaged (Yin: synthesise by whole case). */
import * as z from 'zod';
import type { Entry, State, Study } from '../domain/study.js';
import { componentsOf } from '../study/framework.js';
import { evidenceIn } from '../study/entries.js';
import { state } from './schemas.js';

const cell = z.object({
  state: state.describe('whether it is rated, and why not'),
  rating: z.string().nullable().describe('a symbol of the legend'),
  evidence: z.number().int().describe('pieces of evidence in the entry'),
  kinds: z
    .record(z.string(), z.number().int())
    .describe('the same by kind of source: interview, document and others'),
  counter: z.number().int().describe('how many pieces speak for another rating'),
});

/** What the ratings of a component can say together. */
export const verdicts = [
  'same',
  'different',
  'one-side-only',
  'neither',
  'not-comparable',
] as const;

const verdict = z.enum(verdicts);

const row = z.object({
  component: z.string().describe('id of the component'),
  verdict: verdict.describe('what the ratings say together'),
  cells: z.record(z.string(), cell).describe('by case id'),
});

/** The form of the comparison, a row for each component. */
export const comparisonSchema = z.array(row).describe('the cases side by side, a row a component');

/** The cases side by side, a row for each component in the order of the framework. */
export type Comparison = z.infer<typeof comparisonSchema>;
/** What one case says of one component. */
export type Cell = z.infer<typeof cell>;
type Verdict = z.infer<typeof verdict>;

/** A row a component, in the order of the framework; `cells` is by case id. */
export function compare(study: Study): Comparison {
  return componentsOf(study.framework).map(({ id }) => {
    const cells = study.cases.map((each) => [each.id, cellOf(each.entries.get(id))] as const);
    return {
      component: id,
      verdict: verdictOf(cells.map(([, each]) => each)),
      cells: Object.fromEntries(cells),
    };
  });
}

function cellOf(entry: Entry | undefined): Cell {
  if (!entry) return { state: 'missing', rating: null, evidence: 0, kinds: {}, counter: 0 };
  const evidence = evidenceIn(entry);
  const kinds = new Map<string, number>();
  for (const { resolved } of evidence)
    if (resolved.source)
      kinds.set(resolved.source.kind, (kinds.get(resolved.source.kind) ?? 0) + 1);
  return {
    state: entry.state,
    rating: entry.rating,
    evidence: evidence.length,
    kinds: Object.fromEntries(kinds),
    counter: evidence.filter(({ isCounter }) => isCounter).length,
  };
}

/**
 * `same` if all cases are rated alike, `different` if two rated ones differ, `one-side-only` if some are rated, alike, and
 * some are not, `neither` if none is. Not comparable: a rating stands beside `not applicable`, or alone in a
 * study of one case, or one of several has no evidence.
 */
function verdictOf(cells: { state: State; rating: string | null; evidence: number }[]): Verdict {
  const rated = cells.filter((cell) => cell.state === 'rated');
  if (rated.length === 0) return 'neither';
  const isUnfounded = rated.length > 1 && rated.some(({ evidence }) => evidence === 0);
  if (isUnfounded || cells.length < 2 || cells.some((cell) => cell.state === 'not-applicable'))
    return 'not-comparable';
  if (new Set(rated.map(({ rating }) => rating)).size > 1) return 'different';
  return rated.length === cells.length ? 'same' : 'one-side-only';
}
