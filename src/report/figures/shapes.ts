/** The shapes of which a drawing is made. */
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import type { Drawing } from './figure.js';
import { onOneLine, rounded } from './lettering.js';
import { paint, type Paint } from './palette.js';

/** A rectangle, by its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A rectangle, its corners rounded by `radius`. */
export function rectangle({ x, y, width, height }: Box, look: Paint, radius = 0): Element {
  const corners = radius === 0 ? {} : { rx: rounded(radius) };
  return s('rect', {
    x: rounded(x),
    y: rounded(y),
    width: rounded(width),
    height: rounded(height),
    ...corners,
    ...paint(look),
  });
}

/** A disk, or a ring where only its stroke is painted. */
export function circle(x: number, y: number, radius: number, look: Paint): Element {
  return s('circle', { cx: rounded(x), cy: rounded(y), r: rounded(radius), ...paint(look) });
}

/** A straight line between two points. */
export function line([x1, y1]: [number, number], [x2, y2]: [number, number], look: Paint): Element {
  return s('line', {
    x1: rounded(x1),
    y1: rounded(y1),
    x2: rounded(x2),
    y2: rounded(y2),
    ...paint(look),
  });
}

/** A path, by its commands. */
export function path(d: string, look: Paint): Element {
  return s('path', { d, ...paint(look) });
}

/** Shapes that stand for something: a pointer shows `label`, a screen reader says it, and a click leads to `anchor`. */
export function spot(label: string, anchor: string | null, children: ElementContent[]): Element {
  const words = onOneLine(label);
  return s(
    'g',
    {
      className: ['spot'],
      dataLabel: words,
      ...(anchor === null ? {} : { dataTarget: `#${anchor}` }),
    },
    s('title', words),
    ...children,
  );
}

/** Space around a drawing, because some letters extend beyond their starting point. */
const margin = 4;

/** A whole drawing. */
export function drawingOf(
  about: Omit<Drawing, 'svg' | 'width' | 'height'>,
  size: { width: number; height: number },
  children: ElementContent[],
): Drawing {
  const width = Math.ceil(size.width + 2 * margin);
  const height = Math.ceil(size.height + 2 * margin);
  const svg = s(
    'svg',
    {
      viewBox: `0 0 ${String(width)} ${String(height)}`,
      preserveAspectRatio: 'xMinYMin',
      fontFamily: 'Noto Sans, Noto Sans SC, system-ui, sans-serif',
    },
    s('g', { transform: `translate(${String(margin)} ${String(margin)})` }, ...children),
  );
  return { ...about, width, height, svg };
}
