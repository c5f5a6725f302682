/** The table of configurations with filled and crossed circles (Ragin & Fiss 2008, in Ragin 2008, ch. 11; Fiss 2011). */
import type { ElementContent } from 'hast';
import type { Qca, Term } from '../../analyse/qca/schema.js';
import type { Context } from '../results/context.js';
import { breakable, equation, share, shortName } from '../results/qca/naming.js';
import { fill, listed, numberIn } from '../words.js';
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
export function drawConfigurations(context: Context): Drawing[] {
  const { qca } = context.analysis;
  if (!qca) return [];
  const cut = drawnModels(qca).flatMap((drawn) =>
    evenly(
      drawn.model.terms.map((term, index) => ({ term, number: index + 1 })),
      columnsAtMost,
    ).map((terms) => ({ drawn, terms })),
  );
  return cut.map((part, index) => {
    const title = fill(context.words.qca.figures.configurations, { outcome: part.drawn.direction.expression });
    const { name } = numbered(context, { name: 'configurations', title }, index, cut.length);
    return drawPart(context, qca, { ...part, name, title });
  });
}

interface Layout {
  label: number;
  column: number;
  width: number;
  /** Below the last condition. */
  bottom: number;
}

function layoutOf({ conditions }: Qca, { terms }: Part): Layout {
  const label = Math.min(180, Math.max(90, ...conditions.map((each) => widthOf(each.label, letterSize.text) + 16)));
  const column = Math.min(180, (pageWidth - label) / terms.length);
  return { label, column, width: Math.max(widthAtLeast, label + column * terms.length), bottom: top + conditions.length * rowHeight };
}

function middleOf({ label, column }: Layout, index: number): number {
  return label + column * (index + 0.5);
}

function drawPart(context: Context, qca: Qca, part: Part): Drawing {
  const { drawn, terms } = part;
  const layout = layoutOf(qca, part);
  const { width } = layout;
  const feet = drawFeet(context, part, layout);
  const roles = terms.flatMap(({ term }) => qca.conditions.map((_, row) => roleIn(qca, drawn.direction, term, row)));
  const key = drawKey(signsOfRoles(context, roles), { x: 0, y: feet.bottom + 10, width });
  const about = { name: part.name, title: part.title, description: describe(context, part) };
  return drawingOf(about, { width, height: feet.bottom + 12 + key.height }, [
    ...drawTitle(context, drawn, width),
    ...terms.map(({ number, term }, index) =>
      spot(fill(context.words.qca.figures.column, { term: number, literals: breakable(term.expression) }), null, [
        write(numberIn(context.language, number), { x: middleOf(layout, index), y: top - 8, bold: true, anchor: 'middle' }),
      ]),
    ),
    ...qca.conditions.flatMap((_, row) => drawRow(context, qca, part, { ...layout, row })),
    ...feet.elements,
    ...key.elements,
  ]);
}

/** The fit of each term, and its cases. */
function drawFeet(context: Context, { terms }: Part, layout: Layout): { elements: ElementContent[]; bottom: number } {
  const { heads, figures } = context.words.qca;
  const { label, column, width, bottom } = layout;
  const lineOf = (at: number) => bottom + 17 + at * 17;
  const words = [heads.inclS, heads.pri, heads.covS, heads.covU].map((word, at) => write(word, { x: 8, y: lineOf(at), width: label - 12 }));
  const flows = terms.map(({ term, number }) => {
    const cases = term.cases.map((id) => ({ id, label: fill(figures.column, { term: number, literals: shortName(context, id) }) }));
    return flowOf(context, cases, { width: column - 12, lines: 9 });
  });
  const end = bottom + 90 + Math.max(14, ...flows.map(({ height }) => height));
  const fits = terms.flatMap(({ term }, index) =>
    [term.inclS, term.pri, term.covS, term.covU].map((value, at) =>
      write(value === null ? '–' : share(context, value), { x: middleOf(layout, index), y: lineOf(at), anchor: 'middle' }),
    ),
  );
  const elements = [
    line([0, bottom], [width, bottom], { stroke: 'rule-strong' }),
    ...words,
    ...fits,
    write(heads.cases, { x: 8, y: bottom + 92, width: label - 12 }),
    ...flows.flatMap((flow, index) => flow.draw(middleOf(layout, index) - flow.width / 2, bottom + 81)),
    line([0, end], [width, end], { stroke: 'rule-strong' }),
  ];
  return { elements, bottom: end };
}

function drawTitle(context: Context, { kind, model }: Drawn, width: number): ElementContent[] {
  const { heads, figures, solutions } = context.words.qca;
  const fit = listed(
    context.words,
    ([heads.inclS, heads.pri, heads.covS] as const).map(
      (word, index) => `${word} ${share(context, [model.inclS, model.pri, model.covS][index] ?? null)}`,
    ),
  );
  return [
    write(fill(figures.xyModel, { kind: solutions[kind], model: fit }), { x: 0, y: 12, bold: true, width }),
    line([0, top - 1], [width, top - 1], { stroke: 'rule-strong' }),
  ];
}

function drawRow(context: Context, qca: Qca, { drawn, terms }: Part, layout: Layout & { row: number }): ElementContent[] {
  const { row, label, width } = layout;
  const y = top + row * rowHeight;
  const condition = qca.conditions[row]?.label ?? '';
  const { figures } = context.words.qca;
  const cells = terms.map(({ term, number }, index) => {
    const role = roleIn(qca, drawn.direction, term, row);
    const words = fill(figures.cell, { condition, term: number, what: nameOf(context, role) });
    const ground = rectangle({ x: middleOf(layout, index) - 13, y: y + 1, width: 26, height: rowHeight - 2 }, { fill: 'paper' });
    return spot(words, null, [ground, ...drawCircle(role, middleOf(layout, index), y + rowHeight / 2)]);
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
  return sign === 'level' ? `${names.level}${words.marks.colon}${numberIn(language, level ?? 0)}` : names[sign];
}

/** Each column as its expression, with its fit. */
function describe(context: Context, { drawn, terms }: Part): string {
  const { words } = context;
  const { figures, solutions } = words.qca;
  const model = equation(drawn.model.expression, drawn.direction.expression);
  const columns = terms.map(({ term, number }) => fill(figures.column, { term: number, literals: term.expression }));
  return [
    fill(figures.configurationsText, { kind: solutions[drawn.kind], model }),
    ...(drawn.all > 1 ? [fill(figures.ofModels, { n: drawn.number, all: drawn.all })] : []),
    listed(words, columns, 'items'),
  ].join(words.marks.space);
}
