/** What a template asks for in its front matter, and what the study sets over it. */
import { VFile } from 'vfile';
import * as z from 'zod';
import type { Protocol, Style } from '../../domain/protocol.js';
import { openDocument } from '../../parse/text/document.js';
import { parseFrontMatter } from '../../parse/text/front-matter.js';
import { styleOf, styleSchema } from '../../parse/protocol/style.js';
import { complain } from './complain.js';

const schema = z.strictObject({
  /** What it is for, in a line. */
  description: z.string().optional(),
  style: styleSchema.optional(),
  'word-limit': z.number().int().min(1).optional(),
});

export interface Layout {
  style: Style;
  /** Words that the report may have. */
  wordLimit: number | null;
}

/** Reads the front matter of a template; a fault in it is an error on the template's file. */
export function layoutOf(
  template: VFile,
  { style, wordLimit }: Pick<Protocol, 'style' | 'wordLimit'>,
  isAnonymous = false,
): Layout {
  const document = openDocument(new VFile({ path: template.path, value: String(template) }));
  const { data } = parseFrontMatter(document, schema);
  for (const { place, found, expected } of document.unread) {
    const { start, end } = place.position;
    const range = {
      start: { ...start, column: start.column - 1 },
      end: { ...end, column: end.column - 1 },
    };
    complain(template, range, `Unexpected ${found}, expected ${expected}`);
  }
  return {
    style: styleOf(data.style ?? {}, style, isAnonymous ? { anonymous: true } : {}),
    wordLimit: wordLimit?.words ?? data['word-limit'] ?? null,
  };
}
