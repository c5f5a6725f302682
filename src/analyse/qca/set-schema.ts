/** What a qualitative comparative analysis says of its sets: where they come from, what is open, what to be careful about. */
import * as z from 'zod';

const calibration = z.object({
  method: z
    .enum(['membership', 'as-given', 'direct', 'linear', 'ecdf', 'indirect', 'crisp', 'ranks'])
    .describe('how raw values became sets'),
  thresholds: z
    .array(z.number())
    .describe('anchors or thresholds, in the order in which they were given'),
  idm: z
    .number()
    .nullable()
    .describe('of the direct method: the membership at the anchor of inclusion'),
  exponents: z
    .array(z.number())
    .nullable()
    .describe('of straight lines: how they bend below and above 0.5; 1 is straight'),
});

/** A set that the data hold. */
export const column = z.object({
  id: z.string().describe('component id, name of an attribute, or of a column of a data file'),
  label: z.string().describe('its name in expressions'),
  of: z.enum(['component', 'attribute', 'column']).describe('where it comes from'),
  levels: z.number().int().describe('2 for crisp and fuzzy sets, more for multi-value ones'),
  isFuzzy: z.boolean().describe('memberships between 0 and 1 occur'),
  calibration: calibration.nullable().describe('null where the values were sets already'),
});

/** A set that may explain. */
export const condition = column.extend({
  expects: z
    .array(z.number().int())
    .nullable()
    .describe('levels expected to contribute to the outcome; null without an expectation'),
  expectedBy: z
    .string()
    .nullable()
    .describe('id of the proposition that says so, `study.md`, or null'),
});

/** A case as the analysis sees it. */
export const calibrated = z.object({
  case: z.string().describe('id of the case'),
  values: z
    .array(z.number().nullable())
    .describe('memberships or levels by condition; null where a mark has none'),
  outcome: z.number().nullable().describe('membership in the outcome; null where a mark has none'),
  raw: z
    .array(z.string().nullable())
    .describe(
      'marks or numbers as written, by condition, the outcome last; null where there is none',
    ),
});

const settled = z.object({
  isNegated: z.boolean().describe('of the absence of the outcome'),
  kind: z.enum(['conservative', 'parsimonious', 'intermediate']).describe('of which solution'),
  expression: z.string().describe('the term'),
  inEvery: z.number().int().describe('in how many completions it is in every model'),
  inSome: z
    .number()
    .int()
    .describe('in how many completions it is in some of the models that are known'),
  isRobust: z.boolean().describe('in every model of every completion that was run'),
});

/** What holds however open marks are settled. */
export const completions = z.object({
  cells: z
    .array(
      z.object({
        case: z.string().describe('id of the case'),
        column: z.string().describe('label of the condition'),
      }),
    )
    .describe('what has no membership'),
  possible: z.number().describe('how many ways there are to settle them'),
  run: z.number().int().describe('how many were run'),
  isSampled: z.boolean().describe('not all were run; the sample is the same each time'),
  terms: z.array(settled).describe('terms of all completions: robust or possible'),
});

/** A weakness that the analysis itself shows. */
export const caution = z.object({
  id: z
    .enum([
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
    ])
    .describe('the report has words for each'),
  of: z
    .array(z.string())
    .describe('labels of conditions, ids of cases or expressions of which it speaks'),
  n: z.number().nullable().describe('the number that it gives'),
  limit: z.number().nullable().describe('the number with which it is compared'),
});
