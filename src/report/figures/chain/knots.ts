/** The knots of a chain of evidence: a point with its label, or the label in a frame. */
import type { ElementContent } from 'hast';
import { letterSize, widthOf, wrap, write } from '../lettering.js';
import { circle, rectangle, spot } from '../shapes.js';
import type { Slot } from './levels.js';
import type { Knot, Layer } from './trace.js';

/** Pixels across. */
export const pageWidth = 770;

/** Where each layer begins. */
export const left: { [Key in Layer]: number } = {
  source: 204,
  record: 290,
  code: 398,
  component: 506,
};

/** Draws a knot, or the heading of those below it, around `y`; `room` is the way to the next line. */
export function drawSlot(layer: Layer, slot: Slot, y: number, room: number): ElementContent {
  if (!('label' in slot)) {
    const x = layer === 'source' ? 0 : left.component + 10;
    return write(slot.head, {
      x,
      y: y + 4,
      size: letterSize.small,
      bold: true,
      colour: 'muted',
      width: layer === 'source' ? left.source - 10 : pageWidth - x,
    });
  }
  return spot(slot.title, slot.anchor, drawKnot(layer, slot, y, room));
}

function drawKnot(layer: Layer, { label }: Knot, y: number, room: number): ElementContent[] {
  const size = letterSize.small;
  const x = left[layer];
  if (layer === 'source')
    return [
      ...drawLabel(label, { x: 0, y, room, width: x - 10, size }),
      circle(x, y, 2.6, { fill: 'ink' }),
    ];
  if (layer === 'component')
    return [
      circle(x + 2, y, 2.6, { fill: 'ink' }),
      ...drawLabel(label, { x: x + 10, y, room, width: pageWidth - x - 10, size: letterSize.text }),
    ];
  const half = layer === 'code' ? 30 : 26;
  const middle = x + 20;
  const look =
    layer === 'code'
      ? ({ fill: 'shade', stroke: 'accent', width: 1 } as const)
      : ({ fill: 'paper', stroke: 'rule-strong', width: 0.7 } as const);
  const pill = rectangle(
    { x: middle - half, y: y - 6.3, width: 2 * half, height: 12.6 },
    look,
    layer === 'code' ? 6.3 : 2,
  );
  const shown = widthOf(label, size) > 2 * half - 4 ? { width: 2 * half - 4 } : {};
  return [pill, write(label, { x: middle, y: y + 3.6, size, anchor: 'middle', ...shown })];
}

/** A label around `y`, on two lines where there is room for them. */
function drawLabel(
  label: string,
  { x, y, room, width, size }: { x: number; y: number; room: number; width: number; size: number },
): ElementContent[] {
  const lines = room > 2.4 * size ? 2 : 1;
  const up = (wrap(label, width, size, lines).length - 1) * 0.6 * size;
  return [write(label, { x, y: y + 0.36 * size - up, width, lines, size })];
}
