/** Drawings as Word holds them, made once before the report is written. */
import type { Root } from 'mdast';
import { walk, type Graphic } from '../../text/markdown.js';
import type { Complaint } from '../complaint.js';
import { renderSvg } from '../svg.js';

/** A drawing for versions of Word that show SVG, and as pixels for those that do not. */
export interface Drawn {
  svg: Buffer;
  png: Buffer;
}

/** Draws each drawing. One that cannot be drawn is a complaint; its words are printed instead. */
export async function drawingsOf(
  root: Root,
  fontFiles: string[],
): Promise<{ drawn: Map<Graphic, Drawn>; complaints: Complaint[] }> {
  const graphics = new Set<Graphic>();
  walk(root, (node) => {
    if (node.type === 'graphic') graphics.add(node);
  });
  const drawn = new Map<Graphic, Drawn>();
  const complaints: Complaint[] = [];
  if (graphics.size === 0) return { drawn, complaints };
  const draw = await rendererOf(fontFiles);
  // In parallel, since this takes most of the time of a report with figures.
  const made = await Promise.all(
    [...graphics].map(async (graphic) => [graphic, await drawnOf(graphic, draw)] as const),
  );
  for (const [graphic, result] of made) {
    if ('reason' in result) complaints.push(result);
    else drawn.set(graphic, result);
  }
  return { drawn, complaints };
}

/** Pixels of the picture for a pixel of the drawing: sharp at the width of a page, for programs that do not know SVG. */
const sharpness = 1.5;

type Draw = (svg: string) => Promise<Buffer>;

async function drawnOf(graphic: Graphic, draw: Draw): Promise<Drawn | Complaint> {
  const svg = renderSvg(graphic);
  try {
    return { svg: Buffer.from(svg), png: await draw(svg) };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
    return {
      about: null,
      reason: `drawing \`${graphic.name}\` (${why})`,
      expected: 'one that can be turned into pixels for Word',
    };
  }
}

async function rendererOf(fontFiles: string[]): Promise<Draw> {
  try {
    const { renderAsync } = await import('@resvg/resvg-js');
    const font = {
      loadSystemFonts: false,
      // Drawings use only sans fonts, and every file is opened again for each drawing.
      fontFiles: fontFiles.filter((file) => !/NotoSerif(SC)?_/.test(file)),
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
      serifFamily: 'Noto Serif',
    };
    return async (svg) =>
      (await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: sharpness } })).asPng();
  } catch (error) {
    return () => Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
