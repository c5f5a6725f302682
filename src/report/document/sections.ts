/** Sections of study.md as study.json and templates have them. */
import * as z from 'zod';
import type { Section } from '../../domain/protocol.js';
import { content } from './content.js';
import { select } from './select.js';

const item = z.object({
  id: z.string().describe('`F1`'),
  title: z.string().describe('what stands behind its id'),
  content: content.describe('its text'),
});

const titled = z.object({
  id: z.string().describe('the slug of its heading'),
  title: z.string().describe('its heading'),
  content: content.describe('its text up to the first item'),
  items: z.array(item).describe('findings, rivals or suggestions with ids of their own'),
});

const section = titled.extend({
  followers: z.array(titled).describe('sections of other names that stand behind it'),
});

/** Sections by their role, and the text before the first of them. */
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

/** Sections by their role; one whose role the report does not know follows the section before it. */
export function sectionsOf(written: Section[]): z.infer<typeof sections> {
  const byRole: z.infer<typeof sections> = {};
  let last: z.infer<typeof section> | null = null;
  for (const each of written) {
    const { role } = each;
    const own = select(titled, each);
    const first = { ...own, followers: [] };
    // The appendix prints it, so nothing may follow it.
    if (role === 'checklists') byRole.checklists ??= first;
    else if (role !== null && !byRole[role]) byRole[role] = last = first;
    else if (last) last.followers.push(own);
    else byRole.opening = last = first;
  }
  return byRole;
}
