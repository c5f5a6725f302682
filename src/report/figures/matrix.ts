/** The matrix: components by dimension against cases, one tile per cell. */
import type { ElementContent } from 'hast';
import type { Context, ContextWith } from '../names/context.js';
import type { Drawing } from './figure.js';
import { cellIn, entryAnchor, labelOf, partsOf, type Part, type Row } from './grid.js';
import { headsFor } from './heads.js';
import { drawKey, signsOfMarks } from './key.js';
import { drawMark, markIn, nameOfMark, texturesOf, tileWidth } from './marks.js';
import { drawRows, labelWidth, rowHeight } from './rows.js';
import { drawingOf, rectangle, spot } from './shapes.js';
import { describeMarks, marksIn } from './telling.js';

const pageWidth = 720;
const casesAtMost = 12;
/** Smallest and largest width of the column of components. */
const labels = { least: 170, most: 290 };

interface Layout {
  label: number;
  column: number;
  tile: number;
  width: number;
}

/** Draws the matrix, more than twelve cases in several parts. */
export function drawMatrix(context: ContextWith<'comparison'>): Drawing[] {
  const tile = tileWidth(context);
  const atMost = Math.min(casesAtMost, Math.floor((pageWidth - labels.most) / (tile + 6)));
  return partsOf(context, {
    name: 'matrix',
    title: context.words.figures.matrix,
    casesAtMost: atMost,
  }).map((part) => drawPart(context, part, tile));
}

function drawPart(context: Context, part: Part, tile: number): Drawing {
  const label = labelWidth(
    part.groups.flatMap(({ rows }) => rows),
    labels,
  );
  const column = Math.min(140, (pageWidth - label) / Math.max(1, part.cases.length));
  const layout: Layout = {
    label,
    column,
    tile: Math.max(tile, Math.min(44, column - 10)),
    width: Math.max(480, label + column * part.cases.length),
  };
  const heads = headsFor(part.cases, column);
  const marks = marksIn(context, part);
  const elements: ElementContent[] = [texturesOf(part.name, marks.values())];
  part.cases.forEach((each, index) =>
    elements.push(heads.draw(each, label + column * (index + 0.5), heads.height)),
  );
  const rows = drawRows(part.groups, { y: heads.height, width: layout.width, label }, (row, y) =>
    drawCells(context, part, row, { ...layout, y }),
  );
  const key = drawKey(signsOfMarks(context, part.name, marks), {
    x: 0,
    y: rows.bottom + 14,
    width: layout.width,
  });
  const description = describeMarks(context, part);
  return drawingOf(
    { name: part.name, title: part.title, description },
    { width: layout.width, height: rows.bottom + 16 + key.height },
    [...elements, ...rows.elements, ...key.elements],
  );
}

function drawCells(
  context: Context,
  part: Part,
  row: Row,
  { label, column, tile, y }: Layout & { y: number },
): ElementContent[] {
  return part.cases.map((each, index) => {
    const mark = markIn(context, cellIn(row, each));
    const middle = label + column * (index + 0.5);
    const ground = rectangle(
      { x: middle - column / 2 + 1, y: y + 1.5, width: column - 2, height: rowHeight - 3 },
      { fill: 'paper' },
    );
    const drawn = drawMark(part.name, mark, {
      x: middle - tile / 2,
      y: y + 2.5,
      width: tile,
      height: rowHeight - 5,
    });
    return spot(labelOf(context, row, each, nameOfMark(context, mark)), entryAnchor(row, each), [
      ground,
      ...drawn,
    ]);
  });
}
