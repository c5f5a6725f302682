/** What is covered by evidence: components against cases and kinds of source, a disk by the number of pieces. */
import { scaleSqrt } from 'd3-scale';
import type { ElementContent } from 'hast';
import type { Cell } from '../../analyse/comparison.js';
import type { Context, ContextWith } from '../names/context.js';
import { explained, fill, listed, wordFor } from '../prose/words.js';
import type { Drawing } from './figure.js';
import { cellIn, entryAnchor, groupsOf, labelOf, partsOf, type Part, type Row } from './grid.js';
import { headsFor } from './heads.js';
import { letterSize, widthOf, wrap, write } from './lettering.js';
import { drawRows, labelWidth, rowHeight } from './rows.js';
import { circle, drawingOf, line, rectangle, spot } from './shapes.js';

const pageWidth = 720;
const columnLeast = 34;
const labels = { least: 170, most: 260 };
/** Behind the columns of a case. */
const gap = 8;
/** Pieces whose source is not known: no kind of source has this name. */
const unknown = '';

interface Layout {
  label: number;
  column: number;
  /** Of a case, with the gap behind it. */
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
  const kinds = [...new Set(cells.flatMap((counts) => [...counts.keys()]))].sort(
    (a, b) => rankOf(context, a) - rankOf(context, b) || (a < b ? -1 : 1),
  );
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

/** Kinds that the words know come first, in their order. */
function rankOf({ words }: Context, kind: string): number {
  const rank = Object.keys(words.kinds).indexOf(kind);
  return rank < 0 ? Infinity : rank;
}

/** Pieces by kind of source. */
function countsOf({ kinds, evidence }: Cell): Map<string, number> {
  const counts = new Map(Object.entries(kinds));
  const known = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return evidence > known ? counts.set(unknown, evidence - known) : counts;
}

function nameOfKind({ words }: Context, kind: string): string {
  return kind === unknown ? words.figures.unknownKind : wordFor(words.kinds, kind);
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
    { name: part.name, title: part.title, description: describe(context, part) },
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

/** `interview 3, document 1`. */
function inWords(context: Context, counts: Map<string, number>): string {
  const { words } = context;
  if (counts.size === 0) return words.figures.noEvidence;
  return listed(
    words,
    [...counts].map(([kind, n]) => fill(words.text.ofKind, { n, kind: nameOfKind(context, kind) })),
  );
}

/** Case by case what has evidence and what has none; of many cases only the latter. */
function describe(context: Context, { groups, cases }: Part): string {
  const { figures } = context.words;
  const rows = groups.flatMap((group) => group.rows);
  const sentences = cases.map((each) => {
    const counted = rows.map((row) => ({
      title: row.component.title,
      counts: countsOf(cellIn(row, each)),
    }));
    const covered = counted
      .filter(({ counts }) => counts.size > 0)
      .map(({ title, counts }) => explained(context.words, title, inWords(context, counts)));
    const empty = counted.filter(({ counts }) => counts.size === 0).map(({ title }) => title);
    const parts = [
      ...(covered.length > 0 && cases.length <= 4
        ? [fill(figures.covered, { components: listed(context.words, covered) })]
        : []),
      fill(empty.length === 0 ? figures.allCovered : figures.uncovered, {
        components: listed(context.words, empty),
      }),
    ];
    return fill(figures.ofCase, { case: each.title, marks: listed(context.words, parts, 'items') });
  });
  return [figures.coverageKey, ...sentences].join(context.words.marks.space);
}
