/** Images and drawings in paragraphs, with alternative text, no wider than the text. */
import { ImageRun, type ParagraphChild } from 'docx';
import type { Graphic } from '../../text/markdown.js';
import { pictureOf } from './picture-file.js';
import { writable } from '../../text/languages.js';
import { onOneLine } from './letters.js';
import type { Scope } from './scope.js';
import type { Writing } from './writing.js';

const twipsPerPixel = 15;

/** Text is a third higher than wide on an upright page; a picture leaves room for its caption. */
const highest = 1.25;

/** A drawing in a line of its own; null if it could not be drawn. */
export function writeDrawing(
  writing: Writing,
  graphic: Graphic,
  scope: Scope,
): ParagraphChild[] | null {
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
export function writePicture(
  writing: Writing,
  { url, alt }: { url: string; alt: string },
  scope: Scope,
): ParagraphChild[] | null {
  const bytes = writing.printed.images.get(url);
  const picture = bytes ? pictureOf(bytes) : null;
  if (!bytes || !picture) {
    const reason = bytes
      ? `image \`${url}\`, which is broken or of a kind that Word does not show`
      : `image \`${url}\`, which is missing`;
    writing.complaints.push({
      about: { image: url },
      reason,
      expected: 'a whole PNG, JPEG or GIF file',
    });
    return null;
  }
  return [
    new ImageRun({
      type: picture.type,
      data: bytes,
      transformation: fitted(picture, scope),
      altText: altOf(writing, alt, ''),
    }),
  ];
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

function fitted(
  { width, height }: { width: number; height: number },
  { width: room, indent }: Scope,
) {
  const free = Math.max(48, (room - indent) / twipsPerPixel);
  const scale = Math.min(1, free / width, (free * highest) / height);
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
