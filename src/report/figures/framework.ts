/** The framework as a diagram: one box per dimension, in it the components with each case's mark. */
import type { ElementContent } from 'hast';
import type { Context, ContextWith } from '../names/context.js';
import { fill } from '../prose/words.js';
import { boxHeight, drawBox } from './dimension-box.js';
import type { Drawing } from './figure.js';
import { partsOf, type Group, type Part } from './grid.js';
import { drawKey, signsOfCases, signsOfMarks } from './key.js';
import { letterSize, write } from './lettering.js';
import { texturesOf, tileWidth } from './marks.js';
import { drawingOf, rectangle } from './shapes.js';
import { describeMarks, marksIn } from './telling.js';

const pageWidth = 720;
const padding = 14;
const gap = 14;
const top = 34;
/** Between the paddings. */
const inner = pageWidth - 2 * padding;
const casesAtMost = 12;

/** With up to this many cases, boxes are in two columns. */
const casesInHalf = 4;

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
  const boxes = drawBoxes(context, part, tile);
  const { bottom } = boxes;
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
  const below = { x: 0, y: bottom + 14, width: pageWidth };
  const cases = drawKey(signsOfCases(context, part.cases), below);
  const key = drawKey(signsOfMarks(context, part.name, marks), {
    ...below,
    y: below.y + cases.height,
  });
  const about = { name: part.name, title: part.title, description: describeMarks(context, part) };
  const size = { width: pageWidth, height: bottom + 16 + cases.height + key.height };
  return drawingOf(about, size, [
    texturesOf(part.name, marks.values()),
    frame,
    title,
    ...boxes.elements,
    ...cases.elements,
    ...key.elements,
  ]);
}

/** The boxes of all dimensions, in two columns where they are narrow enough. */
function drawBoxes(
  context: Context,
  part: Part,
  tile: number,
): { elements: ElementContent[]; bottom: number } {
  const isHalved = part.cases.length <= casesInHalf && part.groups.length > 1;
  const width = isHalved ? (inner - gap) / 2 : inner;
  const heightOf = (group: Group) => boxHeight(part, group, { width, tile });
  const columns = isHalved ? halved(part.groups, heightOf) : [part.groups];
  const elements: ElementContent[] = [];
  let bottom = top;
  columns.forEach((groups, index) => {
    let y = top;
    for (const group of groups) {
      const x = padding + index * (width + gap);
      elements.push(...drawBox(context, part, group, { x, y, width, tile }));
      y += heightOf(group) + gap;
    }
    bottom = Math.max(bottom, y);
  });
  return { elements, bottom };
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
