/** The table of configurations with filled and crossed circles (Ragin & Fiss 2008, in Ragin 2008, ch. 11; Fiss 2011). */
import type { ElementContent } from 'hast';
import type { Qca, Term } from '../../analyse/qca/schema.js';
import type { Context, ContextWith } from '../names/context.js';
import { breakable, equation, share, shortName } from '../names/qca.js';
import { fill, listed, numberIn } from '../prose/words.js';
import { drawCircle, roleIn, signsOfRoles, type Role } from './circles.js';
import type { Drawing } from './figure.js';
import { evenly, numbered } from './grid.js';
import { drawKey } from './key.js';
import { letterSize, widthOf, write } from './lettering.js';
import { flowOf } from './names.js';
import { drawnModels, type Drawn } from './set-terms.js';
import { drawingOf, line, rectangle, spot } from './shapes.js';

const pageWidth = 720;
/** So that a page, which makes drawings this wide, does not enlarge its letters. */
const widthAtLeast = 640;
const columnsAtMost = 8;
const rowHeight = 26;
const top = 40;

interface Part {
  drawn: Drawn;
  terms: { term: Term; number: number }[];
  name: string;
  title: string;
}

/** Draws the terms of each model as columns, those of many terms in several parts. */
export function drawConfigurations(context: ContextWith<'qca'>): Drawing[] {
  const { qca } = context.analysis;
  if (!qca) return [];
  const cut = drawnModels(qca).flatMap((drawn) =>
    evenly(
      drawn.model.terms.map((term, index) => ({ term, number: index + 1 })),
      columnsAtMost,
    ).map((terms) => ({ drawn, terms })),
  );
  return cut.map((part, index) => {
    const title = fill(context.words.qca.figures.configurations, {
      outcome: part.drawn.direction.expression,
    });
    const { name } = numbered(context, { name: 'configurations', title }, index, cut.length);
    return drawPart(context, qca, { ...part, name, title });
  });
}

function drawPart(context: Context, qca: Qca, part: Part): Drawing {
  const { conditions } = qca;
  const { drawn, terms } = part;
  const label = Math.min(
    180,
    Math.max(90, ...conditions.map((each) => widthOf(each.label, letterSize.text) + 16)),
  );
  const column = Math.min(180, (pageWidth - label) / terms.length);
  const width = Math.max(widthAtLeast, label + column * terms.length);
  const frame: Frame = { label, width, middle: (index) => label + column * (index + 0.5) };
  const below = drawFits(context, part, {
    ...frame,
    y: top + conditions.length * rowHeight,
    column,
  });
  const signs = signsOfRoles(
    context,
    terms.flatMap(({ term }) =>
      conditions.map((_, row) => roleIn(qca, drawn.direction, term, row)),
    ),
  );
  const key = drawKey(signs, { x: 0, y: below.y + 10, width });
  const about = { name: part.name, title: part.title, description: describe(context, part) };
  return drawingOf(about, { width, height: below.y + 12 + key.height }, [
    ...drawHeads(context, part, frame),
    ...conditions.flatMap((_, row) =>
      drawRow(context, qca, part, { ...frame, row, y: top + row * rowHeight }),
    ),
    ...below.elements,
    line([0, below.y], [width, below.y], { stroke: 'rule-strong' }),
    ...key.elements,
  ]);
}

/** Where columns stand. */
interface Frame {
  /** Width of the names of the rows. */
  label: number;
  width: number;
  /** Of a column. */
  middle: (index: number) => number;
}

function drawHeads(
  context: Context,
  { drawn, terms }: Part,
  { width, middle }: Frame,
): ElementContent[] {
  const { column } = context.words.qca.figures;
  return [
    ...drawTitle(context, drawn, width),
    ...terms.map(({ number, term }, index) =>
      spot(fill(column, { term: number, literals: breakable(term.expression) }), null, [
        write(numberIn(context.language, number), {
          x: middle(index),
          y: top - 8,
          bold: true,
          anchor: 'middle',
        }),
      ]),
    ),
  ];
}

/** The fits of the terms and their cases; `y` of what it returns is where they end. */
function drawFits(
  context: Context,
  { terms }: Part,
  { y, label, width, middle, column }: Frame & { y: number; column: number },
) {
  const { heads, figures } = context.words.qca;
  const flows = terms.map(({ term }) =>
    flowOf(
      context,
      term.cases.map((id) => ({
        id,
        label: fill(figures.column, {
          term: breakable(term.expression),
          literals: shortName(context, id),
        }),
      })),
      { width: column - 12, lines: 9 },
    ),
  );
  const fits = terms.flatMap(({ term }, index) =>
    [term.inclS, term.pri, term.covS, term.covU].map((value, at) =>
      write(value === null ? '–' : share(context, value), {
        x: middle(index),
        y: y + 17 + at * 17,
        anchor: 'middle',
      }),
    ),
  );
  const names = [heads.inclS, heads.pri, heads.covS, heads.covU].map((word, at) =>
    write(word, { x: 8, y: y + 17 + at * 17, width: label - 12 }),
  );
  const elements: ElementContent[] = [
    line([0, y], [width, y], { stroke: 'rule-strong' }),
    ...fits,
    ...names,
    write(heads.cases, { x: 8, y: y + 92, width: label - 12 }),
    ...flows.flatMap((flow, index) => flow.draw(middle(index) - flow.width / 2, y + 81)),
  ];
  return { elements, y: y + 90 + Math.max(14, ...flows.map(({ height }) => height)) };
}

function drawTitle(context: Context, { kind, model }: Drawn, width: number): ElementContent[] {
  const { heads, figures, solutions } = context.words.qca;
  const fit = listed(
    context.words,
    ([heads.inclS, heads.pri, heads.covS] as const).map(
      (word, index) =>
        `${word} ${share(context, [model.inclS, model.pri, model.covS][index] ?? null)}`,
    ),
  );
  return [
    write(fill(figures.xyModel, { kind: solutions[kind], model: fit }), {
      x: 0,
      y: 12,
      bold: true,
      width,
    }),
    line([0, top - 1], [width, top - 1], { stroke: 'rule-strong' }),
  ];
}

interface RowLayout extends Frame {
  row: number;
  y: number;
}

function drawRow(
  context: Context,
  qca: Qca,
  { drawn, terms }: Part,
  { row, y, label, width, middle }: RowLayout,
): ElementContent[] {
  const condition = qca.conditions[row]?.label ?? '';
  const { figures } = context.words.qca;
  const cells = terms.map(({ term, number }, index) => {
    const role = roleIn(qca, drawn.direction, term, row);
    const words = fill(figures.cell, { condition, term: number, what: nameOf(context, role) });
    const ground = rectangle(
      { x: middle(index) - 13, y: y + 1, width: 26, height: rowHeight - 2 },
      { fill: 'paper' },
    );
    return spot(words, null, [ground, ...drawCircle(role, middle(index), y + rowHeight / 2)]);
  });
  return [
    ...(row === 0 ? [] : [line([0, y], [width, y], { stroke: 'rule', width: 0.7 })]),
    write(condition, { x: 8, y: y + rowHeight / 2 + 4, width: label - 12 }),
    ...cells,
  ];
}

function nameOf({ words, language }: Context, { sign, level, isCore }: Role): string {
  const { figures } = words.qca;
  const names = {
    present: isCore ? figures.presentCore : figures.presentContributing,
    absent: isCore ? figures.absentCore : figures.absentContributing,
    level: isCore ? figures.levelCore : figures.levelContributing,
    none: figures.irrelevantCell,
  };
  return sign === 'level'
    ? `${names.level}${words.marks.colon}${numberIn(language, level ?? 0)}`
    : names[sign];
}

/** Each column as its expression, with its fit. */
function describe(context: Context, { drawn, terms }: Part): string {
  const { words } = context;
  const { figures, solutions } = words.qca;
  const model = equation(drawn.model.expression, drawn.direction.expression);
  const columns = terms.map(({ term, number }) =>
    fill(figures.column, { term: number, literals: term.expression }),
  );
  return [
    fill(figures.configurationsText, { kind: solutions[drawn.kind], model }),
    ...(drawn.all > 1 ? [fill(figures.ofModels, { n: drawn.number, all: drawn.all })] : []),
    listed(words, columns, 'items'),
  ].join(words.marks.space);
}
