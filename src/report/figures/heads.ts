/** The heads of columns of cases: titles where each fits its column, else ids, upright where they are too long. */
import type { ElementContent } from 'hast';
import type { Case } from '../../domain/study.js';
import { anchorOf } from '../prose/anchors.js';
import { letterSize, widthOf, wrap, write } from './lettering.js';
import { rectangle, spot } from './shapes.js';

const size = letterSize.text;
const bold = size * 1.07;
const linesAtMost = 3;
const uprightAtMost = 110;

/** The heads of all cases, of one height. */
export interface Heads {
  height: number;
  /** Draws the head of a case around `middle`, to stand on `bottom`. */
  draw: (each: Case, middle: number, bottom: number) => ElementContent;
}

/** Heads for columns of a width. */
export function headsFor(cases: Case[], width: number): Heads {
  const room = width - 8;
  const fits = (text: string, lines: number) =>
    wrap(text, room, bold, lines).every((line) => !line.endsWith('…')) &&
    widthOf(text, bold) <= room * lines;
  if (cases.every(({ title }) => fits(title, linesAtMost)))
    return level(cases, ({ title }) => title, room);
  if (cases.every(({ id }) => fits(id, 1))) return level(cases, ({ id }) => id, room);
  const longest = Math.min(uprightAtMost, Math.max(...cases.map(({ id }) => widthOf(id, bold))));
  return {
    height: longest + 12,
    draw: (each, middle, bottom) => {
      const word = write(each.id, {
        x: middle + 4,
        y: bottom - 6,
        bold: true,
        width: uprightAtMost,
        upright: true,
      });
      return headOf(each, [
        rectangle(
          { x: middle - 9, y: bottom - longest - 8, width: 18, height: longest + 6 },
          { fill: 'paper' },
        ),
        word,
      ]);
    },
  };
}

function level(cases: Case[], nameOf: (each: Case) => string, room: number): Heads {
  const linesOf = (each: Case) => wrap(nameOf(each), room, bold, linesAtMost).length;
  const lines = Math.max(1, ...cases.map(linesOf));
  const height = lines * size * 1.2 + 10;
  return {
    height,
    draw: (each, middle, bottom) => {
      const y = bottom - 8 - (linesOf(each) - 1) * size * 1.2;
      const ground = rectangle(
        { x: middle - room / 2, y: bottom - height + 2, width: room, height: height - 4 },
        { fill: 'paper' },
      );
      return headOf(each, [
        ground,
        write(nameOf(each), {
          x: middle,
          y,
          bold: true,
          anchor: 'middle',
          width: room,
          lines: linesAtMost,
        }),
      ]);
    },
  };
}

function headOf({ id, title }: Case, children: ElementContent[]): ElementContent {
  return spot(`${id}: ${title}`, anchorOf({ kind: 'case', id }), children);
}
