/** The words of a record or of a piece of evidence as study.json and templates have them. */
import * as z from 'zod';
import type { Original } from '../../domain/note.js';
import { withheldReasons, type Content } from '../../domain/text.js';

/** The words, those of the original, and why they are withheld if they are. */
export const passageFields = {
  text: z.string().describe('plain words'),
  original: z
    .object({ language: z.string().describe('`zh`'), text: z.string().describe('plain words') })
    .nullable()
    .describe('the words in their own language'),
  withheld: z
    .enum(withheldReasons)
    .nullable()
    .describe('why a public report does not print all of its words; null where it does'),
};

type Fields = z.infer<z.ZodObject<typeof passageFields>>;

/** The three fields of a record or a piece of evidence. */
export function passageOf(holder: { content: Content; original: Original | null }): Fields {
  const { content, original } = holder;
  return {
    text: content.text,
    original: original && { language: original.language, text: original.content.text },
    withheld: content.withheld ?? null,
  };
}
