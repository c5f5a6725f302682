/** The threads of a chain of evidence, which lead from layer to layer. */
import { scaleSqrt } from 'd3-scale';
import { linkHorizontal } from 'd3-shape';
import type { ElementContent } from 'hast';
import { rounded } from '../lettering.js';
import { path } from '../shapes.js';
import { left } from './knots.js';
import type { Levels } from './levels.js';
import type { Layer, Trace } from './trace.js';

/** Where threads reach a layer, and where they leave it. */
const ends: { [Key in Layer]: { in: number; out: number } } = {
  source: { in: 0, out: left.source + 4 },
  record: { in: left.record - 6, out: left.record + 46 },
  code: { in: left.code - 10, out: left.code + 50 },
  component: { in: left.component, out: 0 },
};

/** Draws threads through a code solid, and those that lead past the codes dashed. */
export function drawThreads({ threads }: Trace, levels: Levels): ElementContent[] {
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
