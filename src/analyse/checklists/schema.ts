/** Checklists of method and reporting: what each item asks, what the tool sees for it, what the study states. */
import * as z from 'zod';
import { answerStatuses } from '../../domain/checklist.js';

const target = z.union([
  z.object({
    kind: z
      .enum(['record', 'source', 'item', 'section', 'case', 'code', 'proposition'])
      .describe('what it leads to'),
    id: z.string().describe('its id'),
  }),
  z.object({
    kind: z.literal('entry').describe('what it leads to'),
    id: z.string().describe('id of the component'),
    case: z.string().describe('id of the case'),
  }),
]);

const signal = z.object({
  of: z
    .string()
    .describe('what was looked for: a name that `sees:` of a checklist uses, or `headings`'),
  settles: z.boolean().describe('false where it bears on the item without settling it'),
  status: z
    .enum(['seen', 'partly-seen', 'not-seen'])
    .describe('whether it is there; never whether it is good'),
  numbers: z
    .record(z.string(), z.number())
    .describe('by the names of the gaps in the report’s words: `n` of `of`'),
  targets: z.array(target).describe('where it is seen, the first of them'),
  lacking: z.array(target).describe('where it could be expected and is not, the first of them'),
});

const item = z.object({
  item: z.string().describe('its id in the checklist: `CV1`, `S5`, `12`'),
  title: z.string().describe('its title'),
  domain: z.string().describe('the part of the checklist in which it stands'),
  asks: z.string().describe('what it asks for, in words of this project'),
  status: z
    .enum([...answerStatuses, 'stated', 'seen', 'partly-seen', 'not-stated'])
    .describe('what the study states of it, else what the tool sees of it; a word, never a score'),
  seen: z.array(signal).describe('what the tool looked for'),
  stated: z
    .array(
      z.object({
        status: z
          .enum(answerStatuses)
          .nullable()
          .describe('the status in brackets; null without one'),
        text: z.string().describe('plain words'),
      }),
    )
    .describe('what study.md states under `## Checklists`'),
});

const checklist = z.object({
  checklist: z.string().describe('its id'),
  title: z.string().describe('its title'),
  source: z.string().describe('the work that it is taken from'),
  items: z.array(item).describe('in its order'),
  cautions: z
    .array(
      z.object({
        id: z.enum(['said-not-seen']).describe('the report has words for each'),
        items: z.array(z.string()).describe('ids of the items of which it speaks'),
      }),
    )
    .describe('where statement and sight do not agree'),
});

/** The form of the filled checklists. */
export const checklistsSchema = z
  .array(checklist)
  .describe('checklists of method and reporting, as far as the study names them');

/** Each chosen checklist with its items filled in. */
export type Checklists = z.infer<typeof checklistsSchema>;
/** One item of a checklist, filled in. */
export type ChecklistRow = Checklists[number]['items'][number];
/** What was looked for, and whether it is there. */
export type Signal = z.infer<typeof signal>;
/** A thing of the study in which something is seen. */
export type SignalTarget = z.infer<typeof target>;
