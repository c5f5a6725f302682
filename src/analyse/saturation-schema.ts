/** The schema of saturation. */
import * as z from 'zod';

const step = z.object({
  record: z.string().describe('id of the record'),
  date: z.string().describe('of its source, as written'),
  added: z.array(z.string()).describe('ids of the codes that no record before it has'),
  known: z.number().int().describe('codes by then'),
});

const course = z.object({
  case: z.string().nullable().describe('id of the case; null for the study as a whole'),
  steps: z
    .array(step)
    .describe(
      'coded records with a date, in order; those of the same date in the order of the files',
    ),
  sources: z.number().int().describe('distinct sources of these'),
  dates: z.number().int().describe('distinct dates of these; of one date no order is known'),
  overlapping: z
    .boolean()
    .describe(
      'a date such as 2016 spans another such as 2016-05, so that their order is not certain',
    ),
  undated: z
    .array(z.string())
    .describe('coded records without a date that can be read, which have no place in the order'),
  onlyUndated: z.array(z.string()).describe('codes that none but these have'),
  last: z.string().nullable().describe('the last record that added a code'),
  since: z.number().int().nullable().describe('coded records behind it'),
});

const coverage = z.object({
  case: z.string().describe('id of the case'),
  covered: z.number().int().describe('components of which it has evidence'),
  components: z.number().int().describe('components of the framework'),
});

/** The form of saturation. */
export const saturationSchema = z
  .object({
    study: course.describe('over all cases'),
    cases: z.array(course).describe('the same by case, by the codes that its own entries give'),
    uncoded: z
      .object({
        evidence: z.array(z.string()).describe('records that are evidence and have no code'),
        cited: z.array(z.string()).describe('records that texts cite and that are no evidence'),
        unused: z.array(z.string()).describe('records that nothing uses'),
      })
      .describe('records without a code, by id'),
    coverage: z
      .array(coverage)
      .describe('how many components each case has evidence of; `gaps` names the others'),
  })
  .describe('whether records still bring new codes, and what is not coded');

/** Whether records still bring new codes, and what is not coded. */
export type Saturation = z.infer<typeof saturationSchema>;

/** How codes came up from record to record. */
export type Course = z.infer<typeof course>;
