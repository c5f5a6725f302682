/** Styles of what the report says: of text, evidence, records, tables and their captions. */
import type { IBorderOptions, ICharacterStyleOptions, IParagraphStyleOptions } from 'docx';
import {
  close,
  headType,
  muted,
  spaced,
  styleNamed,
  type Run,
  type Setting,
} from './style-parts.js';

const bar = (
  style: 'single' | 'dotted',
  color: string,
  size: number,
): { left: IBorderOptions } => ({
  left: { style, size, space: 6, color },
});
const shade = (fill: string) => ({ type: 'clear', color: 'auto', fill }) as const;
const code: Run = { font: { ascii: 'Courier New', hAnsi: 'Courier New', cs: 'Courier New' } };
const caution = {
  ...spaced(80, 160),
  indent: { left: 120, right: 120 },
  shading: shade('F5F1E6'),
  border: bar('single', '9A7B2D', 24),
};
const rule = {
  ...spaced(0, 160),
  border: { bottom: { style: 'single', size: 4, space: 4, color: 'A6A6A6' } },
} as const;
const inset = { indent: { left: 360 } };

/** All of them. Each has a smaller twin for tables, which is made from it. */
export function blockStyles(setting: Setting): IParagraphStyleOptions[] {
  return [...textStyles(setting), ...evidenceStyles(setting), ...tableStyles(setting)];
}

function textStyles(setting: Setting): IParagraphStyleOptions[] {
  const { size, small } = setting;
  const subtitle = { size: Math.round(size * 1.25), color: muted };
  const hanging = { indent: { left: 480, hanging: 480 } };
  return [
    styleNamed('BodyText', 'Body Text', {}, spaced(0, 120)),
    styleNamed('Subtitle', 'Subtitle', subtitle, close(0, 240, setting)),
    styleNamed('Authors', 'Authors', {}, spaced(0, 40)),
    styleNamed('Date', 'Date', { color: muted }, spaced(80, 240)),
    styleNamed('Note', 'Note', { color: muted }, spaced(60, 120)),
    styleNamed('Caution', 'Caution', {}, caution),
    styleNamed('Bibliography', 'Bibliography', {}, { ...spaced(0, 100), ...hanging }),
    styleNamed(
      'SourceCode',
      'Source Code',
      { ...code, size: small },
      { ...spaced(60, 120), alignment: 'left', shading: shade('F5F5F5') },
    ),
    styleNamed('Rule', 'Rule', {}, rule),
  ];
}
function evidenceStyles(setting: Setting): IParagraphStyleOptions[] {
  const quiet = { size: setting.small, color: muted };
  const quote = { ...spaced(40, 100), ...inset };
  return [
    styleNamed('Quote', 'Quote', {}, { ...quote, border: bar('single', '8C9BB0', 12) }),
    styleNamed('Claim', 'Quote of a Claim', {}, { ...quote, border: bar('dotted', '8C9BB0', 12) }),
    styleNamed('Evidence', 'Evidence', {}, quote),
    styleNamed('Origin', 'Origin', quiet, { ...close(0, 160, setting), ...inset }),
    styleNamed('Rationale', 'Rationale', {}, spaced(40, 120)),
    styleNamed('Record', 'Record', {}, spaced(120, 60)),
    styleNamed('Uses', 'Uses', quiet, { ...close(0, 160, setting), ...inset }),
    styleNamed('Facts', 'Facts', quiet, {
      ...close(0, 120, setting),
      keepNext: true,
      keepLines: true,
    }),
    styleNamed('Question', 'Question', quiet, close(0, 60, setting)),
  ];
}

function tableStyles(setting: Setting): IParagraphStyleOptions[] {
  const { small, han } = setting;
  const head = headType(setting, 1);
  return [
    styleNamed(
      'Caption',
      'caption',
      { size: small, font: { eastAsia: han } },
      { ...close(200, 80, setting), keepLines: true },
    ),
    styleNamed('Picture', 'Picture', {}, { ...spaced(160, 40), alignment: 'center' }),
    styleNamed('Description', 'Description', { size: small, color: muted }, close(0, 240, setting)),
    styleNamed('MinorHeading', 'Minor Heading', head, {
      ...close(120, 60, setting),
      keepNext: true,
    }),
    styleNamed('Head', 'Head', head, { ...spaced(0, 60), keepNext: true }),
    styleNamed('Group', 'Group', head, { ...spaced(60, 60), keepNext: true }),
  ];
}

/** Styles of words with a meaning of their own, such as a rating within a line. */
export function characterStyles(): ICharacterStyleOptions[] {
  return [
    wordsNamed('Rating', 'Rating', { bold: true }),
    wordsNamed('State', 'State', { color: muted }),
    wordsNamed('Verdict', 'Verdict', { color: muted }),
    wordsNamed('Weight', 'Weight', { color: muted }),
    wordsNamed('OriginKind', 'Kind of Origin', {}),
    wordsNamed('Counter', 'Counter-evidence', { bold: true }),
    wordsNamed('Missing', 'Missing', { color: '8A1C1C' }),
    wordsNamed('IndexLink', 'Index Link', {}),
    wordsNamed('VerbatimChar', 'Verbatim Char', code),
  ];
}

function wordsNamed(id: string, name: string, run: Run): ICharacterStyleOptions {
  return { id, name, quickFormat: true, run };
}
