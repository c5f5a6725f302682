/** Attributes of cases and sources as study.json and templates have them. */
import * as z from 'zod';
import type { Attributes } from '../../domain/text.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** Their values by name, and the names of those that a public report leaves out. */
export const attributeFields = {
  attributes: z
    .record(z.string(), z.union([scalar, z.array(scalar)]))
    .describe('by name, as the author wrote them'),
  withheldAttributes: z
    .array(z.string())
    .describe('attributes whose values a public report does not give'),
};

type Fields = z.infer<z.ZodObject<typeof attributeFields>>;

/** The two fields of a case or a source. */
export function attributesOf(holder: {
  attributes: Attributes;
  withheldAttributes?: string[];
}): Fields {
  const { attributes, withheldAttributes = [] } = holder;
  return { attributes: Object.fromEntries(attributes), withheldAttributes };
}
