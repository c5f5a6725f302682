/** The chain of evidence: curves from sources over records and codes to components. */
import { scaleSqrt } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import type { ElementContent } from 'hast';
import type { Case } from '../../domain/study.js';
import type { Context } from '../names/context.js';
import { fill, listed } from '../prose/words.js';
import type { Drawing } from './figure.js';
import { evenly, numbered } from './grid.js';
import { letterSize, rounded, widthOf, wrap, write } from './lettering.js';
import { gapAround, levelsOf, linesOf, sortedCodes, type Levels, type Slot } from './levels.js';
import { circle, drawingOf, line, path, rectangle, spot } from './shapes.js';
import {
  layers,
  piecesOf,
  traceOf,
  type Knot,
  type Layer,
  type Piece,
  type Trace,
} from './trace.js';
import { keyOfSource } from '../../study/keys.js';

const pageWidth = 770;
const top = 34;
/** Pixels that a line of each layer takes at least. */
const pitch = 14.5;
/** So many records stand one by one, a drawing a case; more are gathered by source. */
const recordsAtMost = { ofAll: 120, ofCase: 64 };
const drawingsAtMost = 4;
const casesAtMost = 15;
const left: { [Key in Layer]: number } = { source: 204, record: 290, code: 398, component: 506 };

interface Plan {
  cases: Case[];
  pieces: Piece[];
  isGathered: boolean;
}

/** Draws the chain, a part a case; of a large study by groups of cases, with the records gathered by source. */
export function drawChain(context: Context): Drawing[] {
  const { cases } = context.study;
  const pieces = piecesOf(context);
  const of = (some: Case[]) => pieces.filter((piece) => some.some(({ id }) => id === piece.case));
  const recordsIn = (some: Piece[]) => new Set(some.map(({ record }) => record.key)).size;
  const isGathered =
    recordsIn(pieces) > recordsAtMost.ofAll ||
    cases.length > drawingsAtMost ||
    cases.some((each) => recordsIn(of([each])) > recordsAtMost.ofCase);
  const plans = evenly(cases, isGathered ? casesAtMost : 1)
    .map((some) => ({ cases: some, pieces: of(some), isGathered }))
    .filter((plan) => plan.pieces.length > 0);
  return plans.map((plan, index) => {
    const [first] = plan.cases;
    const title = isGathered
      ? context.words.figures.chainGathered
      : fill(context.words.figures.chain, { case: first?.title ?? '' });
    const about = numbered(context, { name: 'chain', title }, index, plans.length);
    return drawPlan(context, plan, { name: about.name, title: isGathered ? about.title : title });
  });
}

function drawPlan(context: Context, plan: Plan, about: { name: string; title: string }): Drawing {
  const trace = traceOf(context, plan.pieces, plan);
  const slots = {
    source: linesOf(trace.knots.source),
    record: trace.knots.record,
    code: sortedCodes(trace),
    component: linesOf(trace.knots.component),
  };
  const height = Math.max(
    160,
    ...layers.map((layer) => slots[layer].length * pitch * (layer === 'code' ? 1.4 : 1)),
  );
  const levels = levelsOf(trace, slots, { top, height, isGathered: plan.isGathered });
  const threads = drawThreads(trace, levels);
  const heads = layers.map((layer) => {
    const { x, anchor } = {
      source: { x: 0, anchor: 'start' as const },
      record: { x: left.record + 20, anchor: 'middle' as const },
      code: { x: left.code + 20, anchor: 'middle' as const },
      component: { x: left.component + 10, anchor: 'start' as const },
    }[layer];
    return trace.knots[layer].length === 0
      ? []
      : [write(context.words.figures.layers[layer], { x, y: 14, bold: true, anchor })];
  });
  const knots = layers.flatMap((layer) =>
    slots[layer].map((slot) =>
      drawSlot(layer, slot, levels[layer].get(slot.key) ?? 0, gapAround(slot.key, levels[layer])),
    ),
  );
  const elements = [
    ...heads.flat(),
    line([0, 22.5], [pageWidth, 22.5], { stroke: 'rule-strong' }),
    ...threads,
    ...knots,
  ];
  return drawingOf(
    { ...about, description: describe(context, plan, trace) },
    { width: pageWidth, height: top + height + 6 },
    elements,
  );
}

const ends: { [Key in Layer]: { in: number; out: number } } = {
  source: { in: 0, out: left.source + 4 },
  record: { in: left.record - 6, out: left.record + 46 },
  code: { in: left.code - 10, out: left.code + 50 },
  component: { in: left.component, out: 0 },
};

/** Ways through a code are solid, those that lead past the codes are dashed. */
function drawThreads({ threads }: Trace, levels: Levels): ElementContent[] {
  const curve = linkHorizontal<
    unknown,
    { source: [number, number]; target: [number, number] },
    [number, number]
  >()
    .source(({ source }) => source)
    .target(({ target }) => target);
  const width = scaleSqrt().domain([1, 40]).range([0.9, 2.4]).clamp(true);
  return threads.flatMap(({ from, to, n }) => {
    const source: [number, number] = [ends[from[0]].out, levels[from[0]].get(from[1]) ?? 0];
    const target: [number, number] = [ends[to[0]].in, levels[to[0]].get(to[1]) ?? 0];
    const isPast = from[0] === 'record' && to[0] === 'component';
    const look = {
      stroke: isPast ? 'muted' : 'accent',
      width: rounded(width(n)),
      opacity: 0.6,
      ...(isPast ? { dash: '4 2.5' } : {}),
    } as const;
    return [path(curve({ source, target }) ?? '', look)];
  });
}

function drawSlot(layer: Layer, slot: Slot, y: number, room: number): ElementContent {
  if (!('label' in slot)) {
    const x = layer === 'source' ? 0 : left.component + 10;
    return write(slot.head, {
      x,
      y: y + 4,
      size: letterSize.small,
      bold: true,
      colour: 'muted',
      width: layer === 'source' ? left.source - 10 : pageWidth - x,
    });
  }
  return spot(slot.title, slot.anchor, drawKnot(layer, slot, y, room));
}

function drawKnot(layer: Layer, { label }: Knot, y: number, room: number): ElementContent[] {
  const size = letterSize.small;
  const x = left[layer];
  if (layer === 'source')
    return [
      ...drawLabel(label, { x: 0, y, room, width: x - 10, size }),
      circle(x, y, 2.6, { fill: 'ink' }),
    ];
  if (layer === 'component')
    return [
      circle(x + 2, y, 2.6, { fill: 'ink' }),
      ...drawLabel(label, { x: x + 10, y, room, width: pageWidth - x - 10, size: letterSize.text }),
    ];
  const half = layer === 'code' ? 30 : 26;
  const middle = x + 20;
  const look =
    layer === 'code'
      ? ({ fill: 'shade', stroke: 'accent', width: 1 } as const)
      : ({ fill: 'paper', stroke: 'rule-strong', width: 0.7 } as const);
  const pill = rectangle(
    { x: middle - half, y: y - 6.3, width: 2 * half, height: 12.6 },
    look,
    layer === 'code' ? 6.3 : 2,
  );
  const shown = widthOf(label, size) > 2 * half - 4 ? { width: 2 * half - 4 } : {};
  return [pill, write(label, { x: middle, y: y + 3.6, size, anchor: 'middle', ...shown })];
}

/** A label around `y`, on two lines where there is room for them. */
function drawLabel(
  label: string,
  { x, y, room, width, size }: { x: number; y: number; room: number; width: number; size: number },
): ElementContent[] {
  const lines = room > 2.4 * size ? 2 : 1;
  const up = (wrap(label, width, size, lines).length - 1) * 0.6 * size;
  return [write(label, { x, y: y + 0.36 * size - up, width, lines, size })];
}

/** Source by source, for what its records are used. */
function describe(
  { words, componentById }: Context,
  { pieces, isGathered }: Plan,
  { knots }: Trace,
): string {
  const { figures } = words;
  const sentences = knots.source.map(({ key, label }) => {
    const own = pieces.filter(({ source }) => keyOfSource(source) === key);
    const uses = new Map<string, Set<string>>();
    for (const { record, component, codes } of own) {
      const name =
        codes.length === 0 ? record.key : `${record.key} [${codes.map(({ id }) => id).join(', ')}]`;
      uses.set(
        name,
        (uses.get(name) ?? new Set()).add(componentById.get(component)?.title ?? component),
      );
    }
    if (isGathered)
      return fill(figures.gatheredFor, {
        source: label,
        n: new Set(own.map(({ record }) => record.key)).size,
        m: new Set(own.map(({ component }) => component)).size,
      });
    const parts = [...uses].map(([record, components]) =>
      fill(figures.recordFor, { record, components: listed(words, [...components]) }),
    );
    return fill(figures.ofCase, { case: label, marks: listed(words, parts, 'items') });
  });
  return [isGathered ? figures.chainGatheredNote : figures.chainNote, ...sentences].join(
    words.marks.space,
  );
}
