/** Text in a drawing, measured without a browser by generous estimates: no font of the list needs more room. */
import type { Element, Properties } from 'hast';
import { s } from 'hastscript';
import stringWidth from 'string-width';
import { paint, type Colour } from './palette.js';
import { writable } from '../../text/languages.js';

/** In user units. Nothing is set smaller. */
export const letterSize = { small: 10, text: 11, head: 12 };

/** Widths of Noto Sans from space to tilde, in hundredths of the size. */
const widths =
  '26 27 41 65 57 83 73 22 30 30 55 57 27 32 27 37 57 57 57 57 57 57 57 57 57 57 27 27 57 57 57 43 90 64 65 63 73 56 52 73 74 34 27 62 52 91 76 78 60 78 62 55 56 73 60 93 59 57 57 33 37 33 57 44 28 56 61 48 61 56 34 61 62 26 26 53 26 93 62 60 61 61 41 48 36 62 51 79 53 51 47 38 55 38 57'
    .split(' ')
    .map(Number);

/** How much wider the other fonts of the list are at most. */
const allowance = 1.07;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How wide a text is at most. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  // Most texts are plain ASCII, whose letters need not be grouped with their accents.
  for (const letter of /^[ -~]*$/.test(text)
    ? text
    : Array.from(graphemes.segment(text), ({ segment }) => segment))
    width += shareOf(letter);
  return width * size * allowance;
}

function shareOf(letter: string): number {
  const known = letter.length === 1 ? widths[letter.charCodeAt(0) - 32] : undefined;
  if (known !== undefined) return known / 100;
  const columns = stringWidth(letter);
  return columns === 0
    ? 0.3
    : columns === 2
      ? /\p{Emoji_Presentation}/u.test(letter)
        ? 1.4
        : 1
      : 0.8;
}

/** A text on one line: no line ends, nothing that XML forbids. */
export function onOneLine(text: string): string {
  return writable(text).replace(/\s+/g, ' ').trim();
}

/** As much of a text as fits, with an ellipsis for the rest. */
export function cut(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(`${kept}${segment}…`, size) > width) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** A text on a limited number of lines; the last is cut to fit. */
export function wrap(text: string, width: number, size: number, lines = 2): string[] {
  const wrapped: string[] = [];
  let line = '';
  // Chinese may break after any character, other languages between words.
  for (const word of onOneLine(text).match(
    /[\p{Script=Han}，。、；：？！]|[^\s\p{Script=Han}]+ *|\s+/gu,
  ) ?? []) {
    if (
      line !== '' &&
      wrapped.length < lines - 1 &&
      widthOf((line + word).trimEnd(), size) > width
    ) {
      wrapped.push(line.trim());
      line = '';
    }
    line += word;
  }
  return [...wrapped, line.trim()].map((each) => cut(each, width, size));
}

/** Where and how a text is set. */
export interface Lettering {
  x: number;
  /** Of the base line. */
  y: number;
  size?: number;
  bold?: boolean;
  colour?: Colour;
  anchor?: 'start' | 'middle' | 'end';
  /** A longer text is cut; its title then holds the whole text. */
  width?: number;
  /** Lines that it may take, downwards from `y`. */
  lines?: number;
  /** Upright, read from below. */
  upright?: boolean;
}

/** A text as an element. */
export function write(
  text: string,
  { x, y, width = Infinity, lines = 1, ...look }: Lettering,
): Element {
  const { size = letterSize.text, bold } = look;
  const whole = onOneLine(text);
  const measured = bold === true ? size * 1.07 : size;
  const shown = lines === 1 ? [cut(whole, width, measured)] : wrap(whole, width, measured, lines);
  const properties = {
    x: rounded(x),
    y: rounded(y),
    fontSize: size,
    ...propertiesOf(look, `${String(rounded(x))} ${String(rounded(y))}`),
  };
  const title =
    shown.some((line) => line.endsWith('…')) && !whole.endsWith('…') ? [s('title', whole)] : [];
  if (shown.length === 1) return s('text', properties, ...title, shown[0] ?? '');
  // The space is for screen readers and for copying: they join the lines.
  const spans = shown.map((line, index) =>
    s(
      'tspan',
      { x: rounded(x), y: rounded(y + index * size * 1.2) },
      index < shown.length - 1 ? `${line} ` : line,
    ),
  );
  return s('text', properties, ...title, ...spans);
}

function propertiesOf(
  { bold, colour = 'ink', anchor = 'start', upright }: Omit<Lettering, 'x' | 'y'>,
  point: string,
): Properties {
  return {
    ...paint({ fill: colour }),
    ...(bold === true ? { fontWeight: '700' } : {}),
    ...(anchor === 'start' ? {} : { textAnchor: anchor }),
    ...(upright === true ? { transform: `rotate(-90 ${point})` } : {}),
  };
}

/** Coordinates to a tenth of a pixel: the same on every machine. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
