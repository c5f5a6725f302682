/** The chain of evidence: curves from sources over records and codes to components. */
import type { ElementContent } from 'hast';
import type { Case } from '../../../domain/study.js';
import type { Context } from '../../names/context.js';
import { fill } from '../../prose/words.js';
import type { Drawing } from '../figure.js';
import { evenly, numbered } from '../grid.js';
import { write } from '../lettering.js';
import { drawingOf, line } from '../shapes.js';
import { describeChain } from './description.js';
import { drawSlot, left, pageWidth } from './knots.js';
import { gapAround, levelsOf, linesOf, sortedCodes } from './levels.js';
import { drawThreads } from './threads.js';
import { layers, piecesOf, traceOf, type Piece, type Trace } from './trace.js';

const top = 34;

/** The least height of a line in each layer, in pixels. */
const pitch = 14.5;

/** Up to this many records are drawn one by one, one drawing per case; more are gathered by source. */
const recordsAtMost = { ofAll: 120, ofCase: 64 };
const drawingsAtMost = 4;
const casesAtMost = 15;

interface Plan {
  cases: Case[];
  pieces: Piece[];
  isGathered: boolean;
}

/** Draws the chain, a part a case; of a large study by groups of cases, with the records gathered by source. */
export function drawChain(context: Context): Drawing[] {
  const { cases } = context.study;
  const pieces = piecesOf(context);
  const piecesIn = (some: Case[]) =>
    pieces.filter((piece) => some.some(({ id }) => id === piece.case));
  const recordsIn = (some: Piece[]) => new Set(some.map(({ record }) => record.key)).size;
  const isGathered =
    recordsIn(pieces) > recordsAtMost.ofAll ||
    cases.length > drawingsAtMost ||
    cases.some((each) => recordsIn(piecesIn([each])) > recordsAtMost.ofCase);
  const plans = evenly(cases, isGathered ? casesAtMost : 1)
    .map((some) => ({ cases: some, pieces: piecesIn(some), isGathered }))
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
  const knots = layers.flatMap((layer) =>
    slots[layer].map((slot) =>
      drawSlot(layer, slot, levels[layer].get(slot.key) ?? 0, gapAround(slot.key, levels[layer])),
    ),
  );
  const elements = [
    ...drawHeads(context, trace),
    line([0, 22.5], [pageWidth, 22.5], { stroke: 'rule-strong' }),
    ...threads,
    ...knots,
  ];
  return drawingOf(
    { ...about, description: describeChain(context, plan, trace) },
    { width: pageWidth, height: top + height + 6 },
    elements,
  );
}

const heads = {
  source: { x: 0, anchor: 'start' },
  record: { x: left.record + 20, anchor: 'middle' },
  code: { x: left.code + 20, anchor: 'middle' },
  component: { x: left.component + 10, anchor: 'start' },
} as const;

/** The names of the layers that hold anything. */
function drawHeads({ words }: Context, { knots }: Trace): ElementContent[] {
  return layers
    .filter((layer) => knots[layer].length > 0)
    .map((layer) => write(words.figures.layers[layer], { ...heads[layer], y: 14, bold: true }));
}
