/** The styles of the file: everything whose look a user of Word may want to change has one. */
import type { IParagraphStyleOptions, IStylesOptions } from 'docx';
import type { Style } from '../../domain/protocol.js';
import type { Printed } from '../printed.js';
import { fontsOf, languageOf } from './fonts.js';
import { blockStyles, characterStyles } from './block-styles.js';
import { headStyles } from './head-styles.js';
import type { Setting } from './style-parts.js';

/** All styles, by the study's style. */
export function stylesOf({ style, about }: Pick<Printed, 'style' | 'about'>): IStylesOptions {
  const { latin, han, hanHead } = fontsOf(style);
  const setting: Setting = {
    size: halfPoints(style.size),
    small: Math.max(12, halfPoints(style.size * 0.86)),
    line: lineOf(style),
    han: hanHead,
    isNumbered: style.numbering,
  };
  const blocks = blockStyles(setting);
  return {
    default: defaultStyles(setting, { latin, han, language: about.language }),
    paragraphStyles: [
      { id: 'Normal', name: 'Normal', quickFormat: true },
      ...headStyles(setting),
      ...blocks,
      ...blocks.map((block) => inTable(block, setting)),
    ],
    characterStyles: characterStyles(),
  };
}

/** What holds wherever no style says otherwise. */
function defaultStyles(
  { size, small, line }: Setting,
  { latin, han, language }: { latin: string; han: string; language: string },
): NonNullable<IStylesOptions['default']> {
  const font = { ascii: latin, hAnsi: latin, cs: latin, eastAsia: han };
  return {
    document: {
      run: {
        font,
        size,
        sizeComplexScript: size,
        language: { value: languageOf(language), eastAsia: 'zh-CN', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: { line, lineRule: 'auto', before: 0, after: 0 } },
    },
    hyperlink: { run: { color: '1F3F6E', underline: { type: 'single', color: 'B8C4D6' } } },
    footnoteText: {
      paragraph: { spacing: { line: 240, lineRule: 'auto', after: 40 } },
      run: { size: small },
    },
  };
}

function lineOf({ spacing }: Style): number {
  return Math.round(240 * spacing);
}

function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** The same style, smaller and closer, for the cells of tables. */
function inTable(
  { id, name, run, paragraph }: IParagraphStyleOptions,
  { small, size, line }: Setting,
): IParagraphStyleOptions {
  const spacing = {
    ...paragraph?.spacing,
    line: 240,
    lineRule: 'auto' as const,
    before: 0,
    after: Math.round((2.2 * size * Math.min(line, 276)) / 240),
  };
  return {
    id: id === 'BodyText' ? 'TableText' : `Table${id}`,
    name: id === 'BodyText' ? 'Table Text' : `Table ${name ?? id}`,
    basedOn: 'Normal',
    quickFormat: id === 'BodyText',
    run: { ...run, size: small, sizeComplexScript: small },
    paragraph: { ...paragraph, spacing, ...(paragraph?.indent && { indent: { left: 200 } }) },
  };
}

const rule = (side: string, size: number, colour: string) =>
  `<w:${side} w:val="single" w:sz="${String(size)}" w:space="0" w:color="${colour}"/>`;

/** XML of the style of tables: light horizontal rules, a shaded head. The library cannot make styles of tables. */
export function tableStyleOf({ size }: Style): string {
  const top = String(Math.round(5 * size));
  const bottom = String(Math.round(3 * size));
  return `<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report Table"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>${rule('top', 8, '404040')}${rule('bottom', 8, '404040')}${rule('insideH', 4, 'BFBFBF')}</w:tblBorders><w:tblCellMar><w:top w:w="${top}" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="${bottom}" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders>${rule('bottom', 6, '404040')}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="E7EBF0"/></w:tcPr></w:tblStylePr></w:style>`;
}
