/** Pattern matching (Yin): what a proposition expects where success is seen, beside what was found in each case. */
import * as z from 'zod';
import type { Component } from '../domain/framework.js';
import type { Entry, Study } from '../domain/study.js';
import type { Legend } from '../domain/protocol.js';
import { componentsOf } from '../study/framework.js';
import { evidenceIn, expectationsOf, type Expectation } from '../study/entries.js';
import { state } from './schemas.js';

const verdict = z.enum(['fits', 'against', 'mixed', 'no-evidence', 'not-rated', 'no-sign']);

const cell = z.object({
  state: state.describe('whether it is rated, and why not'),
  rating: z.string().nullable().describe('a symbol of the legend'),
  verdict: verdict.describe('whether the case shows what is expected'),
  evidence: z
    .array(z.string())
    .describe('ids of the records that speak for the rating, or bear on it where there is none'),
  counter: z.array(z.string()).describe('ids of the records that speak for another rating'),
});
const row = z.object({
  proposition: z.string().describe('id of the proposition'),
  component: z
    .string()
    .nullable()
    .describe('id of the component it speaks of; null if it speaks of the whole'),
  expects: z.string().nullable().describe('the rating expected where success is seen'),
  by: z
    .enum(['framework', 'study'])
    .nullable()
    .describe('whose the sign is: `study` for a rule in study.md; null without a sign'),
  reason: z
    .string()
    .nullable()
    .describe(
      'why the study’s own rule reads it so; null where the sign is not its own, or no reason is given',
    ),
  cells: z.record(z.string(), cell).describe('by case id'),
  verdicts: z
    .partialRecord(verdict, z.number().int())
    .describe('in how many cases each verdict stands: a count, not a score'),
});

/** The form of the patterns, a row for each proposition and component. */
export const patternsSchema = z.array(row).describe('propositions beside what was found');

/** What propositions expect beside what the cases show. */
export type Patterns = z.infer<typeof patternsSchema>;

/** A row for each proposition and component of which it speaks, in the order of the framework. */
export function matchPatterns(study: Study): Patterns {
  return expectedOf(study).map(({ expectation: { proposition, expects, rule }, component }) => {
    const cells = Object.fromEntries(
      study.cases.map(({ id, entries }) => [
        id,
        cellOf(study, expects, component === null ? undefined : entries.get(component)),
      ]),
    );
    return {
      proposition: proposition.id,
      component,
      expects,
      by: expects === null ? null : rule ? 'study' : 'framework',
      reason: rule && rule.reason !== '' ? rule.reason : null,
      cells,
      verdicts: countOf(Object.values(cells).map((each) => each.verdict)),
    };
  });
}

function expectedOf(study: Study): { expectation: Expectation; component: string | null }[] {
  const { framework } = study;
  const expectations = expectationsOf(study);
  const expectationsFor = (id: string) => expectations.get(id) ?? [];
  const components = componentsOf(framework);
  const concerning = ({ propositions, see }: Component) =>
    [...propositions.map(({ id }) => id), ...see].flatMap(expectationsFor);
  const whole = [framework, ...framework.dimensions]
    .flatMap(({ propositions }) => propositions)
    .flatMap(({ id }) => expectationsFor(id));
  return [
    ...components.flatMap((component) =>
      concerning(component).map((expectation) => ({ expectation, component: component.id })),
    ),
    ...whole.map((expectation) => ({ expectation, component: null })),
  ];
}

function cellOf(
  study: Study,
  expects: string | null,
  entry: Entry | undefined,
): Patterns[number]['cells'][string] {
  const evidence = entry ? evidenceIn(entry) : [];
  const keys = (isCounter: boolean) => [
    ...new Set(
      evidence.flatMap((each) =>
        each.isCounter === isCounter ? (each.resolved.record?.key ?? []) : [],
      ),
    ),
  ];
  return {
    state: entry?.state ?? 'missing',
    rating: entry?.rating ?? null,
    verdict: verdictOf(study, expects, entry),
    evidence: keys(false),
    counter: keys(true),
  };
}

/**
 * Mixed: evidence for another rating stands beside the expected one, or the mark takes no side (its membership is 0.5, or it has
 * none). A rating without any evidence is no test of a proposition.
 */
function verdictOf(
  { protocol: { legend } }: Study,
  expects: string | null,
  entry: Entry | undefined,
): z.infer<typeof verdict> {
  if (expects === null) return 'no-sign';
  const evidence = entry ? evidenceIn(entry) : [];
  if (entry?.state !== 'rated') return evidence.length > 0 ? 'not-rated' : 'no-evidence';
  if (evidence.length === 0) return 'no-evidence';
  const side = sideOf(legend, entry.rating);
  if (side === 0 || evidence.some(({ isCounter }) => isCounter)) return 'mixed';
  const wanted = sideOf(legend, expects);
  // Marks of one side differ only in degree; a sign that takes no side is either found or not.
  return (wanted === 0 ? entry.rating === expects : side === wanted) ? 'fits' : 'against';
}

/** Above or below the middle of the set: 1 or -1; 0 for a mark that takes no side. */
function sideOf(legend: Legend, mark: string | null): number {
  return Math.sign((legend.find(({ symbol }) => symbol === mark)?.membership ?? 0.5) - 0.5);
}

function countOf(verdicts: z.infer<typeof verdict>[]): Patterns[number]['verdicts'] {
  const counts: Patterns[number]['verdicts'] = {};
  for (const each of verdicts) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}
