/** A caution about a qualitative comparative analysis. */
import type { Qca } from './schema.js';

/** What weakens a result, as the result tells it. */
export type Cautions = Qca['cautions'];

/** A result whose cautions are still to be weighed. */
export type Analysed = Omit<Qca, 'cautions'>;

/** A caution about these conditions, cases or directions, with a number and the limit that it passes. */
export function caution(
  id: Cautions[number]['id'],
  subjects: string[],
  [n, limit]: [number | null, number | null] = [null, null],
): Cautions[number] {
  return { id, of: subjects, n, limit };
}
