/** study.json and its JSON Schema. */
import * as z from 'zod';

/** Renders a plain object; `asText` turns what is not plain, such as parsed text, into words. */
export function renderJson(document: object, asText: (value: unknown) => string | null): string {
  const replacer = (_: string, value: unknown) => asText(value) ?? value;
  return `${JSON.stringify({ $schema: './study.schema.json', ...document }, replacer, 2)}\n`;
}

/** The JSON Schema (draft 2020-12) of a zod schema; `text` is the schema of what is written as words. */
export function renderJsonSchema(schema: z.ZodType, text: z.ZodType): string {
  const generated = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      // A description makes another schema of the same definition.
      if (Object.is(zodSchema._zod.def, text.def)) jsonSchema.type = 'string';
    },
  });
  return `${JSON.stringify(generated, null, 2)}\n`;
}
