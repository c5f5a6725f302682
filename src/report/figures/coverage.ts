/** What is covered by evidence: components against cases and kinds of source, a disk by the number of pieces. */
import { scaleSqrt } from 'd3-scale';
import type { ElementContent } from 'hast';
import type { Context, ContextWith } from '../names/context.js';
import type { Drawing } from './figure.js';
import { cellIn, entryAnchor, groupsOf, labelOf, partsOf, type Part, type Row } from './grid.js';
import { headsFor } from './heads.js';
import { letterSize, widthOf, wrap, write } from './lettering.js';
import { countsOf, describeCoverage, inWords, nameOfKind, sortedKinds } from './pieces.js';
import { drawRows, labelWidth, rowHeight } from './rows.js';
import { circle, drawingOf, line, rectangle, spot } from './shapes.js';

const pageWidth = 720;
const columnLeast = 34;
const labels = { least: 170, most: 260 };

/** Space after the columns of a case. */
const gap = 8;

interface Layout {
  label: number;
  column: number;
  /** Width of a case, with the gap after it. */
  block: number;
  width: number;
  kinds: string[];
  radius: (n: number) => number;
}

/** Draws the coverage; nothing where no case has any evidence. */
export function drawCoverage(context: ContextWith<'comparison'>): Drawing[] {
  const rows = groupsOf(context).flatMap((group) => group.rows);
  const cells = rows.flatMap((row) =>
    context.study.cases.map((each) => countsOf(cellIn(row, each))),
  );
  const kinds = sortedKinds(context, cells);
  if (kinds.length === 0) return [];
  const most = Math.max(...cells.flatMap((counts) => [...counts.values()]));
  const scale = scaleSqrt()
    .domain([0, Math.max(4, most)])
    .range([0, 8]);
  const casesAtMost = Math.max(
    1,
    Math.floor((pageWidth - labels.most) / (kinds.length * columnLeast + gap)),
  );
  const label = labelWidth(rows, labels);
  return partsOf(context, {
    name: 'coverage',
    title: context.words.figures.coverage,
    casesAtMost,
  }).map((part) => {
    const column = Math.min(
      74,
      Math.max(columnLeast, ((pageWidth - label) / part.cases.length - gap) / kinds.length),
    );
    const block = column * kinds.length + gap;
    const layout = {
      label,
      column,
      block,
      kinds,
      width: label + block * part.cases.length,
      radius: (n: number) => Math.max(2, scale(n)),
    };
    return drawPart(context, part, layout);
  });
}

function drawPart(context: Context, part: Part, layout: Layout): Drawing {
  const { label, block, width } = layout;
  const heads = headsFor(part.cases, block - gap);
  const kinds = drawKinds(context, part, layout, heads.height);
  const elements: ElementContent[] = part.cases.map((each, index) =>
    heads.draw(each, label + block * index + (block - gap) / 2, heads.height),
  );
  elements.push(...kinds.elements);
  const top = heads.height + kinds.height;
  const rows = drawRows(part.groups, { y: top, width, label }, (row, y) =>
    drawCells(context, part, row, { ...layout, y }),
  );
  elements.push(...rows.elements);
  const lines = wrap(context.words.figures.coverageKey, width, letterSize.text).length;
  elements.push(
    write(context.words.figures.coverageKey, {
      x: 0,
      y: rows.bottom + 20,
      colour: 'muted',
      width,
      lines: 2,
    }),
  );
  return drawingOf(
    { name: part.name, title: part.title, description: describeCoverage(context, part) },
    { width, height: rows.bottom + 14 + 13.2 * lines },
    elements,
  );
}

/** The kinds of source below each case, upright where a column is too narrow for a word. */
function drawKinds(
  context: Context,
  part: Part,
  { label, column, block, kinds }: Layout,
  top: number,
): { elements: ElementContent[]; height: number } {
  const size = letterSize.small;
  const names = kinds.map((kind) => nameOfKind(context, kind));
  const longest = Math.min(90, Math.max(...names.map((name) => widthOf(name, size))));
  const upright = longest > column - 4;
  const height = upright ? longest + 10 : 18;
  const elements = part.cases.flatMap((_, index) => {
    const left = label + block * index;
    const words = names.map((name, at) => {
      const middle = left + column * (at + 0.5);
      const place = upright
        ? { x: middle + 3.5, y: top + height - 5, upright }
        : { x: middle, y: top + 11, anchor: 'middle' as const };
      return write(name, {
        ...place,
        size,
        colour: 'muted',
        width: upright ? longest : column - 2,
      });
    });
    return [
      line([left + 2, top - 2.5], [left + block - gap - 2, top - 2.5], {
        stroke: 'rule-strong',
        width: 0.7,
      }),
      ...words,
    ];
  });
  return { elements, height };
}

function drawCells(
  context: Context,
  part: Part,
  row: Row,
  { label, column, block, kinds, radius, y }: Layout & { y: number },
): ElementContent[] {
  return part.cases.map((each, index) => {
    const counts = countsOf(cellIn(row, each));
    const drawn = kinds.flatMap((kind, at): ElementContent[] => {
      const n = counts.get(kind) ?? 0;
      const box = {
        x: label + block * index + column * at + 2,
        y: y + 2,
        width: column - 4,
        height: rowHeight - 4,
      };
      const middle = box.x + box.width / 2;
      if (n === 0)
        return [rectangle(box, { fill: 'paper', stroke: 'rule', width: 0.7, dash: '2 2' }, 2)];
      return [
        rectangle(box, { fill: 'shade' }, 2),
        circle(middle - 7, y + rowHeight / 2, radius(n), { fill: 'accent' }),
        write(String(n), { x: middle + 5, y: y + 14.2, size: letterSize.small, width: column / 2 }),
      ];
    });
    const whole = {
      x: label + block * index,
      y: y + 1.5,
      width: block - gap,
      height: rowHeight - 3,
    };
    const ground = rectangle(whole, { fill: 'paper' });
    return spot(labelOf(context, row, each, inWords(context, counts)), entryAnchor(row, each), [
      ground,
      ...drawn,
    ]);
  });
}
