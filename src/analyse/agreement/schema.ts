/** What agreement between coders yields. What is not defined is null, never 1 or 0. */
import * as z from 'zod';

const names = [
  'percent',
  'cohen',
  'cohen-linear',
  'cohen-quadratic',
  'conger',
  'light',
  'fleiss',
  'brennan-prediger',
  'gwet-ac1',
  'gwet-ac2',
  'krippendorff-nominal',
  'krippendorff-ordinal',
  'krippendorff-interval',
] as const;

const interval = z.object({
  low: z.number().describe('2.5th percentile'),
  high: z.number().describe('97.5th percentile'),
  resamples: z.number().int().describe('how many times the units were drawn'),
  undefinedResamples: z.number().int().describe('draws without variation, which are left out'),
});

const coefficient = z.object({
  name: z.enum(names).describe('which coefficient'),
  value: z.number().nullable().describe('1 is full agreement, 0 what chance would give'),
  reason: z.enum(['no-variation', 'no-common-units']).nullable().describe('why there is no value'),
  observed: z.number().nullable().describe('observed agreement'),
  expected: z.number().nullable().describe('agreement that chance alone would give'),
  error: z.number().nullable().describe('standard error'),
  interval: interval
    .nullable()
    .describe('95 % interval by the bootstrap, of alpha over all components'),
});

const extent = z.object({
  units: z.number().int().describe('units that two or more coders rated'),
  agreed: z.number().int().describe('those of them on which all who rated agree'),
  coefficients: z.array(coefficient).describe('none where there are fewer than 10 such units'),
});

const reading = extent.extend({
  id: z
    .enum(['main', 'every-mark'])
    .describe(
      '`main`: marks without a membership, and words of absence, are missing; `every-mark`: each is a category',
    ),
  marks: z.array(z.string()).describe('the categories, by membership where all have one'),
  isOrdered: z.boolean().describe('three or more categories, all with a membership of their own'),
  complete: z.number().int().describe('units that every coder rated'),
  unanimous: z.number().nullable().describe('share of these on which all agree'),
  alphaGrade: z
    .enum(['reliable', 'tentative', 'unreliable'])
    .nullable()
    .describe('of nominal alpha, at .800 and .667 (Krippendorff 2018)'),
  kappaGrade: z
    .enum(['poor', 'slight', 'fair', 'moderate', 'substantial', 'almost-perfect'])
    .nullable()
    .describe('of Cohen’s kappa, or of Fleiss’ with more than two coders (Landis & Koch 1977)'),
  components: z
    .array(extent.extend({ component: z.string().describe('id of the component') }))
    .describe('the same by component'),
});

const coder = z.object({
  id: z.string().describe('`A`, `B`, in the order of the study'),
  name: z
    .string()
    .nullable()
    .describe('as written; null where the report is anonymous or nobody is named'),
  from: z.enum(['notes', 'file']).describe('whether the marks are those of the case notes'),
  file: z
    .string()
    .nullable()
    .describe('path within the study; null for the notes, and where the report is anonymous'),
  date: z.string().nullable().describe('as written'),
  round: z.string().nullable().describe('as written'),
  units: z.number().int().describe('units that this coder rated'),
  used: z
    .record(z.string(), z.number().int())
    .describe('how often each mark, by symbol or word of absence'),
});

const said = z.object({
  mark: z
    .string()
    .nullable()
    .describe(
      'a symbol of the legend or a word of absence; null where this coder did not rate the unit',
    ),
  rationale: z.string().nullable().describe('plain words'),
});

const disagreement = z.object({
  component: z.string().describe('id of the component'),
  case: z.string().describe('id of the case'),
  said: z.record(z.string(), said).describe('what each coder said first, by coder'),
  settled: z
    .object({
      mark: z.string().nullable().describe('the settled mark'),
      by: z
        .string()
        .nullable()
        .describe('who settled it; null where that is not said, or the report is anonymous'),
      rationale: z.string().nullable().describe('plain words'),
    })
    .nullable()
    .describe('null where it is open'),
});

const unit = z.object({
  component: z.string().describe('id of the component'),
  case: z.string().describe('id of the case'),
  marks: z.record(z.string(), z.string().nullable()).describe('by coder; null where not rated'),
});

const caution = z.object({
  id: z
    .enum([
      'too-few-units',
      'few-units',
      'no-variation',
      'prevalence',
      'undefined-resamples',
      'marks-changed',
    ])
    .describe('the report has words for each'),
  n: z.number().int().describe('of how many units or resamples it speaks'),
});

/** The form of agreement between coders. */
export const agreementSchema = z
  .object({
    coders: z
      .array(coder)
      .describe('the author of the notes’ own marks first, unless they have a file too'),
    readings: z.array(reading).describe('the second only where it differs'),
    units: z.array(unit).describe('every component of a case that a coder rated'),
    disagreements: z.array(disagreement).describe('units on which two coders differ'),
    cautions: z.array(caution).describe('weaknesses of these numbers'),
  })
  .nullable()
  .describe('agreement between coders; null without a second one');

/** Agreement between coders; null where there is no second coder. */
export type Agreement = NonNullable<z.infer<typeof agreementSchema>>;
/** One way to read the marks, with its coefficients. */
export type AgreementReading = Agreement['readings'][number];
/** One coefficient with its interval. */
export type AgreementCoefficient = AgreementReading['coefficients'][number];
