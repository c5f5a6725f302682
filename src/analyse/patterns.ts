/** Pattern matching (Yin): what a proposition expects where success is seen, beside what was found in each case. */
import * as z from 'zod';
import type { Component, Proposition, Study } from '../model.js';
import { componentsOf } from '../names.js';
import { compare, type Cell } from './comparison.js';
import { state } from './schemas.js';

const verdict = z.enum(['fits', 'against', 'mixed', 'no-evidence', 'not-rated', 'no-sign']);

const cell = z.object({
  state: state.describe('whether it is rated, and why not'),
  rating: z.string().nullable().describe('a symbol of the legend'),
  verdict: verdict.describe('whether the case shows what is expected'),
});
const row = z.object({
  proposition: z.string().describe('id of the proposition'),
  component: z.string().nullable().describe('id of the component it speaks of; null if it speaks of the whole'),
  expects: z.string().nullable().describe('the rating expected where success is seen'),
  cells: z.record(z.string(), cell).describe('by case id'),
});

export const patternsSchema = z.array(row).describe('propositions beside what was found');

export type Patterns = z.infer<typeof patternsSchema>;

/** A row for each proposition and component of which it speaks, in the order of the framework. */
export function matchPatterns(study: Study): Patterns {
  const rows = new Map(compare(study).map(({ component, cells }) => [component, cells]));
  return propositionsOf(study).map(({ proposition, component }) => ({
    proposition: proposition.id,
    component,
    expects: proposition.expects,
    cells: Object.fromEntries(
      study.cases.map(({ id }) => {
        const cell = component === null ? undefined : rows.get(component)?.[id];
        return [id, { state: cell?.state ?? 'missing', rating: cell?.rating ?? null, verdict: verdictOf(study, proposition, cell) }];
      }),
    ),
  }));
}

function propositionsOf({ framework }: Study): { proposition: Proposition; component: string | null }[] {
  const components = componentsOf(framework);
  const stated = new Map(components.flatMap(({ propositions }) => propositions.map((proposition) => [proposition.id, proposition])));
  const seen = ({ see }: Component) => see.flatMap((id) => stated.get(id) ?? []);
  const whole = [framework, ...framework.dimensions].flatMap(({ propositions }) => propositions);
  return [
    ...components.flatMap((component) =>
      [...component.propositions, ...seen(component)].map((proposition) => ({ proposition, component: component.id })),
    ),
    ...whole.map((proposition) => ({ proposition, component: null })),
  ];
}

/** Mixed: evidence for another rating stands beside the expected one, or the mark takes no side (it has no membership). */
function verdictOf({ protocol: { legend } }: Study, { expects }: Proposition, cell: Cell | undefined): z.infer<typeof verdict> {
  if (expects === null) return 'no-sign';
  if (cell?.state !== 'rated') return cell && cell.evidence > 0 ? 'not-rated' : 'no-evidence';
  const takesSide = legend.some(({ symbol, membership }) => symbol === cell.rating && membership !== null);
  if (!takesSide || cell.counter > 0) return 'mixed';
  return cell.rating === expects ? 'fits' : 'against';
}
