/** Images and drawings: with alternative text, no wider than the text, and never a reason not to write the report. */
import { ImageRun, type ParagraphChild } from 'docx';
import type { Root } from 'mdast';
import { walk, type Graphic } from '../../markdown.js';
import type { Complaint } from '../printed.js';
import { renderSvg } from '../svg.js';
import { pictureOf } from './picture-file.js';
import { writable } from '../../languages.js';
import { onOneLine } from './letters.js';
import type { Scope, Writing } from './writing.js';

/** A drawing as Word holds it: for those that know SVG, and as pixels for those that do not. */
export interface Drawn {
  svg: Buffer;
  png: Buffer;
}

const twipsPerPixel = 15;
/** Text is a third higher than wide on an upright page; a picture leaves room for its caption. */
const highest = 1.25;

/** Draws each drawing once; without a renderer for this machine there is a complaint for each, and its words stand for it. */
export async function drawingsOf(root: Root, fontFiles: string[]): Promise<{ drawn: Map<Graphic, Drawn>; complaints: Complaint[] }> {
  const graphics = new Set<Graphic>();
  walk(root, (node) => {
    if (node.type === 'graphic') graphics.add(node);
  });
  const drawn = new Map<Graphic, Drawn>();
  const complaints: Complaint[] = [];
  if (graphics.size === 0) return { drawn, complaints };
  const draw = await rendererOf(fontFiles);
  // Each in a thread of its own: most of the time of a report with figures goes here.
  const made = await Promise.all([...graphics].map(async (graphic) => [graphic, await drawnOf(graphic, draw)] as const));
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
    return { about: null, reason: `drawing \`${graphic.name}\` (${why})`, expected: 'one that can be turned into pixels for Word' };
  }
}

async function rendererOf(fontFiles: string[]): Promise<Draw> {
  try {
    const { renderAsync } = await import('@resvg/resvg-js');
    const font = {
      loadSystemFonts: false,
      // Drawings name these alone; each file more is opened for each drawing.
      fontFiles: fontFiles.filter((file) => !/NotoSerif(SC)?_/.test(file)),
      defaultFontFamily: 'Noto Sans',
      sansSerifFamily: 'Noto Sans',
      serifFamily: 'Noto Serif',
    };
    return async (svg) => (await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: sharpness } })).asPng();
  } catch (error) {
    return () => Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** A drawing in a line of its own; null if it could not be drawn. */
export function writeDrawing(writing: Writing, graphic: Graphic, scope: Scope): ParagraphChild[] | null {
  const drawn = writing.drawn.get(graphic);
  if (!drawn) return null;
  const transformation = fitted(graphic, scope);
  return [
    new ImageRun({
      type: 'svg',
      data: drawn.svg,
      fallback: { type: 'png', data: drawn.png },
      transformation,
      altText: altOf(writing, graphic.title, graphic.description),
    }),
  ];
}

/** An image of the study; null, with a complaint, if Word cannot show it. */
export function writePicture(writing: Writing, { url, alt }: { url: string; alt: string }, scope: Scope): ParagraphChild[] | null {
  const bytes = writing.printed.images.get(url);
  const picture = bytes ? pictureOf(bytes) : null;
  if (!bytes || !picture) {
    const reason = bytes ? `image \`${url}\`, which is broken or of a kind that Word does not show` : `image \`${url}\`, which is missing`;
    writing.complaints.push({ about: { image: url }, reason, expected: 'a whole PNG, JPEG or GIF file' });
    return null;
  }
  return [new ImageRun({ type: picture.type, data: bytes, transformation: fitted(picture, scope), altText: altOf(writing, alt, '') })];
}

function altOf({ counts }: Writing, title: string, description: string) {
  const [name, rest] = [title, description].map((each) => writable(onOneLine(each)));
  return {
    id: String(++counts.picture),
    name: `picture-${String(counts.picture)}`,
    title: name ?? '',
    description: rest === '' ? (name ?? '') : `${name ?? ''}. ${rest ?? ''}`,
  };
}

function fitted({ width, height }: { width: number; height: number }, { width: room, indent }: Scope) {
  const free = Math.max(48, (room - indent) / twipsPerPixel);
  const scale = Math.min(1, free / width, (free * highest) / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
