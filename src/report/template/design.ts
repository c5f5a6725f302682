/** What a template asks for in its front matter, and what the study sets over it. */
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import * as z from 'zod';
import type { Protocol, Style } from '../../domain/protocol.js';
import { openDocument } from '../../parse/text/document.js';
import { parseFrontMatter } from '../../parse/text/front-matter.js';
import { styleOf, styleSchema } from '../../parse/protocol/style.js';
import { templateFitsView } from '../../messages/kinds.js';
import { stamp } from '../../messages/stamp.js';

const schema = z.strictObject({
  /** What it is for, in a line. */
  description: z.string().optional(),
  style: styleSchema.optional(),
  'word-limit': z.number().int().min(1).optional(),
});

/** How a report is set, and how long it may be. */
export interface Layout {
  style: Style;
  /** Words that the report may have. */
  wordLimit: number | null;
}

/** The layout that the front matter of a template asks for, and what is wrong in it. */
export function layoutOf(
  template: VFile,
  { style, wordLimit }: Pick<Protocol, 'style' | 'wordLimit'>,
  isAnonymous = false,
): { layout: Layout; faults: VFileMessage[] } {
  const document = openDocument(new VFile({ path: template.path, value: String(template) }));
  const { data } = parseFrontMatter(document, schema);
  return {
    layout: {
      style: styleOf(data.style ?? {}, style, isAnonymous ? { anonymous: true } : {}),
      wordLimit: wordLimit?.words ?? data['word-limit'] ?? null,
    },
    faults: document.unread.map(({ place, found, expected }) =>
      stamp(templateFitsView, { place, reason: `Unexpected ${found}, expected ${expected}` }),
    ),
  };
}
