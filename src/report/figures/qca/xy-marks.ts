/** Which part each case plays in an XY plot: its shape, and in words. */
import type { ElementContent } from 'hast';
import type { Context } from '../../names/context.js';
import { equation, share, shortName } from '../../names/qca.js';
import { explained, fill, listed, numberIn } from '../../prose/words.js';
import type { Sign } from '../key.js';
import type { Drawn, Placed } from './set-terms.js';
import { circle, path, rectangle } from '../shapes.js';

/** What a case says of the claim that the model is sufficient. */
export type Kind = 'typical' | 'deviantConsistency' | 'deviantCoverage' | 'irrelevant' | 'between';

const kinds: Kind[] = ['typical', 'deviantConsistency', 'deviantCoverage', 'irrelevant', 'between'];
/** Which part a case plays for the claim that the model is sufficient (Schneider & Wagemann 2012, figure 11.1). */
export function kindOf({ x, y }: Placed): Kind {
  if (x === 0.5 || y === 0.5) return 'between';
  if (x > 0.5) return y > 0.5 ? 'typical' : 'deviantConsistency';
  return y > 0.5 ? 'deviantCoverage' : 'irrelevant';
}

/** Each kind in a shape of its own. */
export function drawMarker(kind: Kind, x: number, y: number): ElementContent[] {
  const at = (dx: number, dy: number) =>
    `${String(Math.round((x + dx) * 10) / 10)} ${String(Math.round((y + dy) * 10) / 10)}`;
  switch (kind) {
    case 'typical':
      return [circle(x, y, 4.6, { fill: 'for' })];
    case 'deviantConsistency':
      return [path(`M${at(0, -6)}L${at(6, 0)}L${at(0, 6)}L${at(-6, 0)}Z`, { fill: 'against' })];
    case 'deviantCoverage':
      return [
        rectangle(
          { x: x - 4.6, y: y - 4.6, width: 9.2, height: 9.2 },
          { fill: 'paper', stroke: 'accent', width: 1.8 },
        ),
      ];
    case 'irrelevant':
      return [circle(x, y, 4, { fill: 'paper', stroke: 'muted', width: 1.3 })];
    case 'between':
      return [
        path(`M${at(-5, 0)}L${at(5, 0)}M${at(0, -5)}L${at(0, 5)}`, { stroke: 'ink', width: 1.8 }),
      ];
  }
}

/** The shapes that occur, for the key. */
export function signsOf({ words }: Context, placed: Placed[]): Sign[] {
  const occurring = new Set(placed.map(kindOf));
  return kinds
    .filter((kind) => occurring.has(kind))
    .map((kind) => ({
      label: words.qca.figures[kind],
      width: 14,
      draw: ({ x, y, height }) => drawMarker(kind, x + 7, y + height / 2),
    }));
}

/** `Belgium: 0.870 in the solution, 0.950 in SURV; typical`. */
export function labelOf(context: Context, { direction }: Drawn, each: Placed): string {
  const { spot: phrase, ...names } = context.words.qca.figures;
  return fill(phrase, {
    case: shortName(context, each.id),
    x: share(context, each.x),
    y: share(context, each.y),
    outcome: direction.expression,
    what: names[kindOf(each)],
  });
}

/** Every case with its two memberships, by the part it plays. */
export function describe(
  context: Context,
  { direction, kind, model, number, all }: Drawn,
  placed: Placed[],
  lost: Placed[],
): string {
  const { words, language } = context;
  const { figures, solutions } = words.qca;
  const name = ({ id, x, y }: Placed) =>
    explained(
      words,
      shortName(context, id),
      listed(words, [share(context, x), share(context, y)], 'items'),
    );
  const groups = kinds.flatMap((each) => {
    const cases = placed.filter((one) => kindOf(one) === each).map(name);
    return cases.length === 0
      ? []
      : [fill(figures.groupOf, { what: figures[each], cases: listed(words, cases) })];
  });
  const counts = { n: numberIn(language, number), all: numberIn(language, all) };
  const names = lost.map(({ id }) => shortName(context, id));
  return [
    fill(figures.told, {
      kind: solutions[kind],
      equation: equation(model.expression, direction.expression),
    }),
    ...(all > 1 ? [fill(figures.ofModels, counts)] : []),
    fill(figures.xyText, { outcome: direction.expression }),
    ...groups,
    ...(lost.length > 0 ? [fill(figures.unlabelled, { cases: listed(words, names) })] : []),
  ].join(words.marks.space);
}
