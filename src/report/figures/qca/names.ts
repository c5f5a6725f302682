/** Names of cases in a drawing, each a spot that leads to the case, in lines of a given width. */
import type { ElementContent } from 'hast';
import type { Context } from '../../names/context.js';
import { anchorOfCase, shortName } from '../../names/qca.js';
import { fill } from '../../prose/words.js';
import { cut, letterSize, widthOf, write } from '../lettering.js';
import { rectangle, spot } from '../shapes.js';

/** Names set in lines, with the room that they take. */
export interface Flow {
  width: number;
  height: number;
  /** Draws it with its upper left corner at a point. */
  draw: (x: number, y: number) => ElementContent[];
}

/** A case that is to be named. */
export interface NamedCase {
  id: string;
  /** What its spot says. */
  label: string;
}

/** Pixels from one line to the next. */
export const nameHeight = 14;
const gap = 8;

/** Sets names in lines; the last line says how many did not fit. */
export function flowOf(
  context: Context,
  cases: NamedCase[],
  room: { width: number; lines: number },
): Flow {
  const size = letterSize.text;
  const names = cases.map(({ id }) => cut(shortName(context, id), room.width, size));
  const lines = linesOf(names, room.width);
  const isCut = lines.length > room.lines;
  const shown = isCut ? Math.max(0, lines.slice(0, room.lines - 1).flat().length) : names.length;
  const rest = fill(context.words.qca.figures.more, { n: names.length - shown });
  const placed = lines.slice(0, isCut ? room.lines - 1 : undefined);
  const widths = placed.map((line) =>
    line.reduce((sum, index) => sum + widthOf(names[index] ?? '', size) + gap, -gap),
  );
  const width = Math.max(0, ...widths, isCut ? widthOf(rest, size) : 0);
  return {
    width,
    height: (placed.length + Number(isCut)) * nameHeight,
    draw: (x, y) => [
      ...placed.flatMap((line, at) => drawLine(line, { x, y: y + at * nameHeight }, names, cases)),
      ...(isCut
        ? [write(rest, { x, y: y + placed.length * nameHeight + 11, colour: 'muted' })]
        : []),
    ],
  };
}

/** Indices of the names of each line. */
function linesOf(names: string[], width: number): number[][] {
  const lines: number[][] = [];
  let left = 0;
  names.forEach((name, index) => {
    const taken = widthOf(name, letterSize.text) + gap;
    if (lines.length === 0 || taken - gap > left) {
      lines.push([]);
      left = width;
    }
    lines.at(-1)?.push(index);
    left -= taken;
  });
  return lines;
}

function drawLine(
  line: number[],
  at: { x: number; y: number },
  names: string[],
  cases: NamedCase[],
): ElementContent[] {
  let { x } = at;
  return line.map((index) => {
    const name = names[index] ?? '';
    const { id = '', label = '' } = cases[index] ?? {};
    const width = widthOf(name, letterSize.text);
    const drawn = spot(label, anchorOfCase(id), [
      rectangle({ x: x - 2, y: at.y, width: width + 4, height: nameHeight }, { fill: 'paper' }),
      write(name, { x, y: at.y + 11 }),
    ]);
    x += width + gap;
    return drawn;
  });
}
