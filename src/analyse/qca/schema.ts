/**
 * What qualitative comparative analysis (QCA; Ragin 1987, 2008) yields. Numbers that are not defined (0/0) are null. Rows of
 * a truth table are numbered from 1; the first condition is the most significant digit.
 */
import * as z from 'zod';
import { modelChoices, unclearTreatments } from '../../domain/qca.js';
import { calibrated, caution, column, completions, condition } from './set-schema.js';
import { count, enhanced, rows, share, solution } from './solution-schema.js';

const row = z.object({
  row: z.number().int().describe('number of the configuration'),
  values: z.array(z.number().int()).describe('its levels, by condition'),
  out: z
    .enum(['1', '0', 'C', '?'])
    .describe('positive, negative, contradictory, or too few cases (a remainder)'),
  n: z.number().int().describe('cases with a membership above 0.5'),
  incl: share.describe('inclusion (consistency) in the outcome, over all cases'),
  pri: share.describe('proportional reduction in inconsistency'),
  cases: z.array(z.string()).describe('ids of the cases of the configuration'),
  deviant: z
    .array(z.string())
    .describe('those of them whose membership in the outcome is below 0.5'),
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
  status: z
    .enum(['ok', 'no-positive-row', 'no-negative-row', 'all-contradictory'])
    .describe('whether rows can be minimised'),
  truthTable: z
    .object({
      rows: z.array(row).describe('the configurations that hold a case'),
      possible: z.number().describe('how many configurations there are'),
    })
    .describe('the configurations and what the cases say of them'),
  necessity: z
    .object({
      single: z.array(fitN).describe('every condition and its absence'),
      combinations: z
        .array(fitN)
        .describe(
          'conjunctions, and disjunctions that say no more than they must, with inclN of at least 0.9, covN and RoN of 0.5',
        ),
      largest: z
        .number()
        .int()
        .describe(
          'how many literals the largest combinations have that were looked at; larger ones are too many',
        ),
    })
    .describe('what is necessary for it'),
  solutions: z.array(solution).describe('conservative, parsimonious, intermediate'),
  contradictoryAssumptions: rows.describe(
    'remainders that parsimonious models take as positive both for the outcome and for its absence, or the first of them',
  ),
  contradictoryAssumptionCount: count
    .nullable()
    .describe('how many there are; null if they are too many to be counted'),
  simultaneousSubsets: rows.describe(
    'rows that are positive both for the outcome and for its absence',
  ),
  enhanced: enhanced
    .nullable()
    .describe('the enhanced standard analysis; null where no row is excluded, or a search stopped'),
});

/** The form of a qualitative comparative analysis. */
export const qcaSchema = z
  .object({
    problem: z
      .object({
        id: z
          .enum([
            'no-outcome',
            'too-few-cases',
            'no-condition',
            'too-many-conditions',
            'constant-outcome',
          ])
          .describe('the report has words for each'),
        of: z.array(z.string()).describe('labels of sets or ids of cases of which it speaks'),
      })
      .nullable()
      .describe('why nothing could be analysed; null if it could'),
    conditions: z.array(condition).describe('what may explain the outcome'),
    outcome: column.nullable().describe('what is to be explained; null if nothing is named'),
    settings: z
      .object({
        nCut: z.number().describe('cases that a row needs'),
        inclCut: z
          .array(z.number())
          .describe(
            'inclusion from which a row is positive; a second one from which it is contradictory',
          ),
        priCut: z.number().describe('PRI that a positive row needs'),
        rowDominance: z.boolean().describe('dominated prime implicants were dropped'),
        models: z
          .enum(modelChoices)
          .describe('covers of the fewest terms, or all from which no term can be taken'),
        includeContradictions: z
          .boolean()
          .describe('contradictory rows may be taken as positive, like remainders'),
        unclear: z.enum(unclearTreatments).describe('what is done where a mark has no membership'),
      })
      .describe('how it was analysed'),
    cases: z.array(calibrated).describe('the calibrated data'),
    leftOut: z
      .object({
        conditions: z.array(z.string()).describe('labels of conditions'),
        cases: z.array(z.string()).describe('ids of cases'),
      })
      .describe('for want of memberships'),
    unassigned: z
      .array(
        z.object({
          case: z.string().describe('id of the case'),
          conditions: z.array(z.string()).describe('labels of conditions'),
        }),
      )
      .describe('cases with a membership of exactly 0.5, which belong to no row'),
    directions: z
      .array(direction)
      .describe(
        'the outcome, then its absence; where marks are open, of the cases without one; none if these do not suffice',
      ),
    completions: completions.nullable().describe('null where every value is known'),
    cautions: z.array(caution).describe('weaknesses that the analysis itself shows'),
  })
  .describe('qualitative comparative analysis');

/** A qualitative comparative analysis; its `problem` says why there is no result. */
export type Qca = z.infer<typeof qcaSchema>;
/** The analysis of the outcome, or of its absence. */
export type Direction = z.infer<typeof direction>;
/** One configuration with its cases and fits. */
export type TruthTableRow = z.infer<typeof row>;
export type { Enhanced, Model, Solution, Term } from './solution-schema.js';
