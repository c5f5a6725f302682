/** The chain of evidence (Yin), from the record's end: source, record, and every place that uses it. */
import * as z from 'zod';
import type { Study } from '../model.js';
import { usesOfRecords } from '../study.js';

const holder = z.union([
  z.object({ kind: z.enum(['item', 'section', 'case', 'source']), id: z.string() }),
  z.object({ kind: z.enum(['dimension', 'entry']), id: z.string(), case: z.string() }),
]);

const link = z.object({
  record: z.string().describe('id of the record'),
  source: z.string().describe('id of its source'),
  usedBy: z.array(holder).describe('every place that uses it'),
});

export const chainSchema = z.array(link).describe('the chain of evidence, a row a record');

export type Chain = z.infer<typeof chainSchema>;

/** A row a record, in the order of the sources. */
export function traceChain(study: Study): Chain {
  const uses = usesOfRecords(study);
  return study.records.map(({ key, source }) => ({ record: key, source, usedBy: uses.get(key) ?? [] }));
}
