/** The framework as a diagram: a box a dimension, in it the components with each case's mark. */
import type { ElementContent } from 'hast';
import type { Context, ContextWith } from '../names/context.js';
import type { Drawing } from './figure.js';
import { cellIn, entryAnchor, labelOf, partsOf, type Group, type Part, type Row } from './grid.js';
import { drawKey, drawNumber, signsOfCases, signsOfMarks } from './key.js';
import { letterSize, wrap, write } from './lettering.js';
import { drawMark, markIn, nameOfMark, texturesOf, tileWidth } from './marks.js';
import { indentOf, rowHeight } from './rows.js';
import { drawingOf, line, rectangle, spot } from './shapes.js';
import { fill } from '../prose/words.js';
import { describeMarks, marksIn } from './telling.js';

const pageWidth = 720;
const padding = 14;
const gap = 14;
const lineHeight = letterSize.text * 1.2;
const headHeight = 28;
const casesAtMost = 12;
/** With up to so many cases, boxes stand in two columns. */
const casesInHalf = 4;

interface Layout {
  x: number;
  y: number;
  /** Of a box. */
  width: number;
  tile: number;
}

/** Draws the framework, more than twelve cases in several parts. */
export function drawFramework(context: ContextWith<'comparison'>): Drawing[] {
  const tile = tileWidth(context);
  const atMost = Math.min(casesAtMost, Math.floor((pageWidth - 300) / (tile + 5)));
  const title = fill(context.words.figures.framework, { framework: context.study.framework.title });
  return partsOf(context, { name: 'framework', title, casesAtMost: atMost }).map((part) =>
    drawPart(context, part, tile),
  );
}

function drawPart(context: Context, part: Part, tile: number): Drawing {
  const marks = marksIn(context, part);
  const isHalved = part.cases.length <= casesInHalf && part.groups.length > 1;
  const inner = pageWidth - 2 * padding;
  const width = isHalved ? (inner - gap) / 2 : inner;
  const heightOf = (group: Group) => boxHeight(group, titleWidth(part, width, tile));
  const columns = isHalved ? halved(part.groups, heightOf) : [part.groups];
  const top = 34;
  const boxes: ElementContent[] = [];
  let bottom = top;
  columns.forEach((groups, index) => {
    let y = top;
    for (const group of groups) {
      boxes.push(
        ...drawBox(context, part, group, { x: padding + index * (width + gap), y, width, tile }),
      );
      y += heightOf(group) + gap;
    }
    bottom = Math.max(bottom, y);
  });
  const frame = rectangle(
    { x: 0.5, y: 0.5, width: pageWidth - 1, height: bottom - 1 },
    { fill: 'shade', stroke: 'rule-strong' },
    6,
  );
  const title = write(context.study.framework.title, {
    x: pageWidth / 2,
    y: 22,
    size: letterSize.head,
    bold: true,
    anchor: 'middle',
    width: inner,
  });
  const cases = drawKey(signsOfCases(context, part.cases), {
    x: 0,
    y: bottom + 14,
    width: pageWidth,
  });
  const key = drawKey(signsOfMarks(context, part.name, marks), {
    x: 0,
    y: bottom + 14 + cases.height,
    width: pageWidth,
  });
  const elements = [
    texturesOf(part.name, marks.values()),
    frame,
    title,
    ...boxes,
    ...cases.elements,
    ...key.elements,
  ];
  const size = { width: pageWidth, height: bottom + 16 + cases.height + key.height };
  return drawingOf(
    { name: part.name, title: part.title, description: describeMarks(context, part) },
    size,
    elements,
  );
}

/** Boxes in two columns that are read downwards, as even as their order allows. */
function halved(groups: Group[], heightOf: (group: Group) => number): Group[][] {
  const sum = (some: Group[]) => some.reduce((height, group) => height + heightOf(group) + gap, 0);
  const cuts = groups
    .slice(1)
    .map((_, index) => [groups.slice(0, index + 1), groups.slice(index + 1)]);
  const tallest = (columns: Group[][]) => Math.max(...columns.map(sum));
  return cuts.reduce((best, each) => (tallest(each) < tallest(best) ? each : best));
}

function titleWidth({ cases }: Part, width: number, tile: number): number {
  return width - cases.length * (tile + 5) - 16;
}

function linesOf({ component }: Row, width: number): number {
  return wrap(component.title, width - indentOf(component), letterSize.text).length;
}

function boxHeight({ rows }: Group, width: number): number {
  return (
    headHeight +
    10 +
    rows.reduce((height, row) => height + rowHeight + (linesOf(row, width) - 1) * lineHeight, 0)
  );
}

function drawBox(context: Context, part: Part, group: Group, layout: Layout): ElementContent[] {
  const { x, y, width, tile } = layout;
  const room = titleWidth(part, width, tile);
  const box = { x, y, width, height: boxHeight(group, room) };
  const leftOf = (index: number) => x + room + 10 + index * (tile + 5);
  const numbers = part.cases.flatMap((each, index) =>
    drawNumber(context.study.cases.indexOf(each) + 1, {
      x: leftOf(index),
      y: y + 6,
      width: tile,
      height: 16,
    }),
  );
  const elements = [
    rectangle(box, { fill: 'paper', stroke: 'rule-strong' }, 4),
    write(group.dimension.title, { x: x + 10, y: y + 18, bold: true, width: room - 10 }),
    line([x, y + headHeight], [x + width, y + headHeight], { stroke: 'rule-strong', width: 0.7 }),
    ...numbers,
  ];
  let at = y + headHeight + 5;
  for (const row of group.rows) {
    const lines = linesOf(row, room);
    const height = rowHeight + (lines - 1) * lineHeight;
    const indent = indentOf(row.component) + 2;
    elements.push(
      write(row.component.title, { x: x + indent, y: at + 14.5, width: room - indent, lines: 2 }),
    );
    part.cases.forEach((each, index) => {
      const mark = markIn(context, cellIn(row, each));
      const cell = { x: leftOf(index), y: at + (height - 16) / 2, width: tile, height: 16 };
      const ground = rectangle(
        { ...cell, x: cell.x - 2, y: cell.y - 1, width: tile + 4, height: 18 },
        { fill: 'paper' },
      );
      elements.push(
        spot(labelOf(context, row, each, nameOfMark(context, mark)), entryAnchor(row, each), [
          ground,
          ...drawMark(part.name, mark, cell),
        ]),
      );
    });
    at += height;
    if (row !== group.rows.at(-1))
      elements.push(line([x + 10, at], [x + width - 10, at], { stroke: 'rule', width: 0.7 }));
  }
  return elements;
}
