/** What a row of a truth table counts as, each with a texture of its own besides its colour. */
import type { Element, ElementContent } from 'hast';
import { s } from 'hastscript';
import type { TruthTableRow } from '../../../analyse/qca/schema.js';
import { circle, line, rectangle } from '../shapes.js';

/** What rows count as, in the order of the key. */
export const outs = ['positive', 'negative', 'contradictory', 'few', 'remainder'] as const;

/** What a row counts as. */
export type Out = (typeof outs)[number];

/** What a row counts as; one that no case holds is a remainder. */
export function outOf(row: Pick<TruthTableRow, 'out'> | null): Out {
  if (!row) return 'remainder';
  return ({ '1': 'positive', '0': 'negative', C: 'contradictory', '?': 'few' } as const)[row.out];
}

/** The paint of a ground; ids begin with the drawing's name. */
export function fillOf(name: string, out: Out): string {
  return out === 'remainder' ? '#ffffff' : `url(#${name}-${out})`;
}

const step = 8;

/** Upright stripes, hatching, a lattice, dots. */
export function texturesOfOuts(name: string): Element {
  const motifs: { [out in Exclude<Out, 'remainder'>]: { turn: number; motif: ElementContent[] } } =
    {
      positive: {
        turn: 0,
        motif: [line([step / 2, 0], [step / 2, step], { stroke: 'for', width: 2 })],
      },
      negative: {
        turn: 45,
        motif: [line([step / 2, 0], [step / 2, step], { stroke: 'against', width: 0.9 })],
      },
      contradictory: {
        turn: 45,
        motif: [
          line([step / 2, 0], [step / 2, step], { stroke: 'accent', width: 1.1 }),
          line([0, step / 2], [step, step / 2], { stroke: 'accent', width: 1.1 }),
        ],
      },
      few: { turn: 0, motif: [circle(step / 2, step / 2, 1, { fill: 'muted' })] },
    };
  const ground = () => rectangle({ x: 0, y: 0, width: step, height: step }, { fill: 'paper' });
  const patterns = Object.entries(motifs).map(([out, { turn, motif }]) =>
    s(
      'pattern',
      {
        id: `${name}-${out}`,
        width: step,
        height: step,
        patternUnits: 'userSpaceOnUse',
        patternTransform: `rotate(${String(turn)})`,
      },
      ground(),
      ...motif,
    ),
  );
  return s('defs', ...patterns);
}
