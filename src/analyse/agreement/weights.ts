/** Weights of agreement between categories, by their places in the full list (Gwet 2014, ch. 3). */
import type { Weights } from './matrix.js';

/** Agreement is all or nothing. */
export function identityWeights(categories: number): Weights {
  return weightsOf(categories, (distance) => (distance === 0 ? 1 : 0));
}

/** Agreement falls with the distance (Cicchetti & Allison 1971). */
export function linearWeights(categories: number): Weights {
  return weightsOf(categories, (distance) => 1 - distance / (categories - 1));
}

/** Agreement falls with the square of the distance (Fleiss & Cohen 1973). */
export function quadraticWeights(categories: number): Weights {
  return weightsOf(categories, (distance) => 1 - (distance / (categories - 1)) ** 2);
}

/** Agreement falls with the number of pairs of categories between two; not Krippendorff's ordinal metric (Gwet 2014). */
export function ordinalWeights(categories: number): Weights {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  return weightsOf(categories, (distance) => 1 - pairs(distance + 1) / pairs(categories));
}

function weightsOf(categories: number, weigh: (distance: number) => number): Weights {
  const places = Array.from({ length: categories }, (_, index) => index);
  // A single category agrees with itself; the formula would divide by zero.
  return places.map((a) => places.map((b) => (a === b ? 1 : weigh(Math.abs(a - b)))));
}
