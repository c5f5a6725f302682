/** The key below a drawing: its signs and what each means, side by side as far as they fit. */
import type { ElementContent } from 'hast';
import type { Case } from '../../domain/study.js';
import type { Context } from '../names/context.js';
import { letterSize, widthOf, write } from './lettering.js';
import { drawMark, tileWidth, type Mark } from './marks.js';
import { rectangle, type Box } from './shapes.js';

/** A sign with what it means. */
export interface Sign {
  label: string;
  /** Width of the sign itself. */
  width: number;
  draw: (box: Box) => ElementContent[];
}

/** A drawing with the height that it takes. */
export interface Placed {
  elements: ElementContent[];
  height: number;
}

const lineHeight = 22;
const tileHeight = 16;

/** Sets signs with their words in lines; the first stands at the left edge of `at`. */
export function drawKey(signs: Sign[], at: { x: number; y: number; width: number }): Placed {
  const elements: ElementContent[] = [];
  let [x, y] = [at.x, at.y];
  for (const { label, width, draw } of signs) {
    const room = at.width - width - 6;
    const taken = width + 6 + Math.min(room, widthOf(label, letterSize.text));
    if (x > at.x && x + taken > at.x + at.width) [x, y] = [at.x, y + lineHeight];
    elements.push(
      ...draw({ x, y, width, height: tileHeight }),
      write(label, { x: x + width + 6, y: y + 12, width: room, colour: 'muted' }),
    );
    x += taken + 20;
  }
  return { elements, height: signs.length === 0 ? 0 : y - at.y + lineHeight };
}

/** The marks of a drawing. `+` stands in its tile, so only its meaning is written beside it. */
export function signsOfMarks(context: Context, name: string, marks: Map<string, Mark>): Sign[] {
  const rated = tileWidth(context);
  return [...marks.values()].map((mark) => ({
    label: mark.label === '' ? mark.symbol : mark.label,
    width: mark.state === 'rated' ? rated : 12,
    draw: (box) => drawMark(name, mark, box),
  }));
}

/** The numbers by which a drawing names its cases. */
export function signsOfCases({ study }: Context, cases: Case[]): Sign[] {
  return cases.map((each) => ({
    label: each.title,
    width: 18,
    draw: (box) => drawNumber(study.cases.indexOf(each) + 1, box),
  }));
}

/** The number of a case, in a frame. */
export function drawNumber(n: number, { x, y, width, height }: Box): ElementContent[] {
  const middle = x + width / 2;
  return [
    rectangle(
      { x: middle - 9, y: y + height / 2 - 7, width: 18, height: 14 },
      { fill: 'paper', stroke: 'rule-strong', width: 0.8 },
      3,
    ),
    write(String(n), {
      x: middle,
      y: y + height / 2 + 3.7,
      size: letterSize.small,
      anchor: 'middle',
      bold: true,
      colour: 'muted',
    }),
  ];
}
