/**
 * What a template may see, and what study.json holds: plain objects under one schema. Templates are checked against it
 * path by path; the JSON Schema of study.json and the list in templates/README.md are generated from it.
 */
import * as z from 'zod';
import { analysisSchema } from '../../analyse/index.js';
import { changesSchema } from '../../changes/schema.js';
import {
  attributes,
  content,
  dimension,
  entry,
  message,
  original,
  proposition,
  sections,
  withheld,
  withheldAttributes,
} from './parts.js';
import { wordsSchema } from '../prose/words.js';

const author = z.object({
  name: z.string().describe('as it is printed'),
  affiliation: z.string().nullable().describe('where they work'),
  orcid: z.string().nullable().describe('as written'),
});

const rating = z.object({
  symbol: z.string().describe('`+`'),
  label: z.string().describe('what it means'),
  membership: z
    .number()
    .nullable()
    .describe('degree of membership in the set of favourable cases, 0 to 1'),
});

const study = z.object({
  title: z.string().describe('title of the study'),
  subtitle: z.string().nullable().describe('its second title'),
  authors: z.array(author).describe('none where the report is anonymous'),
  date: z.string().nullable().describe('as written'),
  language: z.string().describe('language of the study: `en`, `zh`'),
  profile: z.enum(['internal', 'public']).describe('for whom the report is'),
  framework: z.string().describe('id of the framework'),
  outcome: z.string().nullable().describe('id of the component to be explained'),
  legend: z.array(rating).describe('the ratings in use'),
  sections: sections.describe('sections of study.md by their role'),
});

const framework = z.object({
  id: z.string().describe('`bryson-2006`'),
  title: z.string().describe('its name'),
  about: content.describe('what it says of itself'),
  propositions: z.array(proposition).describe('propositions on the whole'),
  dimensions: z.array(dimension).describe('its dimensions'),
});

const each = z.object({
  id: z.string().describe('the name of its file'),
  title: z.string().describe('its name'),
  file: z.string().describe('path within the study'),
  attributes,
  withheldAttributes,
  profile: content.describe('the case as a whole'),
  introductions: z
    .record(z.string(), content)
    .describe('what the note says of a dimension as a whole, by dimension id'),
  entries: z.array(entry).describe('what the note says of each component'),
});

const source = z.object({
  id: z.string().describe('`D`'),
  case: z.string().nullable().describe('id of its case'),
  kind: z
    .string()
    .describe(
      'interview, document, observation, archive, survey, artefact or a word of the study’s own',
    ),
  title: z.string().nullable().describe('what it is called'),
  url: z.string().nullable().describe('where it can be found'),
  attributes,
  withheldAttributes,
  withheld,
  about: content.describe('what is said of it'),
});

const record = z.object({
  id: z.string().describe('`D122`'),
  source: z.string().describe('id of its source'),
  case: z.string().nullable().describe('id of its case'),
  flags: z
    .array(z.enum(['verbatim', 'description', 'summary', 'translated']))
    .describe('as written'),
  form: z
    .enum(['verbatim', 'description', 'summary'])
    .describe('what its text is, also where nothing is written'),
  text: z.string().describe('plain words'),
  original,
  withheld,
});

const code = z.object({
  id: z.string().describe('`HAIR`'),
  name: z.string().describe('what it is short for'),
  components: z.array(z.string()).describe('ids of the components with which it is matched'),
  definition: z.string().nullable().describe('what it means'),
  include: z.string().nullable().describe('when it is given'),
  exclude: z.string().nullable().describe('when it is not'),
  about: content.describe('what else the codebook says of it'),
});

const memo = z.object({
  file: z.string().describe('path within the study'),
  line: z.number().int().describe('counted from 1'),
  text: z.string().describe('as written'),
});

const work = z.object({
  key: z.string().describe('as in `[@key]`'),
  label: z.string().describe('author and year'),
  reference: z.string().describe('its entry in the list of references'),
  url: z.string().nullable().describe('where it can be found'),
  item: z.record(z.string(), z.unknown()).describe('as CSL-JSON has it'),
});

/** study.json. */
export const documentSchema = z.object({
  study: study.describe('what study.md says'),
  framework: framework.describe('the theory'),
  cases: z.array(each).describe('in the order of the study'),
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

/** What a template sees beside: the words of the report's language. */
export const viewSchema = documentSchema.extend({
  words: wordsSchema.describe(
    'the report’s own words, by the names in `words/en.json`: `words.report.contents`',
  ),
});

export type Document = z.infer<typeof documentSchema>;
export type View = z.infer<typeof viewSchema>;
