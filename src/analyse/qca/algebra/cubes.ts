/** Cubes: sets of configurations that share some levels. A term is a cube, a configuration the smallest one. */

/** By condition the level that the cube fixes, or null. */
export type Cube = readonly (number | null)[];

/** Whether every configuration of the inner cube belongs to the outer one. */
export function contains(outer: Cube, inner: Cube): boolean {
  return outer.every((level, at) => level === null || level === inner[at]);
}

/** What two cubes share, or null. */
export function intersect(one: Cube, other: Cube): Cube | null {
  const areApart = one.some(
    (level, at) => level !== null && other[at] !== null && other[at] !== level,
  );
  return areApart ? null : one.map((level, at) => level ?? other[at] ?? null);
}

/** The number of a configuration, from 1; the first condition is the most significant digit. */
export function numberOf(values: readonly number[], levels: number[]): number {
  return 1 + values.reduce((number, value, at) => number * (levels[at] ?? 1) + value, 0);
}

/** A level that a cube fixes, and of which condition. */
export interface Literal {
  condition: number;
  level: number;
}

/** The literals of a cube. */
export function literalsOf(cube: Cube): Literal[] {
  return cube.flatMap((level, condition) => (level === null ? [] : [{ condition, level }]));
}

/** The cubes without those that lie within another one, each once. */
export function absorb(cubes: Cube[]): Cube[] {
  const sizes = [...cubes].sort((a, b) => literalsOf(a).length - literalsOf(b).length);
  return sizes.reduce<Cube[]>(
    (kept, cube) => (kept.some((outer) => contains(outer, cube)) ? kept : [...kept, cube]),
    [],
  );
}

/** What is left of a cube without one configuration, as cubes that do not overlap. */
export function subtract(cube: Cube, values: Cube, levels: number[]): Cube[] {
  if (!contains(cube, values)) return [cube];
  const open = cube.flatMap((level, at) => (level === null ? [at] : []));
  return open.flatMap((at, rank) => {
    const within = cube.map((level, condition) =>
      open.slice(0, rank).includes(condition) ? (values[condition] ?? null) : level,
    );
    const others = Array.from({ length: levels[at] ?? 0 }, (_, level) => level).filter(
      (level) => level !== values[at],
    );
    return others.map((level) => within.map((old, condition) => (condition === at ? level : old)));
  });
}
