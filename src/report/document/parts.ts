/** The parts of what a template may see, each with its meaning: schemas of plain objects. */
import * as z from 'zod';
import { state } from '../../analyse/schemas.js';
import type { Content } from '../../domain/text.js';

/** An author's text: parsed Markdown for a template, a string of plain words in study.json. */
export const content = z.custom<Content>(isContent);

export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'text' in value;
}

/** Whether a schema is that of an author's text; a description makes another schema of the same definition. */
export function isContentSchema(schema: z.ZodType): boolean {
  return schema.def === content.def;
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const attributes = z
  .record(z.string(), z.union([scalar, z.array(scalar)]))
  .describe('by name, as the author wrote them');
const translations = z.record(z.string(), z.string());

export const proposition = z.object({
  id: z.string().describe('`P5`'),
  expects: z.string().nullable().describe('the rating expected where success is seen'),
  text: z.string().describe('what it says'),
});

const component = z.object({
  id: z.string().describe('the slug of its heading, or its `id`'),
  code: z.string().nullable().describe('its short code'),
  title: z.string().describe('its heading; for a template in the report’s language'),
  titles: translations.describe('its title in other languages'),
  aliases: z.array(z.string()).describe('other names by which notes may call it'),
  question: z
    .string()
    .nullable()
    .describe('the question it asks; for a template in the report’s language'),
  questions: translations.describe('its question in other languages'),
  parent: z.string().nullable().describe('id of the component of which it is a part'),
  propositions: z.array(proposition).describe('propositions stated under it'),
  see: z.array(z.string()).describe('ids of propositions stated elsewhere that concern it'),
  about: content.describe('what it covers'),
});

export const dimension = z.object({
  id: z.string().describe('the slug of its heading, or its `id`'),
  code: z.string().nullable().describe('its short code'),
  title: z.string().describe('its heading; for a template in the report’s language'),
  titles: translations.describe('its title in other languages'),
  propositions: z.array(proposition).describe('propositions stated under it'),
  about: content.describe('what it covers'),
  components: z.array(component).describe('its components, sub-components behind their own'),
});

const item = z.object({
  id: z.string().describe('`F1`'),
  title: z.string().describe('what stands behind its id'),
  content: content.describe('its text'),
});

const titled = {
  id: z.string().describe('the slug of its heading'),
  title: z.string().describe('its heading'),
  content: content.describe('its text up to the first item'),
  items: z.array(item).describe('findings, rivals or suggestions with ids of their own'),
};

/** A section of study.md, with the sections of other names that stand behind it. */
const section = z.object({
  ...titled,
  followers: z.array(z.object(titled)).describe('sections of other names that stand behind it'),
});

export const sections = z.object({
  opening: section
    .optional()
    .describe('what stands in study.md before the first section that the report knows'),
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
  checklists: section
    .optional()
    .describe('what it says of checklists besides its answers to their items'),
});

export const original = z
  .object({ language: z.string().describe('`zh`'), text: z.string().describe('plain words') })
  .nullable()
  .describe('the words in their own language');

export const withheld = z
  .enum(['restricted', 'no-consent', 'paraphrase-only', 'unknown-source'])
  .nullable()
  .describe('why a public report does not print all of its words; null where it does');

export const withheldAttributes = z
  .array(z.string())
  .describe('attributes whose values a public report does not give');

const evidence = z.object({
  record: z
    .string()
    .describe('id of its record as the study knows it; as written if there is no such record'),
  kind: z.enum(['verbatim', 'paraphrased']).describe('quoted or paraphrased'),
  codes: z.array(z.string()).describe('ids of codes'),
  speaksFor: z.string().nullable().describe('the rating for which it speaks'),
  counter: z.boolean().describe('whether that is another than the entry’s'),
  text: z.string().describe('plain words'),
  original,
  withheld,
  line: z.number().int().describe('where it stands in the note'),
});

export const entry = z.object({
  component: z.string().describe('id of the component'),
  state: state.describe('whether it is rated, and why not'),
  rating: z.string().nullable().describe('a symbol of the legend'),
  findings: z.array(content).describe('its paragraphs'),
  rationale: content.nullable().describe('why it is rated so'),
  other: z
    .array(content)
    .describe('tables, lists, images and other blocks that are neither finding nor evidence'),
  evidence: z.array(evidence).describe('its pieces of evidence'),
  line: z.number().int().describe('where it stands in the note'),
});

export const message = z.object({
  file: z.string().describe('path within the study'),
  line: z.number().int().describe('counted from 1'),
  column: z.number().int().describe('counted from 1'),
  severity: z.enum(['info', 'warning', 'error']).describe('how bad it is'),
  rule: z.string().describe('id of the rule'),
  reason: z.string().describe('what was found and what was expected'),
});
