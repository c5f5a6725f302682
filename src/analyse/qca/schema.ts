/**
 * What qualitative comparative analysis (QCA; Ragin 1987, 2008) yields. Numbers that are not defined (0/0) are null. Rows of
 * a truth table are numbered from 1; the first condition is the most significant digit.
 */
import * as z from 'zod';
import { count, enhanced, rows, share, solution } from './solution-schema.js';

const calibration = z.object({
  method: z
    .enum(['membership', 'as-given', 'direct', 'linear', 'ecdf', 'indirect', 'crisp', 'ranks'])
    .describe('how raw values became sets'),
  thresholds: z.array(z.number()).describe('anchors or thresholds, in the order in which they were given'),
  idm: z.number().nullable().describe('of the direct method: the membership at the anchor of inclusion'),
  exponents: z.array(z.number()).nullable().describe('of straight lines: how they bend below and above 0.5; 1 is straight'),
});

const column = z.object({
  id: z.string().describe('component id, name of an attribute, or of a column of a data file'),
  label: z.string().describe('its name in expressions'),
  of: z.enum(['component', 'attribute', 'column']).describe('where it comes from'),
  levels: z.number().int().describe('2 for crisp and fuzzy sets, more for multi-value ones'),
  isFuzzy: z.boolean().describe('memberships between 0 and 1 occur'),
  calibration: calibration.nullable().describe('null where the values were sets already'),
});

const condition = column.extend({
  expects: z.array(z.number().int()).nullable().describe('levels expected to contribute to the outcome; null without an expectation'),
  expectedBy: z.string().nullable().describe('id of the proposition that says so, `study.md`, or null'),
});

const row = z.object({
  row: z.number().int().describe('number of the configuration'),
  values: z.array(z.number().int()).describe('its levels, by condition'),
  out: z.enum(['1', '0', 'C', '?']).describe('positive, negative, contradictory, or too few cases (a remainder)'),
  n: z.number().int().describe('cases with a membership above 0.5'),
  incl: share.describe('inclusion (consistency) in the outcome, over all cases'),
  pri: share.describe('proportional reduction in inconsistency'),
  cases: z.array(z.string()).describe('ids of the cases of the configuration'),
  deviant: z.array(z.string()).describe('those of them whose membership in the outcome is below 0.5'),
  excludedFor: z.string().nullable().describe('why the row was set to 0 by hand or by the enhanced analysis; else null'),
});

const fitN = z.object({
  expression: z.string().describe('`A`, `~A`, `A + B`, `A*B`'),
  inclN: share.describe('inclusion of the outcome: how necessary it is'),
  ron: share.describe('relevance of necessity'),
  covN: share.describe('coverage: how far from trivial'),
});

const direction = z.object({
  isNegated: z.boolean().describe('the absence of the outcome is analysed'),
  expression: z.string().describe('`SURV` or `~SURV`'),
  status: z.enum(['ok', 'no-positive-row', 'no-negative-row', 'all-contradictory']).describe('whether rows can be minimised'),
  truthTable: z.object({
    rows: z.array(row).describe('the configurations that hold a case'),
    possible: z.number().describe('how many configurations there are'),
  }),
  necessity: z.object({
    single: z.array(fitN).describe('every condition and its absence'),
    combinations: z
      .array(fitN)
      .describe('conjunctions, and disjunctions that say no more than they must, with inclN of at least 0.9, covN and RoN of 0.5'),
    largest: z.number().int().describe('how many literals the largest combinations have that were looked at; larger ones are too many'),
  }),
  solutions: z.array(solution).describe('conservative, parsimonious, intermediate'),
  contradictoryAssumptions: rows.describe(
    'remainders that parsimonious models take as positive both for the outcome and for its absence, or the first of them',
  ),
  contradictoryAssumptionCount: count.nullable().describe('how many there are; null if they are too many to be counted'),
  simultaneousSubsets: rows.describe('rows that are positive both for the outcome and for its absence'),
  enhanced: enhanced.nullable().describe('the enhanced standard analysis; null where no row is excluded, or a search stopped'),
});

const completions = z.object({
  cells: z.array(z.object({ case: z.string(), column: z.string() })).describe('what has no membership'),
  possible: z.number().describe('how many ways there are to settle them'),
  run: z.number().int().describe('how many were run'),
  isSampled: z.boolean().describe('not all were run'),
  terms: z
    .array(
      z.object({
        isNegated: z.boolean(),
        kind: z.enum(['conservative', 'parsimonious', 'intermediate']),
        expression: z.string(),
        /** In how many completions the term is in every model, and in how many it is in some. */
        inEvery: z.number().int(),
        inSome: z.number().int(),
        isRobust: z.boolean().describe('in every model of every completion that was run'),
      }),
    )
    .describe('terms of all completions: robust or possible'),
});

const caution = z.object({
  id: z.enum([
    'many-conditions',
    'limited-diversity',
    'contradictory-rows',
    'half-membership',
    'constant-condition',
    'twin-conditions',
    'ambiguous-models',
    'low-coverage',
    'low-pri',
    'skewed',
    'no-expectations',
    'unclear-settled',
    'contradictory-assumptions',
    'simultaneous-subsets',
    'stopped',
  ]),
  of: z.array(z.string()).describe('labels of conditions, ids of cases or expressions of which it speaks'),
  n: z.number().nullable().describe('the number that it gives'),
  limit: z.number().nullable().describe('the number with which it is compared'),
});

export const qcaSchema = z
  .object({
    problem: z
      .object({
        id: z.enum(['no-outcome', 'too-few-cases', 'no-condition', 'too-many-conditions', 'constant-outcome']),
        of: z.array(z.string()),
      })
      .nullable()
      .describe('why nothing could be analysed; null if it could'),
    conditions: z.array(condition),
    outcome: column.nullable(),
    settings: z.object({
      nCut: z.number().describe('cases that a row needs'),
      inclCut: z.array(z.number()).describe('inclusion from which a row is positive; a second one from which it is contradictory'),
      priCut: z.number().describe('PRI that a positive row needs'),
      rowDominance: z.boolean().describe('dominated prime implicants were dropped'),
      models: z.enum(['minimal', 'irredundant']).describe('covers of the fewest terms, or all from which no term can be taken'),
      includeContradictions: z.boolean().describe('contradictory rows may be taken as positive, like remainders'),
      unclear: z.enum(['complete', 'leave-out-condition', 'leave-out-case']).describe('what is done where a mark has no membership'),
    }),
    cases: z
      .array(
        z.object({
          case: z.string(),
          values: z.array(z.number().nullable()).describe('memberships or levels by condition; null where a mark has none'),
          outcome: z.number().nullable(),
          raw: z
            .array(z.string().nullable())
            .describe('marks or numbers as written, by condition, the outcome last; null where there is none'),
        }),
      )
      .describe('the calibrated data'),
    leftOut: z.object({ conditions: z.array(z.string()), cases: z.array(z.string()) }).describe('for want of memberships'),
    unassigned: z
      .array(z.object({ case: z.string(), conditions: z.array(z.string()) }))
      .describe('cases with a membership of exactly 0.5, which belong to no row'),
    directions: z
      .array(direction)
      .describe('the outcome, then its absence; where marks are open, of the cases without one; none if these do not suffice'),
    completions: completions.nullable().describe('null where every value is known'),
    cautions: z.array(caution),
  })
  .describe('qualitative comparative analysis');

export type Qca = z.infer<typeof qcaSchema>;
export type Direction = z.infer<typeof direction>;
export type TruthTableRow = z.infer<typeof row>;
export type { Enhanced, Model, Solution, Term } from './solution-schema.js';
