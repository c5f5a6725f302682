/** Works that are cited as study.json and templates have them. */
import * as z from 'zod';
import type { Work } from '../../domain/work.js';
import { select } from './select.js';

/** A work that is cited. */
export const work = z.object({
  key: z.string().describe('as in `[@key]`'),
  label: z.string().describe('author and year'),
  reference: z.string().describe('its entry in the list of references'),
  url: z.string().nullable().describe('where it can be found'),
  item: z.record(z.string(), z.unknown()).describe('as CSL-JSON has it'),
});

/** The works as plain objects. */
export function worksOf(works: Work[]): z.infer<typeof work>[] {
  return works.map((each) => select(work, each));
}
