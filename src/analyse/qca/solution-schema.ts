/** What a solution of a qualitative comparative analysis holds. */
import * as z from 'zod';

/** A share; null where it is not defined (0/0). */
export const share = z.number().nullable();

/** Numbers of rows of a truth table. */
export const rows = z.array(z.number().int());

/** How many. */
export const count = z.number().int();

const literal = z.object({
  condition: z.number().int().describe('index of the condition'),
  level: z.number().int().describe('its level: 1 for presence, 0 for absence (`~`)'),
});

const term = z.object({
  expression: z.string().describe('`A*~B`; `A[2]*B[0]` where a condition has more than two levels'),
  literals: z.array(literal).describe('none in a tautology'),
  inclS: share.describe('inclusion in the outcome'),
  pri: share.describe('proportional reduction in inconsistency'),
  covS: share.describe('coverage of the outcome'),
  covU: share.describe(
    'coverage by this term alone, within its model; null in a model of one term',
  ),
  cases: z.array(z.string()).describe('ids of the cases whose membership in the term is above 0.5'),
  uniqueCases: z.array(z.string()).describe('those of them that no other term of the model covers'),
});

const model = z.object({
  expression: z.string().describe('terms joined by ` + `'),
  terms: z.array(term).describe('sorted by expression'),
  inclS: share.describe('of the model as a whole'),
  pri: share.describe('of the model as a whole'),
  covS: share.describe('of the model as a whole'),
  assumptions: rows.describe(
    'rows without cases, and contradictory ones if they may be, that the model takes as positive (simplifying assumptions); or the first of them',
  ),
  assumptionCount: count
    .nullable()
    .describe(
      'how many there are, also where not all are listed; null if they are too many to be counted',
    ),
  easy: rows.describe(
    'of an intermediate model: rows taken in accordance with expectations, or the first of them',
  ),
  easyCount: count
    .nullable()
    .describe(
      'how many there are, also where not all are listed; null if they are too many to be counted',
    ),
  difficult: rows.describe(
    'of an intermediate model: rows that the parsimonious model took and this one does not, or the first of them',
  ),
  difficultCount: count
    .nullable()
    .describe(
      'how many there are, also where not all are listed; null if they are too many to be counted',
    ),
  pairs: z
    .array(
      z.object({
        conservative: z.string().describe('expression of the model'),
        parsimonious: z.string().describe('expression of the model'),
      }),
    )
    .describe(
      'of an intermediate model: between which models it stands, the first ones; rows are those of the first pair',
    ),
});

/** Conservative, parsimonious or intermediate. */
export const solution = z.object({
  kind: z
    .enum(['conservative', 'parsimonious', 'intermediate'])
    .describe('which remainders may be taken as positive: none, any, easy ones'),
  status: z
    .enum(['ok', 'nothing-to-explain', 'no-variation', 'stopped'])
    .describe('`stopped`: a cap was reached; what is known stands here'),
  stoppedAt: z
    .enum(['prime-implicants', 'models', 'pairs'])
    .nullable()
    .describe(
      'in the search for what a cap was reached; null if in none. Where it is, models may not be the shortest, nor all',
    ),
  primeImplicants: z
    .array(
      z.object({
        expression: z.string().describe('as in a model'),
        literals: z.array(literal).describe('none in a tautology'),
        covers: rows.describe('the positive rows that it covers'),
      }),
    )
    .describe(
      'those that cover a positive row, with the positive rows that each covers; or the shortest of them',
    ),
  primeImplicantCount: count.describe('how many there are, also where not all are listed'),
  models: z.array(model).describe('all minimal models, or the first of them'),
  modelCount: z
    .number()
    .int()
    .describe(
      'how many there are, also where not all are listed; of a search that stopped, how many it found',
    ),
  isComplete: z.boolean().describe('all models are listed'),
  essential: z.array(z.string()).describe('terms of every model'),
});

/** The solutions without assumptions that do not hold together. */
export const enhanced = z.object({
  excluded: z
    .array(
      z.object({
        row: z.number().int().describe('its number'),
        reason: z
          .enum(['contradictory-assumption', 'simultaneous-subset'])
          .describe('why it may not count as positive'),
      }),
    )
    .describe('rows taken as negative, or the first of them'),
  excludedCount: count
    .nullable()
    .describe('how many there are; null if they are too many to be counted'),
  solutions: z
    .array(solution)
    .describe('parsimonious and intermediate, with those rows as negative ones'),
});

/** Solutions without untenable assumptions. */
export type Enhanced = z.infer<typeof enhanced>;
/** One model of a solution: terms that together cover its rows. */
export type Model = z.infer<typeof model>;
/** A solution of one kind, with all its models. */
export type Solution = z.infer<typeof solution>;
/** One conjunction of a model, with its fits. */
export type Term = z.infer<typeof term>;
