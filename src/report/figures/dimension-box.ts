/** A dimension as a box: its title, and below it one row per component with each case's mark. */
import type { ElementContent } from 'hast';
import type { Case } from '../../domain/study.js';
import type { Context } from '../names/context.js';
import { cellIn, entryAnchor, labelOf, type Group, type Part, type Row } from './grid.js';
import { drawNumber } from './key.js';
import { letterSize, wrap, write } from './lettering.js';
import { drawMark, markIn, nameOfMark } from './marks.js';
import { indentOf, rowHeight } from './rows.js';
import { line, rectangle, spot } from './shapes.js';

const lineHeight = letterSize.text * 1.2;
const headHeight = 28;

/** Where a box stands, and how wide its marks are. */
export interface Layout {
  x: number;
  y: number;
  /** Of the box. */
  width: number;
  tile: number;
}

/** How high the box of a dimension is. */
export function boxHeight(
  part: Part,
  { rows }: Group,
  layout: Pick<Layout, 'width' | 'tile'>,
): number {
  const room = titleWidth(part, layout);
  return headHeight + 10 + rows.reduce((height, row) => height + heightOfRow(row, room), 0);
}

function titleWidth({ cases }: Part, { width, tile }: Pick<Layout, 'width' | 'tile'>): number {
  return width - cases.length * (tile + 5) - 16;
}

function heightOfRow({ component }: Row, room: number): number {
  const lines = wrap(component.title, room - indentOf(component), letterSize.text).length;
  return rowHeight + (lines - 1) * lineHeight;
}

/** Draws a dimension with its components. */
export function drawBox(
  context: Context,
  part: Part,
  group: Group,
  layout: Layout,
): ElementContent[] {
  const { x, y, width, tile } = layout;
  const room = titleWidth(part, layout);
  const box = { x, y, width, height: boxHeight(part, group, layout) };
  const leftOf = (index: number) => x + room + 10 + index * (tile + 5);
  const numbers = part.cases.flatMap((each, index) => {
    const place = { x: leftOf(index), y: y + 6, width: tile, height: 16 };
    return drawNumber(context.study.cases.indexOf(each) + 1, place);
  });
  const elements = [
    rectangle(box, { fill: 'paper', stroke: 'rule-strong' }, 4),
    write(group.dimension.title, { x: x + 10, y: y + 18, bold: true, width: room - 10 }),
    line([x, y + headHeight], [x + width, y + headHeight], { stroke: 'rule-strong', width: 0.7 }),
    ...numbers,
  ];
  let at = y + headHeight + 5;
  for (const row of group.rows) {
    const height = heightOfRow(row, room);
    const indent = indentOf(row.component) + 2;
    elements.push(
      write(row.component.title, { x: x + indent, y: at + 14.5, width: room - indent, lines: 2 }),
      ...part.cases.map((each, index) =>
        drawCell(context, part.name, row, each, {
          x: leftOf(index),
          y: at + (height - 16) / 2,
          tile,
        }),
      ),
    );
    at += height;
    if (row !== group.rows.at(-1))
      elements.push(line([x + 10, at], [x + width - 10, at], { stroke: 'rule', width: 0.7 }));
  }
  return elements;
}

function drawCell(
  context: Context,
  name: string,
  row: Row,
  each: Case,
  { x, y, tile }: Pick<Layout, 'x' | 'y' | 'tile'>,
): ElementContent {
  const mark = markIn(context, cellIn(row, each));
  const ground = rectangle({ x: x - 2, y: y - 1, width: tile + 4, height: 18 }, { fill: 'paper' });
  return spot(labelOf(context, row, each, nameOfMark(context, mark)), entryAnchor(row, each), [
    ground,
    ...drawMark(name, mark, { x, y, width: tile, height: 16 }),
  ]);
}
