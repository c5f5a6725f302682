/** What stands above and below the circles of configurations: the model with its fit, and the fit and cases of each term. */
import type { ElementContent } from 'hast';
import type { Term } from '../../../analyse/qca/schema.js';
import type { Context } from '../../names/context.js';
import { breakable, share, shortName } from '../../names/qca.js';
import { fill, listed } from '../../prose/words.js';
import { write } from '../lettering.js';
import { line } from '../shapes.js';
import { flowOf } from './names.js';
import type { Drawn } from './set-terms.js';

/** Some or all of the terms of a model, with their numbers. */
export interface Part {
  drawn: Drawn;
  terms: { term: Term; number: number }[];
  name: string;
  title: string;
}

/** Where columns stand. */
export interface Frame {
  /** Width of the names of the rows. */
  label: number;
  width: number;
  /** Of a column. */
  middle: (index: number) => number;
}

/** How far down the first row begins. */
export const top = 40;

/** Draws which solution and model it is, with its fit. */
export function drawTitle(
  context: Context,
  { kind, model }: Drawn,
  width: number,
): ElementContent[] {
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

/** Draws the fits of the terms and their cases from `y` downwards; `y` of the result is where they end. */
export function drawFits(
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
