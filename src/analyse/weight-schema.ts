/** The schema of the weight of evidence. */
import * as z from 'zod';
import { state } from './schemas.js';

const shortfall = z.object({
  what: z
    .enum([
      'pieces',
      'records',
      'sources',
      'kinds',
      'perspectives',
      'self-report',
      'translation',
      'paraphrase',
    ])
    .describe('what is too little; of the last three, what is all that there is'),
  has: z
    .number()
    .int()
    .nullable()
    .describe('how much of it speaks for the rating; null where it is all that there is'),
  needs: z.number().int().nullable().describe('how much the rule asks for; null likewise'),
});

const ruling = z.object({
  written: z
    .array(z.string())
    .describe('the study’s own rules for the rating and for any, as written'),
  met: z.boolean().describe('the evidence that speaks for the rating is as much as they ask'),
  missing: z.array(shortfall).describe('what it lacks'),
});

const row = z.object({
  case: z.string().describe('id of the case'),
  component: z.string().describe('id of the component'),
  state: state.describe('whether it is rated, and why not'),
  rating: z.string().nullable().describe('a symbol of the legend'),
  pieces: z.number().int().describe('pieces of evidence'),
  records: z.number().int().describe('distinct records that they cite'),
  sources: z.number().int().describe('distinct sources of these'),
  kinds: z.array(z.string()).describe('kinds of these sources'),
  perspectives: z.array(z.string()).describe('perspectives that these sources state'),
  triangulated: z
    .boolean()
    .describe('it rests on two or more kinds of source, of those that state theirs'),
  singleVoice: z.boolean().describe('all of it comes from one source'),
  selfReportOnly: z.boolean().describe('all of it is self-report'),
  translatedOnly: z
    .boolean()
    .describe('all of it is translated, and no words in their own language stand beside'),
  counter: z.number().int().describe('pieces that speak for another rating'),
  oldest: z
    .string()
    .nullable()
    .describe('date of the earliest source, as written; null where no date can be read'),
  newest: z.string().nullable().describe('date of the latest source, as written; null likewise'),
  undated: z.number().int().describe('sources without a date that can be read'),
  rule: ruling
    .nullable()
    .describe('the study’s own rule of evidence for the rating; null without one'),
  noBadNews: z
    .boolean()
    .describe(
      'rated on the favourable side on self-reports alone, which tell of no trouble: that is never evidence for a good rating',
    ),
});

const difference = z.object({
  respect: z
    .enum(['kinds', 'perspectives', 'triangulated', 'single-voice', 'self-report-only', 'counter'])
    .describe(
      'in which respect; a case whose sources state no perspective is not compared in that',
    ),
  groups: z
    .array(
      z.object({
        value: z
          .union([z.array(z.string()), z.boolean()])
          .describe('kinds or perspectives; or whether it is so'),
        cases: z.array(z.string()).describe('ids of the cases'),
      }),
    )
    .describe('cases that are alike, the most first'),
  apart: z
    .array(z.string())
    .describe('cases outside the largest group; all of them where two groups are the largest'),
});

const inequality = z.object({
  component: z.string().describe('id of the component'),
  respects: z.array(difference).describe('in what the evidence of its cells differs'),
});

/** The form of the weight of evidence. */
export const weightSchema = z
  .object({
    entries: z.array(row).describe('a row for each case and component with an entry'),
    unequal: z
      .array(inequality)
      .describe(
        'components whose cells rest on unequal evidence; cells without evidence are gaps, and left out',
      ),
  })
  .describe('the weight of the evidence; nothing is summed or scored');

/** What the evidence of each entry weighs, and where cells rest on unequal evidence. */
export type Weight = z.infer<typeof weightSchema>;

/** What the evidence of one entry weighs. */
export type WeightRow = z.infer<typeof row>;

/** A respect in which the cells of a component differ. */
export type Respect = z.infer<typeof difference>;
