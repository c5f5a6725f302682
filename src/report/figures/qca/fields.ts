/**
 * The fields of a Venn diagram of two to four sets: two halves across, two halves down, then frames around the middle. Every
 * combination has a field of its own, with room for words.
 */
import type { Box } from '../shapes.js';

/** The field of one combination of sets. */
export interface Field {
  /** 1 inside a set, 0 outside, in the order of the sets. */
  values: number[];
  /** What it covers, smaller fields being painted over it. */
  ground: Box;
  /** Where its words stand. */
  room: Box;
}

/** A diagram without words. */
export interface Fields {
  frame: Box;
  /** The frames of the third and fourth set. */
  inner: Box[];
  /** In the order in which they are painted. */
  fields: Field[];
}

const width = 700;
/** Between a frame and what is around it. */
const edge = 14;

/** The fields of `count` sets in a frame whose upper left corner is at a point. */
export function layFields(count: number, at: { x: number; y: number }): Fields {
  const frame: Box = { ...at, width, height: [0, 0, 260, 420, 560][count] ?? 560 };
  const inner = innerOf(count, frame);
  const fields = Array.from({ length: 2 ** count }, (_, number) => {
    const values = Array.from(
      { length: count },
      (__, index) => Math.floor(number / 2 ** (count - 1 - index)) % 2,
    );
    return { values, ground: groundOf(values, frame, inner), room: roomOf(values, frame, inner) };
  });
  const depth = ({ values }: Field) => values.slice(2).reduce((sum, value) => sum + value, 0);
  return { frame, inner, fields: fields.toSorted((a, b) => depth(a) - depth(b)) };
}

function innerOf(count: number, { x, y, width, height }: Box): Box[] {
  if (count === 3)
    return [
      { x: x + width * 0.14, y: y + height * 0.27, width: width * 0.72, height: height * 0.46 },
    ];
  if (count < 4) return [];
  return [
    { x: x + edge, y: y + height * 0.25, width: width - 2 * edge, height: height * 0.5 },
    { x: x + width * 0.25, y: y + edge, width: width * 0.5, height: height - 2 * edge },
  ];
}

function quarterOf([right = 0, lower = 0]: number[], { x, y, width, height }: Box): Box {
  return {
    x: x + (right * width) / 2,
    y: y + (lower * height) / 2,
    width: width / 2,
    height: height / 2,
  };
}

function groundOf(values: number[], frame: Box, inner: Box[]): Box {
  const within = inner.filter((_, index) => values[index + 2] === 1);
  return within.reduce(intersection, quarterOf(values, frame));
}

function intersection(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return {
    x,
    y,
    width: Math.min(a.x + a.width, b.x + b.width) - x,
    height: Math.min(a.y + a.height, b.y + b.height) - y,
  };
}

/** The part of a field that no other one is painted over. */
function roomOf(values: number[], frame: Box, inner: Box[]): Box {
  const ground = groundOf(values, frame, inner);
  const [right = 0, lower = 0] = values;
  let room = ground;
  inner.forEach((other, index) => {
    if (values[index + 2] === 1) return;
    // Beside the upright frame, and above or below any other one.
    if (inner.length === 2 && index === 1) {
      const from = right === 1 ? other.x + other.width : room.x;
      const to = right === 1 ? room.x + room.width : other.x;
      room = { ...room, x: from, width: to - from };
    } else {
      const from = lower === 1 ? other.y + other.height : room.y;
      const to = lower === 1 ? room.y + room.height : other.y;
      room = { ...room, y: from, height: to - from };
    }
  });
  return { x: room.x + 8, y: room.y + 9, width: room.width - 16, height: room.height - 16 };
}
