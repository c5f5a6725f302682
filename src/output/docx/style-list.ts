/** Each style of the file, with its look. */
import type { IBaseCharacterStyleOptions, ICharacterStyleOptions, IParagraphStyleOptions, IParagraphStylePropertiesOptions } from 'docx';

/** What styles depend on: sizes in half-points, the spacing of lines in 240ths. */
export interface Setting {
  size: number;
  small: number;
  line: number;
  /** Han characters of headings. */
  han: string;
  isNumbered: boolean;
}

/** Above and below, in twips. The lines themselves are always of automatic height: a fixed one would clip images. */
function spacing(before: number, after: number): IParagraphStylePropertiesOptions {
  return { spacing: { before, after } };
}

const muted = '404040';

/** Title, headings, contents, running head and foot. */
export function headStyles({ size, small, han, isNumbered }: Setting): IParagraphStyleOptions[] {
  const factors = [1.5, 1.25, 1.1, 1, 1, 1];
  const headings = factors.map((factor, level): IParagraphStyleOptions => ({
    id: `Heading${String(level + 1)}`,
    name: `heading ${String(level + 1)}`,
    basedOn: 'Normal',
    next: 'BodyText',
    quickFormat: true,
    uiPriority: 9,
    run: { bold: true, italics: level > 3, size: Math.round(size * factor), sizeComplexScript: Math.round(size * factor), font: { eastAsia: han } },
    paragraph: {
      ...spacing(Math.round(420 - level * 60), 120),
      keepNext: true,
      keepLines: true,
      outlineLevel: level,
      ...(isNumbered && { numbering: { reference: 'headings', level } }),
    },
  }));
  const contents = [0, 1, 2].map((level): IParagraphStyleOptions => ({
    id: `TOC${String(level + 1)}`,
    name: `toc ${String(level + 1)}`,
    basedOn: 'Normal',
    uiPriority: 39,
    run: level === 0 ? { bold: true } : {},
    paragraph: { ...spacing(level === 0 ? 80 : 0, 20), indent: { left: level * 240 } },
  }));
  return [
    { id: 'Title', name: 'Title', basedOn: 'Normal', next: 'BodyText', quickFormat: true, run: { bold: true, size: size * 2, sizeComplexScript: size * 2, font: { eastAsia: han } }, paragraph: { ...spacing(0, 160), keepNext: true } },
    ...headings,
    { id: 'TOCHeading', name: 'TOC Heading', basedOn: 'Normal', next: 'BodyText', run: { bold: true, size: Math.round(size * 1.25), font: { eastAsia: han } }, paragraph: { ...spacing(480, 120), keepNext: true } },
    ...contents,
    { id: 'Header', name: 'header', basedOn: 'Normal', run: { size: small, color: muted }, paragraph: { alignment: 'center', ...spacing(0, 120) } },
    { id: 'Footer', name: 'footer', basedOn: 'Normal', run: { size: small, color: muted }, paragraph: { alignment: 'center', ...spacing(120, 0) } },
    { id: 'TableEnd', name: 'Table End', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { line: 240, lineRule: 'auto', after: 80 } } },
  ];
}

const bar = (style: 'single' | 'dotted') => ({ left: { style, size: 12, space: 6, color: '8C9BB0' } });

/** What the report's text is set in; each has a brother in tables. */
export function blockStyles({ size, small, han }: Setting): IParagraphStyleOptions[] {
  const of = (id: string, name: string, run: IParagraphStyleOptions['run'], paragraph: IParagraphStylePropertiesOptions): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...(run && { run }),
    paragraph,
  });
  const quote = { ...spacing(40, 100), indent: { left: 360 } };
  return [
    of('BodyText', 'Body Text', {}, spacing(0, 120)),
    of('Subtitle', 'Subtitle', { size: Math.round(size * 1.25), color: muted }, spacing(0, 240)),
    of('Authors', 'Authors', {}, spacing(0, 40)),
    of('Date', 'Date', { color: muted }, spacing(80, 240)),
    of('Quote', 'Quote', {}, { ...quote, border: bar('single') }),
    of('Claim', 'Quote of a Claim', {}, { ...quote, border: bar('dotted') }),
    of('Evidence', 'Evidence', {}, quote),
    of('Origin', 'Origin', { size: small, color: muted }, { ...spacing(0, 160), indent: { left: 360 } }),
    of('Note', 'Note', { color: muted }, { ...spacing(60, 120) }),
    of('Caution', 'Caution', {}, { ...spacing(80, 160), indent: { left: 120, right: 120 }, shading: { type: 'clear', color: 'auto', fill: 'F5F1E6' }, border: { left: { style: 'single', size: 24, space: 6, color: '9A7B2D' } } }),
    of('Rationale', 'Rationale', {}, spacing(40, 120)),
    of('Record', 'Record', {}, { ...spacing(120, 60) }),
    of('Uses', 'Uses', { size: small, color: muted }, { ...spacing(0, 160), indent: { left: 360 } }),
    of('Facts', 'Facts', { size: small, color: muted }, spacing(0, 120)),
    of('Question', 'Question', { size: small, color: muted }, spacing(0, 60)),
    of('Description', 'Description', { size: small, color: muted }, spacing(0, 240)),
    of('Bibliography', 'Bibliography', {}, { ...spacing(0, 100), indent: { left: 480, hanging: 480 } }),
    of('Caption', 'caption', { size: small, font: { eastAsia: han } }, { ...spacing(200, 80), keepLines: true }),
    of('Picture', 'Picture', {}, { ...spacing(160, 40), alignment: 'center' }),
    of('MinorHeading', 'Minor Heading', { bold: true, font: { eastAsia: han } }, { ...spacing(120, 60), keepNext: true }),
    of('Head', 'Head', { bold: true, font: { eastAsia: han } }, { ...spacing(0, 60), keepNext: true }),
    of('Group', 'Group', { bold: true, font: { eastAsia: han } }, { ...spacing(60, 60), keepNext: true }),
    of('SourceCode', 'Source Code', { size: small, font: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New' } }, { ...spacing(60, 120), alignment: 'left', shading: { type: 'clear', color: 'auto', fill: 'F5F5F5' } }),
    of('Rule', 'Rule', {}, { ...spacing(0, 160), border: { bottom: { style: 'single', size: 4, space: 4, color: 'A6A6A6' } } }),
  ];
}

/** Words with a meaning of their own. */
export function characterStyles(): ICharacterStyleOptions[] {
  const of = (id: string, name: string, run: IBaseCharacterStyleOptions['run']): ICharacterStyleOptions => ({ id, name, quickFormat: true, ...(run && { run }) });
  return [
    of('Rating', 'Rating', { bold: true }),
    of('State', 'State', { color: muted }),
    of('Verdict', 'Verdict', { color: muted }),
    of('Weight', 'Weight', { color: muted }),
    of('OriginKind', 'Kind of Origin', {}),
    of('Counter', 'Counter-evidence', { bold: true }),
    of('IndexLink', 'Index Link', {}),
    of('Missing', 'Missing', { color: '8A1C1C' }),
    of('VerbatimChar', 'Verbatim Char', { font: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New' } }),
  ];
}
