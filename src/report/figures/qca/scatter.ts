/** Where names of points can stand, so that none covers a point or another name. */
import type { Box } from '../shapes.js';

/** A point with the size of its name. */
export interface Point {
  x: number;
  y: number;
  /** Size of what is to be written beside it. */
  width: number;
  height: number;
}

/** Half the side of the square that a point itself takes. */
const reach = 6;
const distances = [3, 12, 26, 44];
const directions = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;

/** A place for each name, as near as possible, crowded points first; null where none is free within `frame`. */
export function placeNames(points: Point[], frame: Box): (Box | null)[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    x: x - reach,
    y: y - reach,
    width: 2 * reach,
    height: 2 * reach,
  }));
  const places: (Box | null)[] = points.map(() => null);
  const near = (point: Point) =>
    points.filter(({ x, y }) => Math.hypot(x - point.x, y - point.y) < 60).length;
  const order = points.map((point, index) => ({ point, index, crowd: near(point) }));
  for (const { point, index } of order.toSorted((a, b) => b.crowd - a.crowd || a.index - b.index)) {
    const place = placesAround(point).find(
      (box) => isWithin(box, frame) && !taken.some((other) => overlap(box, other)),
    );
    if (!place) continue;
    places[index] = place;
    taken.push(place);
  }
  return places;
}

function placesAround({ x, y, width, height }: Point): Box[] {
  return distances.flatMap((distance) =>
    directions.map(([dx, dy]) => {
      const away = reach + distance;
      const left = dx === 0 ? x - width / 2 : dx > 0 ? x + away : x - away - width;
      const top = dy === 0 ? y - height / 2 : dy > 0 ? y + away : y - away - height;
      return { x: left, y: top, width, height };
    }),
  );
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
