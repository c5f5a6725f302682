/** A framework as study.json and templates have it. */
import * as z from 'zod';
import type { Framework } from '../../domain/framework.js';
import { content } from './content.js';
import { select } from './select.js';

const translations = z.record(z.string(), z.string());

const proposition = z.object({
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

const dimension = z.object({
  id: z.string().describe('the slug of its heading, or its `id`'),
  code: z.string().nullable().describe('its short code'),
  title: z.string().describe('its heading; for a template in the report’s language'),
  titles: translations.describe('its title in other languages'),
  propositions: z.array(proposition).describe('propositions stated under it'),
  about: content.describe('what it covers'),
  components: z.array(component).describe('its components, sub-components behind their own'),
});

/** A framework: its dimensions, their components, and the propositions stated under each. */
export const framework = z.object({
  id: z.string().describe('`bryson-2006`'),
  title: z.string().describe('its name'),
  about: content.describe('what it says of itself'),
  propositions: z.array(proposition).describe('propositions on the whole'),
  dimensions: z.array(dimension).describe('its dimensions'),
});

/** The framework as one plain object. */
export function frameworkOf(known: Framework): z.infer<typeof framework> {
  return select(framework, known);
}
