/** The XY plot (Schneider & Wagemann 2012, ch. 11): each case by its membership in the model and in the outcome. */
import type { ElementContent } from 'hast';
import type { Context, ContextWith } from '../../names/context.js';
import { anchorOfCase, breakable, share } from '../../names/qca.js';
import { fill, listed, numberIn, titled } from '../../prose/words.js';
import type { Drawing } from '../figure.js';
import { numbered } from '../grid.js';
import { drawKey } from '../key.js';
import { write } from '../lettering.js';
import { flowOf } from './names.js';
import { placeNames } from './scatter.js';
import { drawnModels, placedCases, type Drawn, type Placed } from './set-terms.js';
import { drawingOf, line, rectangle, spot, type Box } from '../shapes.js';
import { describe, drawMarker, kindOf, labelOf, signsOf } from './xy-marks.js';

const frame: Box = { x: 52, y: 44, width: 600, height: 470 };
/** Points keep away from the frame, so that names find room around them. */
const inset = 34;

/** Draws each model of the solution, for the outcome and for its absence. */
export function drawXyPlot(context: ContextWith<'qca'>): Drawing[] {
  const { qca } = context.analysis;
  const models = qca ? drawnModels(qca) : [];
  return models.flatMap((drawn, index) => {
    const placed = qca ? placedCases(qca, drawn) : [];
    const title = fill(context.words.qca.figures.xyPlot, { outcome: drawn.direction.expression });
    const { name } = numbered(context, { name: 'xy-plot', title }, index, models.length);
    return placed.length === 0 ? [] : [drawPlot(context, { name, title }, drawn, placed)];
  });
}

function drawPlot(
  context: Context,
  about: { name: string; title: string },
  drawn: Drawn,
  placed: Placed[],
): Drawing {
  const groups = togetherIn(placed);
  const flows = groups.map((cases) =>
    flowOf(
      context,
      cases.map((each) => ({ id: each.id, label: labelOf(context, drawn, each) })),
      { width: groups.length < 8 ? 190 : 130, lines: 8 },
    ),
  );
  const points = groups.map(([first], index) => ({
    ...pointOf(first ?? { x: 0, y: 0 }),
    ...sizeOf(flows[index]),
  }));
  const places = placeNames(points, frame);
  const lost = groups.filter((_, index) => !places[index]).flat();
  const elements = [...drawGround(context, drawn)];
  places.forEach((place, index) => {
    const point = points[index];
    if (place && point) elements.push(...leader(point, place));
  });
  groups.forEach((cases, index) =>
    elements.push(...drawPoint(context, drawn, cases, points[index] ?? { x: 0, y: 0 })),
  );
  places.forEach((place, index) =>
    elements.push(...(place ? (flows[index]?.draw(place.x, place.y + 1) ?? []) : [])),
  );
  const y = frame.y + frame.height + 48;
  const key = drawKey(signsOf(context, placed), { x: 0, y, width: frame.x + frame.width });
  const size = { width: frame.x + frame.width + 6, height: y + key.height + 2 };
  return drawingOf({ ...about, description: describe(context, drawn, placed, lost) }, size, [
    ...elements,
    ...key.elements,
  ]);
}

/** Cases that stand at the same point. */
function togetherIn(placed: Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const key = `${each.x.toFixed(3)} ${each.y.toFixed(3)}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

function pointOf({ x, y }: Pick<Placed, 'x' | 'y'>): { x: number; y: number } {
  return {
    x: frame.x + inset + x * (frame.width - 2 * inset),
    y: frame.y + frame.height - inset - y * (frame.height - 2 * inset),
  };
}

function sizeOf(flow: { width: number; height: number } | undefined): {
  width: number;
  height: number;
} {
  return { width: flow?.width ?? 0, height: flow?.height ?? 0 };
}

function drawGround(context: Context, drawn: Drawn): ElementContent[] {
  const edge = {
    left: frame.x,
    right: frame.x + frame.width,
    top: frame.y,
    bottom: frame.y + frame.height,
  };
  const middle = pointOf({ x: 0.5, y: 0.5 });
  const [start, end] = [pointOf({ x: 0, y: 0 }), pointOf({ x: 1, y: 1 })];
  const half = { stroke: 'rule-strong', width: 0.8, dash: '4 3' } as const;
  return [
    ...drawHead(context, drawn),
    rectangle(frame, { fill: 'paper', stroke: 'rule-strong' }),
    line([middle.x, edge.top], [middle.x, edge.bottom], half),
    line([edge.left, middle.y], [edge.right, middle.y], half),
    line([start.x, start.y], [end.x, end.y], { stroke: 'rule-strong', width: 1 }),
    ...drawAxes(context, drawn),
  ];
}

/** Which solution it is, and how well it fits. */
function drawHead(context: Context, { kind, model }: Drawn): ElementContent[] {
  const { words } = context;
  const { figures, solutions, heads } = words.qca;
  const fits: [string, number | null][] = [
    [heads.inclS, model.inclS],
    [heads.pri, model.pri],
    [heads.covS, model.covS],
  ];
  const fit = fits.map(([name, value]) => titled(words, name, share(context, value)));
  const width = frame.x + frame.width;
  return [
    write(fill(figures.xyModel, { kind: solutions[kind], model: breakable(model.expression) }), {
      x: 0,
      y: 12,
      bold: true,
      width,
    }),
    write(listed(words, fit), { x: 0, y: 30, colour: 'muted', width }),
  ];
}

function drawAxes({ words, language }: Context, { direction, model }: Drawn): ElementContent[] {
  const { figures } = words.qca;
  const bottom = frame.y + frame.height;
  const ticks = [0, 0.5, 1].flatMap((value) => {
    const { x, y } = pointOf({ x: value, y: value });
    const shown = numberIn(language, value);
    return [
      write(shown, { x, y: bottom + 15, anchor: 'middle', colour: 'muted' }),
      write(shown, { x: frame.x - 6, y: y + 4, anchor: 'end', colour: 'muted' }),
    ];
  });
  const across = {
    x: frame.x + frame.width / 2,
    y: bottom + 34,
    anchor: 'middle',
    width: frame.width,
  } as const;
  const upwards = {
    x: 12,
    y: frame.y + frame.height / 2,
    anchor: 'middle',
    width: frame.height,
    upright: true,
  } as const;
  return [
    ...ticks,
    write(fill(figures.xyAxis, { expression: breakable(model.expression) }), across),
    write(fill(figures.xyAxis, { expression: direction.expression }), upwards),
  ];
}

/** From a point to a name that stands away from it. */
function leader(point: { x: number; y: number }, { x, y, width, height }: Box): ElementContent[] {
  const end = {
    x: Math.min(Math.max(point.x, x), x + width),
    y: Math.min(Math.max(point.y, y), y + height),
  };
  if (Math.hypot(end.x - point.x, end.y - point.y) < 16) return [];
  return [line([point.x, point.y], [end.x, end.y], { stroke: 'rule-strong', width: 0.7 })];
}

function drawPoint(
  context: Context,
  drawn: Drawn,
  cases: Placed[],
  { x, y }: { x: number; y: number },
): ElementContent[] {
  const [first] = cases;
  if (!first) return [];
  const label = listed(
    context.words,
    cases.map((each) => labelOf(context, drawn, each)),
    'items',
  );
  const ground = rectangle({ x: x - 7, y: y - 7, width: 14, height: 14 }, {});
  return [
    spot(label, cases.length === 1 ? anchorOfCase(first.id) : null, [
      ground,
      ...drawMarker(kindOf(first), x, y),
    ]),
  ];
}
