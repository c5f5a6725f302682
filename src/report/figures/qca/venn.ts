/** The Venn diagram of two to four conditions: a field for each configuration, with its cases and what its row counts as. */
import type { ElementContent } from 'hast';
import { numberOf } from '../../../analyse/qca/algebra/cubes.js';
import { expressTerm } from '../../../analyse/qca/table/expressions.js';
import type { Direction, Qca, TruthTableRow } from '../../../analyse/qca/schema.js';
import type { Context, ContextWith } from '../../names/context.js';
import { share, shortName } from '../../names/qca.js';
import { explained, fill, listed } from '../../prose/words.js';
import { layFields, type Field, type Fields } from './fields.js';
import type { Drawing } from '../figure.js';
import { drawKey } from '../key.js';
import { letterSize, widthOf, write } from '../lettering.js';
import { flowOf, nameHeight } from './names.js';
import { fillOf, outOf, outs, texturesOfOuts, type Out } from './outs.js';
import { drawingOf, line, rectangle, spot, type Box } from '../shapes.js';

const conditionsAtMost = 4;
const name = 'venn';

/** Draws the diagram of crisp and fuzzy conditions; of more than four, or of one, nothing. */
export function drawVenn(context: ContextWith<'qca'>): Drawing[] {
  const { qca } = context.analysis;
  const direction = qca?.directions.find(({ isNegated }) => !isNegated);
  if (!qca || !direction) return [];
  const { conditions } = qca;
  if (
    conditions.length < 2 ||
    conditions.length > conditionsAtMost ||
    conditions.some(({ levels }) => levels > 2)
  )
    return [];
  return [drawDiagram(context, qca, direction)];
}

interface Told {
  field: Field;
  number: number;
  configuration: string;
  row: TruthTableRow | null;
  out: Out;
}

function tell({ conditions }: Qca, { truthTable }: Direction, field: Field): Told {
  const levels = conditions.map((each) => each.levels);
  const number = numberOf(field.values, levels);
  const row = truthTable.rows.find((each) => each.row === number) ?? null;
  return {
    field,
    number,
    configuration: expressTerm(conditions, field.values),
    row,
    out: outOf(row),
  };
}

function drawDiagram(context: Context, qca: Qca, direction: Direction): Drawing {
  const { words } = context;
  const layout = layFields(qca.conditions.length, { x: 20, y: 26 });
  const told = layout.fields.map((field) => tell(qca, direction, field));
  const { frame } = layout;
  const signs = outs
    .filter((out) => told.some((each) => each.out === out))
    .map((out) => ({
      label: words.qca.figures.outs[out],
      width: 28,
      draw: (box: Box) => [drawGround(out, box)],
    }));
  const y = frame.y + frame.height + 14;
  const key = drawKey(signs, { x: frame.x, y, width: frame.width });
  const title = explained(words, words.qca.figures.venn, direction.expression);
  const description = [
    words.qca.figures.vennText,
    listed(
      words,
      told.toSorted((a, b) => a.number - b.number).map((each) => labelOf(context, each)),
      'items',
    ),
  ];
  return drawingOf(
    { name, title, description: description.join(words.marks.space) },
    { width: frame.x + frame.width + 2, height: y + key.height + 2 },
    [
      texturesOfOuts(name),
      ...told.map((each) =>
        spot(labelOf(context, each), null, [drawGround(each.out, each.field.ground)]),
      ),
      ...drawSets(qca, layout),
      ...told.flatMap((each) => drawWords(context, each)),
      ...key.elements,
    ],
  );
}

function drawGround(out: Out, box: Box) {
  const ground = rectangle(box, { stroke: 'rule', width: 0.8 });
  ground.properties.fill = fillOf(name, out);
  if (out === 'remainder') ground.properties.className = ['fill-paper', 'stroke-rule'];
  return ground;
}

/** `A*~B: OUT 1; BE, CZ`. */
function labelOf({ words, ...context }: Context, { configuration, row, out }: Told): string {
  const { figures } = words.qca;
  const cases = (row?.cases ?? []).map((id) => shortName({ words, ...context }, id));
  return fill(figures.vennField, {
    configuration,
    out: figures.outs[out],
    cases: cases.length === 0 ? figures.noCases : listed(words, cases),
  });
}

/** The number of the row with its inclusion, and the cases. */
function drawWords(
  context: Context,
  { field: { room }, number, row, configuration }: Told,
): ElementContent[] {
  const head = row === null ? String(number) : `${String(number)} · ${share(context, row.incl)}`;
  const width = Math.min(room.width, widthOf(head, letterSize.small) + 6);
  const lines = Math.max(1, Math.floor((room.height - 16) / nameHeight));
  const flow = flowOf(
    context,
    (row?.cases ?? []).map((id) => ({ id, label: `${shortName(context, id)}: ${configuration}` })),
    { width: room.width - 4, lines },
  );
  return [
    rectangle({ x: room.x - 3, y: room.y - 1, width, height: 14 }, { fill: 'paper' }),
    write(head, {
      x: room.x,
      y: room.y + 9.5,
      size: letterSize.small,
      width: room.width,
      colour: 'muted',
    }),
    ...flow.draw(room.x, room.y + 16),
  ];
}

/** The borders of the sets, with their names where each begins. */
function drawSets({ conditions }: Qca, { frame, inner }: Fields): ElementContent[] {
  const [across, down, ...more] = conditions.map(({ label }) => label);
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  const half = { x: frame.width / 2 - 12, y: frame.height / 2 - 12 };
  const bold = { bold: true, anchor: 'middle' } as const;
  const upright = { ...bold, upright: true, width: half.y };
  return [
    rectangle(frame, { stroke: 'rule-strong', width: 1.5 }),
    line([middle.x, frame.y], [middle.x, frame.y + frame.height], {
      stroke: 'rule-strong',
      width: 2,
    }),
    line([frame.x, middle.y], [frame.x + frame.width, middle.y], {
      stroke: 'rule-strong',
      width: 2,
    }),
    ...inner.flatMap((box, index) => drawFrame(box, more[index] ?? '', index)),
    write(`~${across ?? ''}`, {
      ...bold,
      x: middle.x - frame.width / 4,
      y: frame.y - 8,
      width: half.x,
    }),
    write(across ?? '', { ...bold, x: middle.x + frame.width / 4, y: frame.y - 8, width: half.x }),
    write(`~${down ?? ''}`, { ...upright, x: frame.x - 8, y: middle.y - frame.height / 4 }),
    write(down ?? '', { ...upright, x: frame.x - 8, y: middle.y + frame.height / 4 }),
  ];
}

/** A set that lies across the halves, its name on its border. */
function drawFrame(box: Box, label: string, index: number): ElementContent[] {
  const width = Math.min(box.width / 2 - 20, widthOf(label, letterSize.text * 1.07) + 8);
  const x = box.x + (index === 0 ? 10 : box.width - width - 10);
  const look =
    index === 0
      ? ({ stroke: 'accent', width: 2.4 } as const)
      : ({ stroke: 'ink', width: 2, dash: '7 4' } as const);
  return [
    rectangle(box, look, 12),
    rectangle({ x, y: box.y - 8, width, height: 16 }, { fill: 'paper' }),
    write(label, {
      x: x + 4,
      y: box.y + 4,
      bold: true,
      width: width - 4,
      colour: index === 0 ? 'accent' : 'ink',
    }),
  ];
}
