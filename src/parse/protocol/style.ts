/** `style:` of study.md and of templates: how PDF and Word look. */
import * as z from 'zod';
import { fontFamilies, orientations, papers, type Style } from '../../domain/protocol.js';

/** What an author may set; everything that is left out keeps its default. */
export const styleSchema = z.strictObject({
  paper: z.enum(papers).optional(),
  orientation: z.enum(orientations).optional(),
  font: z.enum(fontFamilies).optional(),
  latin: z.string().nullable().optional(),
  han: z.string().nullable().optional(),
  size: z.number('expected points, 6 to 24').min(6).max(24).optional(),
  margin: z.number('expected millimetres, 5 to 60').min(5).max(60).optional(),
  spacing: z.number('expected a factor, 1 to 3').min(1).max(3).optional(),
  contents: z.boolean().optional(),
  numbering: z.boolean().optional(),
  anonymous: z.boolean().optional(),
});

/** A style as an author or a template writes it. */
export type WrittenStyle = z.infer<typeof styleSchema>;

const defaultStyle: Style = {
  paper: 'a4',
  orientation: 'portrait',
  font: 'serif',
  latin: null,
  han: null,
  size: 10,
  margin: 24,
  spacing: 1.15,
  contents: true,
  numbering: true,
  anonymous: false,
};

/** The default, and over it each of the given styles in turn. */
export function styleOf(...written: WrittenStyle[]): Style {
  const style = { ...defaultStyle };
  for (const each of written)
    Object.assign(
      style,
      Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)),
    );
  return style;
}
