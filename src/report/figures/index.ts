/** The figures by name: `{{result "figure" "matrix"}}`. To add one is one file and one line. */
import type { RootContent } from 'mdast';
import type { Graphic } from '../../text/markdown.js';
import { division, paragraph, text } from '../prose/nodes.js';
import type { WholeContext } from '../names/context.js';
import { drawChain } from './chain/chain.js';
import { drawComparison } from './comparison.js';
import { drawConfigurations } from './qca/configurations.js';
import { drawCoverage } from './coverage.js';
import type { Drawing, Figure } from './figure.js';
import { drawFramework } from './framework.js';
import { drawMatrix } from './matrix.js';
import { drawOrder } from './order.js';
import { drawVenn } from './qca/venn.js';
import { drawXyPlot } from './qca/xy-plot.js';

/** Every figure by its name. */
export const figures: { [name: string]: Figure } = {
  framework: drawFramework,
  matrix: drawMatrix,
  comparison: drawComparison,
  coverage: drawCoverage,
  chain: drawChain,
  order: drawOrder,
  'xy-plot': drawXyPlot,
  configurations: drawConfigurations,
  venn: drawVenn,
};

/** A figure with its title below it and its description after that. */
export function renderFigure(context: WholeContext, name: string | null): RootContent[] {
  return (figures[name ?? '']?.(context) ?? []).map((drawing) => figureOf(drawing));
}

function figureOf(drawing: Drawing): RootContent {
  const graphic: Graphic = { type: 'graphic', ...drawing };
  return division(
    'drawing',
    [
      graphic,
      { ...paragraph(text(drawing.title)), data: { hName: 'figcaption' } },
      division('description', [paragraph(text(drawing.description))]),
    ],
    {},
    'figure',
  );
}
