/**
 * What a template may see, and what study.json holds: plain objects under one schema. Templates are checked against it
 * path by path; the JSON Schema of study.json and the list of what a template may see are generated from it.
 * Each shape stands in a file of its own, with the function that makes it from the study.
 */
import * as z from 'zod';
import { analysisSchema } from '../../analyse/index.js';
import { changesSchema } from '../../changes/schema.js';
import { wordsSchema } from '../prose/words.js';
import { about } from './about.js';
import { caseSchema } from './case.js';
import { code } from './code.js';
import { framework } from './framework.js';
import { memo } from './memos.js';
import { message } from './message.js';
import { record, source } from './source.js';
import { work } from './work.js';

/** study.json. */
export const documentSchema = z.object({
  study: about.describe('what study.md says'),
  framework: framework.describe('the theory'),
  cases: z.array(caseSchema).describe('in the order of the study'),
  sources: z.array(source).describe('respondents, documents, observations'),
  records: z.array(record).describe('what evidence cites'),
  codes: z.array(code).describe('the codebook'),
  works: z.array(work).describe('the works that are cited'),
  comparison: analysisSchema.shape.comparison,
  analysis: analysisSchema.omit({ comparison: true }).describe('what was computed'),
  memos: z.array(memo).describe('comments of the notes; none in a public report'),
  changes: changesSchema
    .nullable()
    .describe('what changed since an older state; null where none was asked for'),
  messages: z.array(message).describe('what the checks say'),
  messagesWithheld: z
    .number()
    .int()
    .describe('how many more they say, of what a public report does not print'),
});

/** What a template also sees: the words of the report's language. */
export const viewSchema = documentSchema.extend({
  words: wordsSchema.describe(
    'the report’s own words, by the names in `words/en.json`: `words.report.contents`',
  ),
});

/** The content of study.json; an author's text is not yet plain words. */
export type Document = z.infer<typeof documentSchema>;

/** What a template sees. */
export type View = z.infer<typeof viewSchema>;
