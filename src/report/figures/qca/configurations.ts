/** The table of configurations with filled and crossed circles (Ragin & Fiss 2008, in Ragin 2008, ch. 11; Fiss 2011). */
import type { ElementContent } from 'hast';
import type { Qca } from '../../../analyse/qca/schema.js';
import type { Context, ContextWith } from '../../names/context.js';
import { breakable, equation } from '../../names/qca.js';
import { fill, listed, numberIn } from '../../prose/words.js';
import type { Drawing } from '../figure.js';
import { evenly, numbered } from '../grid.js';
import { drawKey } from '../key.js';
import { letterSize, widthOf, write } from '../lettering.js';
import { drawingOf, line, rectangle, spot } from '../shapes.js';
import { drawCircle, roleIn, signsOfRoles, type Role } from './circles.js';
import { drawFits, drawTitle, top, type Frame, type Part } from './configuration-fits.js';
import { drawnModels } from './set-terms.js';

const pageWidth = 720;
/** A page sets drawings at least this wide; a narrower one would have larger letters. */
const widthAtLeast = 640;
const columnsAtMost = 8;
const rowHeight = 26;

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
