/** How far down the knots of a chain of evidence stand, so that its curves are easy to follow. */
import { scalePoint } from 'd3-scale';
import { rounded } from '../lettering.js';
import type { Knot, Layer, Trace } from './trace.js';

/** A line of a layer: a knot, or the heading of those below it. */
export type Slot = { head: string; key: string } | Knot;

/** How far the next line of a layer is from this one. */
export function gapAround(key: string, levels: Map<string, number>): number {
  const own = levels.get(key) ?? 0;
  return Math.min(
    ...[...levels].filter(([other]) => other !== key).map(([, level]) => Math.abs(level - own)),
  );
}

/** The knots of a layer with their headings. */
export function linesOf(knots: Knot[]): Slot[] {
  return knots.flatMap((knot, index): Slot[] => {
    const isFirst = knot.head !== null && knots[index - 1]?.head !== knot.head;
    return isFirst ? [{ head: knot.head ?? '', key: `head ${String(index)}` }, knot] : [knot];
  });
}

/** How far down each knot stands. */
export type Levels = { [Key in Layer]: Map<string, number> };

/** Where each knot stands; a source in the middle of its records. */
export function levelsOf(
  { threads }: Trace,
  slots: { [Key in Layer]: Slot[] },
  { top, height, isGathered }: { top: number; height: number; isGathered: boolean },
): Levels {
  const spread = (some: Slot[]) => {
    const scale = scalePoint(
      some.map(({ key }) => key),
      [top, top + height],
    ).padding(0.5);
    return new Map(some.map(({ key }) => [key, rounded(scale(key) ?? 0)]));
  };
  const levels = {
    source: spread(slots.source),
    record: spread(slots.record),
    code: spread(slots.code),
    component: spread(slots.component),
  };
  if (isGathered)
    return {
      ...levels,
      record: new Map(slots.record.map(({ key }) => [key, levels.source.get(key) ?? 0])),
    };
  const middle = (key: string) =>
    mean(
      threads
        .filter(({ from }) => from[0] === 'source' && from[1] === key)
        .map(({ to }) => levels.record.get(to[1]) ?? 0),
    );
  return { ...levels, source: new Map(slots.source.map(({ key }) => [key, rounded(middle(key))])) };
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
}

/** Codes in the order of what leads to them, so that fewer curves cross. */
export function sortedCodes({ knots, threads }: Trace): Knot[] {
  const rank = new Map(knots.record.map(({ key }, index) => [key, index]));
  const place = ({ key }: Knot) =>
    mean(
      threads
        .filter(({ to }) => to[0] === 'code' && to[1] === key)
        .map(({ from }) => rank.get(from[1]) ?? 0),
    );
  return [...knots.code].sort((a, b) => place(a) - place(b));
}
