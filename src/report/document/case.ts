/** Cases as study.json and templates have them. */
import * as z from 'zod';
import type { Case } from '../../domain/study.js';
import { attributeFields, attributesOf } from './attributes.js';
import { content } from './content.js';
import { entry, entryOf } from './entry.js';

/** A case with its entries. */
export const caseSchema = z.object({
  id: z.string().describe('the name of its file'),
  title: z.string().describe('its name'),
  file: z.string().describe('path within the study'),
  ...attributeFields,
  profile: content.describe('the case as a whole'),
  introductions: z
    .record(z.string(), content)
    .describe('what the note says of a dimension as a whole, by dimension id'),
  entries: z.array(entry).describe('what the note says of each component'),
});

/** A case as one plain object. */
export function caseOf(known: Case): z.infer<typeof caseSchema> {
  const { id, title, path, profile, introductions, entries } = known;
  return {
    id,
    title,
    file: path,
    ...attributesOf(known),
    profile,
    introductions: Object.fromEntries(introductions),
    entries: [...entries.values()].map(entryOf),
  };
}
