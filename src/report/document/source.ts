/** Sources and their records as study.json and templates have them. */
import * as z from 'zod';
import { flags, recordForms, type Source } from '../../domain/source.js';
import type { Record } from '../../domain/study.js';
import { attributeFields, attributesOf } from './attributes.js';
import { content } from './content.js';
import { passageFields, passageOf } from './passage.js';
import { select } from './select.js';

/** A source without its records. */
export const source = z.object({
  id: z.string().describe('`D`'),
  case: z.string().nullable().describe('id of its case'),
  kind: z
    .string()
    .describe(
      'interview, document, observation, archive, survey, artefact or a word of the study’s own',
    ),
  title: z.string().nullable().describe('what it is called'),
  url: z.string().nullable().describe('where it can be found'),
  ...attributeFields,
  withheld: passageFields.withheld,
  about: content.describe('what is said of it'),
});

/** A record of a source. */
export const record = z.object({
  id: z.string().describe('`D122`'),
  source: z.string().describe('id of its source'),
  case: z.string().nullable().describe('id of its case'),
  flags: z.array(z.enum(flags)).describe('as written'),
  form: z.enum(recordForms).describe('what its text is, also where nothing is written'),
  ...passageFields,
});

/** A source as one plain object. */
export function sourceOf(known: Source): z.infer<typeof source> {
  return select(source, {
    ...known,
    ...attributesOf(known),
    withheld: known.withheld ?? null,
  });
}

/** A record as one plain object; its id is the name by which the study knows it. */
export function recordOf(known: Record): z.infer<typeof record> {
  return select(record, { ...known, id: known.key, ...passageOf(known) });
}
