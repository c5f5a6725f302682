/** What several results hold. */
import * as z from 'zod';

export const state = z.enum([
  'rated',
  'not-rated',
  'not-asked',
  'no-evidence',
  'not-applicable',
  'not-reported',
  'missing',
]);
