/** What study.md says, as study.json and templates have it. */
import * as z from 'zod';
import { profiles } from '../../domain/protocol.js';
import type { Study } from '../../domain/study.js';
import { sections, sectionsOf } from './sections.js';
import { select } from './select.js';

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

const front = z.object({
  title: z.string().describe('title of the study'),
  subtitle: z.string().nullable().describe('its second title'),
  authors: z.array(author).describe('none where the report is anonymous'),
  date: z.string().nullable().describe('as written'),
  language: z.string().describe('language of the study: `en`, `zh`'),
  profile: z.enum(profiles).describe('for whom the report is'),
  framework: z.string().describe('id of the framework'),
  outcome: z.string().nullable().describe('id of the component to be explained'),
  legend: z.array(rating).describe('the ratings in use'),
});

/** Title, authors, legend and the like, and the sections. */
export const about = front.extend({
  sections: sections.describe('sections of study.md by their role'),
});

/** What study.md says as one plain object. */
export function aboutOf({ protocol, framework, outcome }: Study): z.infer<typeof about> {
  const own = select(front, {
    ...protocol,
    framework: framework.id,
    outcome: outcome?.id ?? null,
  });
  return { ...own, sections: sectionsOf(protocol.sections) };
}
