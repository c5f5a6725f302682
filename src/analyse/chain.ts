/** The chain of evidence (Yin), from the record's end: source, record, and every place that uses it. */
import * as z from 'zod';
import type { Study } from '../model.js';
import { usesOfRecords } from '../study.js';

const holder = z.union([
  z.object({ kind: z.enum(['item', 'section', 'case', 'source']), id: z.string() }),
  z.object({ kind: z.enum(['dimension', 'entry']), id: z.string(), case: z.string() }),
]);

export const chainSchema = z.array(z.object({ record: z.string(), source: z.string(), usedBy: z.array(holder) }));

export type Chain = z.infer<typeof chainSchema>;

/** A row a record, in the order of the sources. */
export function traceChain(study: Study): Chain {
  const uses = usesOfRecords(study);
  return study.records.map(({ key, source }) => ({ record: key, source, usedBy: uses.get(key) ?? [] }));
}
