/**
 * What a template may see, and what study.json holds: plain objects under one schema. Templates are checked against it
 * path by path, and the JSON Schema of study.json is generated from it.
 */
import * as z from 'zod';
import { analysisSchema } from '../analyse/index.js';
import { state } from '../analyse/schemas.js';
import type { Content } from '../model.js';
import { wordsSchema } from './words.js';

/** An author's text: parsed Markdown for a template, a string of plain words in study.json. */
export const content = z.custom<Content>(isContent);

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'text' in value;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const attributes = z.record(z.string(), z.union([scalar, z.array(scalar)]));
const proposition = z.object({ id: z.string(), expects: z.string().nullable(), text: z.string() });

const translations = z.record(z.string(), z.string());

const component = z.object({
  id: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  titles: translations,
  aliases: z.array(z.string()),
  question: z.string().nullable(),
  questions: translations,
  parent: z.string().nullable(),
  propositions: z.array(proposition),
  see: z.array(z.string()),
  about: content,
});

const dimension = z.object({
  id: z.string(),
  code: z.string().nullable(),
  title: z.string(),
  titles: translations,
  propositions: z.array(proposition),
  about: content,
  components: z.array(component),
});

const item = z.object({ id: z.string(), title: z.string(), content });

/** A section of study.md, with the sections of other names that stand behind it. */
const section = z.object({
  id: z.string(),
  title: z.string(),
  content,
  items: z.array(item),
  followers: z.array(z.object({ id: z.string(), title: z.string(), content, items: z.array(item) })),
});

const sections = z.object({
  /** What stands in study.md before the first section that the report knows. */
  opening: section.optional(),
  abstract: section.optional(),
  question: section.optional(),
  scope: section.optional(),
  framework: section.optional(),
  selection: section.optional(),
  method: section.optional(),
  findings: section.optional(),
  rivals: section.optional(),
  limits: section.optional(),
  conclusions: section.optional(),
  suggestions: section.optional(),
});

const evidence = z.object({
  /** The record's id as the study knows it; the id as written if there is no such record. */
  record: z.string(),
  kind: z.enum(['verbatim', 'paraphrased']),
  codes: z.array(z.string()),
  speaksFor: z.string().nullable(),
  counter: z.boolean(),
  text: z.string(),
  original: z.object({ language: z.string(), text: z.string() }).nullable(),
  line: z.number().int(),
});

const entry = z.object({
  component: z.string(),
  state,
  rating: z.string().nullable(),
  findings: z.array(content),
  rationale: content.nullable(),
  /** Tables, lists, images and other blocks that are neither finding nor evidence. */
  other: z.array(content),
  evidence: z.array(evidence),
  line: z.number().int(),
});

const message = z.object({
  file: z.string(),
  line: z.number().int(),
  column: z.number().int(),
  severity: z.enum(['info', 'warning', 'error']),
  rule: z.string(),
  reason: z.string(),
});

/** study.json. */
export const documentSchema = z.object({
  study: z.object({
    title: z.string(),
    subtitle: z.string().nullable(),
    authors: z.array(z.object({ name: z.string(), affiliation: z.string().nullable(), orcid: z.string().nullable() })),
    date: z.string().nullable(),
    language: z.string(),
    framework: z.string(),
    outcome: z.string().nullable(),
    legend: z.array(z.object({ symbol: z.string(), label: z.string(), membership: z.number().nullable() })),
    sections,
  }),
  framework: z.object({
    id: z.string(),
    title: z.string(),
    about: content,
    propositions: z.array(proposition),
    dimensions: z.array(dimension),
  }),
  cases: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      file: z.string(),
      attributes,
      profile: content,
      introductions: z.record(z.string(), content),
      entries: z.array(entry),
    }),
  ),
  sources: z.array(
    z.object({
      id: z.string(),
      case: z.string().nullable(),
      kind: z.string(),
      title: z.string().nullable(),
      url: z.string().nullable(),
      attributes,
      about: content,
    }),
  ),
  records: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      case: z.string().nullable(),
      /** As written; `form` also says what holds where nothing is written. */
      flags: z.array(z.enum(['verbatim', 'description', 'summary', 'translated'])),
      form: z.enum(['verbatim', 'description', 'summary']),
      text: z.string(),
      original: z.object({ language: z.string(), text: z.string() }).nullable(),
    }),
  ),
  codes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      components: z.array(z.string()),
      definition: z.string().nullable(),
      include: z.string().nullable(),
      exclude: z.string().nullable(),
      about: content,
    }),
  ),
  works: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      reference: z.string(),
      url: z.string().nullable(),
      /** As CSL-JSON has it. */
      item: z.record(z.string(), z.unknown()),
    }),
  ),
  comparison: analysisSchema.shape.comparison,
  analysis: analysisSchema.omit({ comparison: true }),
  messages: z.array(message),
});

/** What a template sees beside: the words of the report's language. */
export const viewSchema = documentSchema.extend({ words: wordsSchema });

export type Document = z.infer<typeof documentSchema>;
export type View = z.infer<typeof viewSchema>;
