/** Components of which some case has no evidence, with the word that says why. */
import * as z from 'zod';
import type { Study } from '../domain/study.js';
import { compare } from './comparison.js';
import { state } from './schemas.js';

const row = z.object({
  component: z.string().describe('id of the component'),
  cells: z
    .record(z.string(), state.nullable())
    .describe('state by case; null where the case has evidence'),
});

/** The form of the gaps, a row for each component. */
export const gapsSchema = z.array(row).describe('components of which some case has no evidence');

/** Components for which some case has no evidence. */
export type Gaps = z.infer<typeof gapsSchema>;

/** Finds the components for which some case has no evidence. */
export function findGaps(study: Study): Gaps {
  return compare(study)
    .map(({ component, cells }) => ({
      component,
      cells: Object.fromEntries(
        Object.entries(cells).map(([id, cell]) => [id, cell.evidence === 0 ? cell.state : null]),
      ),
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== null));
}
