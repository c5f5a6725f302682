/** Data for other programs. */
import type { Format } from '../format.js';

/** `study.json` and `study.schema.json`. */
export const json: Format = {
  isDefault: true,
  files: [
    {
      path: 'study.json',
      mediaType: 'application/json',
      readBack: 'json',
      help: 'all that was read and computed, for R, Python and others',
    },
    {
      path: 'study.schema.json',
      mediaType: 'application/json',
      readBack: 'json',
      help: 'its JSON Schema, generated from the schema that checks templates',
    },
  ],
  render: async ({ data }) => {
    const { renderJson, renderJsonSchema } = await import('../json.js');
    return {
      files: [
        { path: 'study.json', bytes: renderJson(data.document, data.asText) },
        { path: 'study.schema.json', bytes: renderJsonSchema(data.schema, data.textSchema) },
      ],
    };
  },
};
