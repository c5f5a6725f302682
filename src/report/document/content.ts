/** An author's text as templates and study.json have it. */
import * as z from 'zod';
import type { Content } from '../../domain/text.js';

/** An author's text: parsed Markdown for a template, a string of plain words in study.json. */
export const content = z.custom<Content>(isContent);

/** Whether a value is an author's text. */
export function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && 'nodes' in value && 'text' in value;
}

/** Whether a schema is that of an author's text; a description makes another schema of the same definition. */
export function isContentSchema(schema: z.core.$ZodType): boolean {
  return schema._zod.def === content._zod.def;
}
