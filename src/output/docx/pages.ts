/** Pages: their size, margins, running head and foot; runs of upright and turned ones. */
import {
  Footer,
  Header,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx';
import type { Style } from '../../domain/protocol.js';
import { writable } from '../../text/languages.js';
import type { Material } from './writing.js';

/** Width and height in twips. */
const papers = { a4: { width: 11_906, height: 16_838 }, letter: { width: 12_240, height: 15_840 } };

function isLandscape({ orientation }: Style, isTurned: boolean): boolean {
  return isTurned || orientation === 'landscape';
}

function marginOf({ margin }: Style): number {
  return Math.round((margin / 25.4) * 1440);
}

/** How wide the text is, in twips. */
export function textWidth(style: Style, isTurned: boolean): number {
  const { width, height } = papers[style.paper];
  return (isLandscape(style, isTurned) ? height : width) - 2 * marginOf(style);
}

/** A section of upright or turned pages. The first brings the running head and foot, which those behind it take over. */
export function sectionOf(
  material: Material,
  { isTurned, isFirst }: { isTurned: boolean; isFirst: boolean },
  children: FileChild[],
): ISectionOptions {
  const { style } = material;
  const side = marginOf(style);
  const edge = Math.round(side / 2);
  const sides = { top: side, bottom: side, left: side, right: side };
  const margin = { ...sides, header: edge, footer: edge, gutter: 0 };
  const orientation = isLandscape(style, isTurned)
    ? PageOrientation.LANDSCAPE
    : PageOrientation.PORTRAIT;
  return {
    properties: {
      page: { size: { ...papers[style.paper], orientation }, margin },
      titlePage: isFirst,
      type: SectionType.NEXT_PAGE,
    },
    ...(isFirst && runningHeads(material)),
    children,
  };
}

/** The title above each page but the first, and its number below. */
function runningHeads({ about, words }: Material): Pick<ISectionOptions, 'headers' | 'footers'> {
  const { mark, title } = about;
  const text = writable(mark === undefined ? title : `${mark} · ${title}`);
  const head = new Paragraph({ style: 'Header', children: [new TextRun({ text })] });
  const foot = () =>
    new Footer({ children: [new Paragraph({ style: 'Footer', children: footWords(words.page) })] });
  return {
    headers: {
      default: new Header({ children: [head] }),
      first: new Header({ children: [new Paragraph({ style: 'Header' })] }),
    },
    footers: { default: foot(), first: foot() },
  };
}

/** `Page {n} of {all}`, with fields in its gaps. */
function footWords(phrase: string): TextRun[] {
  return phrase.split(/(\{n\}|\{all\})/).map((part) => {
    if (part === '{n}') return new TextRun({ children: [PageNumber.CURRENT] });
    return part === '{all}'
      ? new TextRun({ children: [PageNumber.TOTAL_PAGES] })
      : new TextRun({ text: part });
  });
}
