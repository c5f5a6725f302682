/** The case-ordered meta-matrix of many cases: one row per case in the order of the outcome, one column per component. */
import type { ElementContent } from 'hast';
import type { Case } from '../../domain/study.js';
import { anchorOf } from '../prose/anchors.js';
import { columnsAtMost, type Context, type ContextWith } from '../names/context.js';
import type { Drawing } from './figure.js';
import { cellIn, entryAnchor, evenly, groupsOf, labelOf, numbered, type Row } from './grid.js';
import { drawKey, signsOfMarks } from './key.js';
import { letterSize, widthOf, write } from './lettering.js';
import { drawMark, markIn, nameOfMark, texturesOf, tileWidth } from './marks.js';
import { rowHeight } from './rows.js';
import { drawingOf, line, rectangle, spot } from './shapes.js';
import { describeMarks, marksIn } from './telling.js';

const pageWidth = 720;
const casesAtMost = 36;
const labels = { least: 60, most: 150 };
/** Largest height of an upright head. */
const headAtMost = 190;
/** Space between the outcome and the next column. */
const gap = 10;

interface Part {
  name: string;
  title: string;
  cases: Case[];
  outcome: Row | null;
  rows: Row[];
}

interface Layout {
  label: number;
  column: number;
  head: number;
}

/** Draws it where cases do not fit in columns, in parts that fit a page. Each part begins with the outcome. */
export function drawOrder(context: ContextWith<'order' | 'comparison'>): Drawing[] {
  const { order } = context.analysis;
  const { figure, figureStudy } = context.words.order;
  if (order.cases.length <= columnsAtMost) return [];
  const rows = new Map(
    groupsOf(context).flatMap((group) => group.rows.map((row) => [row.component.id, row] as const)),
  );
  const cases = order.cases.flatMap((each) => context.caseById.get(each.case) ?? []);
  const outcome = (order.outcome === null ? undefined : rows.get(order.outcome)) ?? null;
  const predictors = order.predictors.flatMap(({ component }) => rows.get(component) ?? []);
  const column = tileWidth(context) + 3;
  const label = Math.min(
    labels.most,
    Math.max(labels.least, ...cases.map(({ title }) => widthOf(title, letterSize.text) + 10)),
  );
  const besides = Math.max(1, Math.floor((pageWidth - label - gap) / column) - 1);
  const parts = evenly(predictors, besides).flatMap((some) =>
    evenly(cases, casesAtMost).map((group) => ({ rows: some, cases: group })),
  );
  const title = order.basis === 'outcome' ? figure : figureStudy;
  return parts.map((part, index) =>
    drawPart(
      context,
      { ...part, outcome, ...numbered(context, { name: 'order', title }, index, parts.length) },
      { label, column },
    ),
  );
}

function drawPart(
  context: ContextWith<'order'>,
  part: Part,
  { label, column }: Omit<Layout, 'head'>,
): Drawing {
  const { cases, outcome, name, title } = part;
  const shown = [...(outcome ? [outcome] : []), ...part.rows];
  const layout: Layout = { label, column, head: headHeight(shown) };
  const marks = marksIn(context, { groups: [{ rows: shown }], cases });
  const width = xOf(layout, part, shown.length);
  const bottom = layout.head + cases.length * rowHeight;
  const heads = shown.map((row, index) =>
    drawHead(row, xOf(layout, part, index), layout, row === outcome),
  );
  const rankOf = new Map(context.analysis.order.cases.map((each) => [each.case, each.rank]));
  const lines = cases.flatMap((each, index) => {
    const before = cases[index - 1];
    const isFirst = !before || rankOf.get(before.id) !== rankOf.get(each.id);
    const y = layout.head + index * rowHeight;
    return drawCase(context, { part, shown, layout, each, y, width, isFirst });
  });
  const across = Math.max(width, 480);
  const key = drawKey(signsOfMarks(context, name, marks), { x: 0, y: bottom + 14, width: across });
  const description = describeMarks(context, { groups: [{ rows: shown }], cases });
  return drawingOf(
    { name, title, description },
    { width: across, height: bottom + 16 + key.height },
    [
      texturesOf(name, marks.values()),
      ...heads,
      ...lines,
      line([0, bottom + 0.5], [width, bottom + 0.5], { stroke: 'rule-strong' }),
      ...key.elements,
    ],
  );
}

/** How high the upright titles of the columns stand. */
function headHeight(rows: Row[]): number {
  const widths = rows.map(({ component }) => widthOf(component.title, letterSize.text * 1.07));
  return Math.min(headAtMost, Math.max(...widths)) + 10;
}

/** Where a column begins. */
function xOf(
  { label, column }: Pick<Layout, 'label' | 'column'>,
  { outcome }: Part,
  index: number,
): number {
  return label + index * column + (outcome && index > 0 ? gap : 0);
}

function drawHead(
  { component }: Row,
  x: number,
  { column, head }: Layout,
  isOutcome: boolean,
): ElementContent {
  return write(component.title, {
    x: x + column / 2 + 4,
    y: head - 6,
    width: headAtMost,
    upright: true,
    bold: isOutcome,
  });
}

interface Line {
  part: Part;
  shown: Row[];
  layout: Layout;
  each: Case;
  y: number;
  width: number;
  /** Of the cases alike in the outcome. */
  isFirst: boolean;
}

function drawCase(
  context: Context,
  { part, shown, layout, each, y, width, isFirst }: Line,
): ElementContent[] {
  const { label, column } = layout;
  const name = spot(each.title, anchorOf({ kind: 'case', id: each.id }), [
    rectangle({ x: 0, y: y + 1.5, width: label - 6, height: rowHeight - 3 }, { fill: 'paper' }),
    write(each.title, { x: 0, y: y + 14.5, width: label - 6 }),
  ]);
  const cells = shown.map((row, index) => {
    const mark = markIn(context, cellIn(row, each));
    const x = xOf(layout, part, index);
    const box = { x: x + 1.5, y: y + 2.5, width: column - 3, height: rowHeight - 5 };
    const ground = rectangle(
      { x: x + 1, y: y + 1.5, width: column - 2, height: rowHeight - 3 },
      { fill: 'paper' },
    );
    return spot(labelOf(context, row, each, nameOfMark(context, mark)), entryAnchor(row, each), [
      ground,
      ...drawMark(part.name, mark, box),
    ]);
  });
  const look = isFirst
    ? { stroke: 'rule-strong' as const }
    : { stroke: 'rule' as const, width: 0.7 };
  return [line([0, y + 0.5], [width, y + 0.5], look), name, ...cells];
}
