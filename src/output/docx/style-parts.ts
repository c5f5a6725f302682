/** What styles are made from. */
import type { IParagraphStyleOptions, IParagraphStylePropertiesOptions } from 'docx';

/** What styles depend on: sizes in half-points, the spacing of lines in 240ths of a line. */
export interface Setting {
  size: number;
  small: number;
  line: number;
  /** Han characters of headings. */
  han: string;
  isNumbered: boolean;
}

/** How the words of a style look. */
export type Run = NonNullable<IParagraphStyleOptions['run']>;

/** A grey for what stands back, in RGB. It keeps a contrast of 10 : 1 on white. */
export const muted = '404040';

/** A paragraph's style, on top of that of all. */
export function styleNamed(
  id: string,
  name: string,
  run: Run,
  paragraph: IParagraphStylePropertiesOptions,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph };
}

/** Above and below, in twips. The lines themselves are always of automatic height: a fixed one would clip images. */
export function spaced(before: number, after: number): IParagraphStylePropertiesOptions {
  return { spacing: { before, after } };
}

/** The same, with lines that stay close where those of the text are set wide. */
export function close(
  before: number,
  after: number,
  { line }: Setting,
): IParagraphStylePropertiesOptions {
  return { spacing: { before, after, line: Math.min(line, 276), lineRule: 'auto' } };
}

/** Bold type, so many times as large as the text. */
export function headType({ size, han }: Setting, factor: number): Run {
  const large = Math.round(size * factor);
  return { bold: true, size: large, sizeComplexScript: large, font: { eastAsia: han } };
}
