/** Styles of the title, headings, contents, running head and foot. */
import type { IParagraphStyleOptions } from 'docx';
import { close, headType, muted, styleNamed, type Setting } from './style-parts.js';

/** How many times as large as the text, by level. */
const factors = [1.5, 1.25, 1.1, 1, 1, 1];

/** All of them. */
export function headStyles(setting: Setting): IParagraphStyleOptions[] {
  const margin = { size: setting.small, color: muted };
  return [
    {
      ...styleNamed('Title', 'Title', headType(setting, 2), {
        ...close(0, 160, setting),
        keepNext: true,
      }),
      next: 'BodyText',
    },
    styleNamed('TOCHeading', 'TOC Heading', headType(setting, 1.25), {
      ...close(480, 120, setting),
      keepNext: true,
    }),
    ...factors.map((factor, level) => headingStyle(setting, factor, level)),
    ...[0, 1, 2].map((level) => contentsStyle(setting, level)),
    styleNamed('Header', 'header', margin, { alignment: 'center', ...close(0, 120, setting) }),
    styleNamed('Footer', 'footer', margin, { alignment: 'center', ...close(120, 0, setting) }),
    styleNamed(
      'TableEnd',
      'Table End',
      { size: 8 },
      { spacing: { line: 240, lineRule: 'auto', after: 80 } },
    ),
  ];
}

function headingStyle(setting: Setting, factor: number, level: number): IParagraphStyleOptions {
  const paragraph = {
    ...close(420 - level * 60, 120, setting),
    keepNext: true,
    keepLines: true,
    outlineLevel: level,
    ...(setting.isNumbered && { numbering: { reference: 'headings', level } }),
  };
  const name = String(level + 1);
  return {
    ...styleNamed(`Heading${name}`, `heading ${name}`, headType(setting, factor), paragraph),
    next: 'BodyText',
    uiPriority: 9,
  };
}

function contentsStyle(setting: Setting, level: number): IParagraphStyleOptions {
  const paragraph = { ...close(level === 0 ? 80 : 0, 20, setting), indent: { left: level * 240 } };
  const name = String(level + 1);
  return {
    ...styleNamed(`TOC${name}`, `toc ${name}`, { bold: level === 0 }, paragraph),
    quickFormat: false,
    uiPriority: 39,
  };
}
