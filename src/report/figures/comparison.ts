/** Which components differ: one row per component, its sign in the column of its verdict, the marks of the cases beside it. */
import type { ElementContent } from 'hast';
import type { Context, ContextWith } from '../names/context.js';
import { fill, listed } from '../prose/words.js';
import type { Drawing } from './figure.js';
import { cellIn, entryAnchor, labelOf, partsOf, type Part, type Row } from './grid.js';
import { drawKey, drawNumber, signsOfCases, signsOfMarks } from './key.js';
import { letterSize, widthOf, write } from './lettering.js';
import { drawMark, markIn, nameOfMark, texturesOf, tileWidth, type Mark } from './marks.js';
import { drawRows, labelWidth, rowHeight } from './rows.js';
import { circle, drawingOf, rectangle, spot } from './shapes.js';
import { marksIn } from './telling.js';
import { describeVerdicts, drawVerdict, verdicts } from './verdicts.js';

const column = 58;

/** Pixels that the marks of the cases may take. Where they need more, each mark is shown once, not case by case. */
const marksAtMost = 300;

/** More cases have narrower tiles. */
const casesWithRoom = 8;

interface Layout {
  label: number;
  tile: number;
  width: number;
  isByCase: boolean;
}

/** Draws the comparison; of less than two cases, nothing. */
export function drawComparison(context: ContextWith<'comparison'>): Drawing[] {
  if (context.study.cases.length < 2) return [];
  const title = context.words.figures.comparison;
  return partsOf(context, { name: 'comparison', title, casesAtMost: Infinity }).map((part) =>
    drawPart(context, part),
  );
}

function layoutOf(context: Context, part: Part, marks: Map<string, Mark>): Layout {
  const tile = tileWidth(context, part.cases.length > casesWithRoom ? 20 : 26);
  const label = labelWidth(
    part.groups.flatMap(({ rows }) => rows),
    { least: 160, most: 262 },
  );
  const isByCase = part.cases.length * (tile + 4) <= marksAtMost;
  const beside = Math.max(
    (isByCase ? part.cases.length : marks.size) * (tile + 4),
    widthOf(context.words.figures.marks, letterSize.small) + 10,
  );
  return { label, tile, width: label + column * verdicts.length + 16 + beside, isByCase };
}

function drawPart(context: Context, part: Part): Drawing {
  const marks = marksIn(context, part);
  const layout = layoutOf(context, part, marks);
  const elements: ElementContent[] = [
    texturesOf(part.name, marks.values()),
    ...drawHead(context, part, layout),
  ];
  const rows = drawRows(
    part.groups,
    { y: 44, width: layout.width, label: layout.label },
    (row, y) => drawCells(context, part, row, { ...layout, y }),
  );
  const y = rows.bottom;
  const cases = drawKey(layout.isByCase ? signsOfCases(context, part.cases) : [], {
    x: 0,
    y: y + 14,
    width: layout.width,
  });
  const key = drawKey(signsOfMarks(context, part.name, marks), {
    x: 0,
    y: y + 14 + cases.height,
    width: layout.width,
  });
  const size = { width: layout.width, height: y + 16 + cases.height + key.height };
  const about = {
    name: part.name,
    title: part.title,
    description: describeVerdicts(context, part),
  };
  return drawingOf(about, size, [
    ...elements,
    ...rows.elements,
    ...cases.elements,
    ...key.elements,
  ]);
}

function drawHead(
  { words, study }: Context,
  { cases }: Part,
  { label, tile, isByCase }: Layout,
): ElementContent[] {
  const heads = verdicts.map((verdict, index) =>
    write(words.verdicts[verdict], {
      x: label + column * (index + 0.5),
      y: 22,
      size: letterSize.small,
      anchor: 'middle',
      width: column + 4,
      lines: 2,
    }),
  );
  const left = label + column * verdicts.length + 16;
  const over = write(words.figures.marks, { x: left, y: 12, size: letterSize.small });
  const numbers = isByCase
    ? cases.flatMap((each, index) =>
        drawNumber(study.cases.indexOf(each) + 1, {
          x: left + index * (tile + 4),
          y: 22,
          width: tile,
          height: 16,
        }),
      )
    : [];
  return [...heads, over, ...numbers];
}

function drawCells(
  context: Context,
  part: Part,
  row: Row,
  { label, tile, isByCase, y }: Layout & { y: number },
): ElementContent[] {
  const { words } = context;
  const middle = y + rowHeight / 2;
  const end = label + column * verdicts.length;
  const x = label + column * (verdicts.indexOf(row.verdict) + 0.5);
  const verdict = fill(words.figures.verdictOn, {
    verdict: words.verdicts[row.verdict],
    components: row.component.title,
  });
  const dots = verdicts.map((_, index) =>
    circle(label + column * (index + 0.5), middle, 1, { fill: 'rule' }),
  );
  return [
    ...dots,
    spot(verdict, null, [
      rectangle({ x: x - 9, y: middle - 8, width: 18, height: 16 }, { fill: 'paper' }),
      ...drawVerdict(row.verdict, x, middle),
    ]),
    ...(isByCase
      ? drawByCase(context, part, row, { x: end + 16, y, tile })
      : drawOnce(context, part, row, { x: end + 16, y, tile })),
  ];
}

/** Where the first mark of a row stands. */
interface Beside {
  x: number;
  y: number;
  tile: number;
}

function drawByCase(
  context: Context,
  part: Part,
  row: Row,
  { x, y, tile }: Beside,
): ElementContent[] {
  return part.cases.map((each, index) => {
    const mark = markIn(context, cellIn(row, each));
    const box = { x: x + index * (tile + 4), y: y + 2.5, width: tile, height: 16 };
    const ground = rectangle({ ...box, y: y + 1.5, height: rowHeight - 3 }, { fill: 'paper' });
    return spot(labelOf(context, row, each, nameOfMark(context, mark)), entryAnchor(row, each), [
      ground,
      ...drawMark(part.name, mark, box),
    ]);
  });
}

/** The marks that occur among the cases, each once. */
function drawOnce(
  context: Context,
  { name, cases }: Part,
  row: Row,
  { x, y, tile }: Beside,
): ElementContent[] {
  const marks = marksIn(context, { groups: [{ rows: [row] }], cases });
  const label = fill(context.words.figures.marksOn, {
    component: row.component.title,
    marks: listed(
      context.words,
      [...marks.values()].map((mark) => nameOfMark(context, mark)),
      'items',
    ),
  });
  const tiles = [...marks.values()].flatMap((mark, index) =>
    drawMark(name, mark, { x: x + index * (tile + 4), y: y + 2.5, width: tile, height: 16 }),
  );
  return [spot(label, null, tiles)];
}
