/** The chain of evidence (Yin) by records: source, record, and every place that uses it. */
import * as z from 'zod';
import type { Study } from '../domain/study.js';
import { evidenceOf, usesOfRecords } from '../study/entries.js';

/** Who holds a reference, as data. */
export const holder = z.union([
  z.object({ kind: z.enum(['item', 'section', 'case', 'source']), id: z.string() }),
  z.object({ kind: z.enum(['dimension', 'entry']), id: z.string(), case: z.string() }),
]);

const link = z.object({
  record: z.string().describe('id of the record'),
  source: z.string().describe('id of its source'),
  case: z.string().nullable().describe('id of its case'),
  codes: z.array(z.string()).describe('ids of the codes given to it anywhere'),
  usedBy: z.array(holder).describe('every place that uses it'),
});

/** The form of the chain of evidence, a row for each record. */
export const chainSchema = z.array(link).describe('the chain of evidence, a row a record');

/** Each record with its codes and those who use it, in the order of the sources. */
export type Chain = z.infer<typeof chainSchema>;

/** A row a record, in the order of the sources. */
export function traceChain(study: Study): Chain {
  const uses = usesOfRecords(study);
  const codes = codesOf(study);
  return study.records.map(({ key, source, case: inCase }) => ({
    record: key,
    source,
    case: inCase,
    codes: [...(codes.get(key) ?? [])],
    usedBy: uses.get(key) ?? [],
  }));
}

/** By record, in the order of the notes. */
function codesOf(study: Study): Map<string, Set<string>> {
  const given = new Map<string, Set<string>>();
  for (const { evidence } of evidenceOf(study)) {
    const { record, codes } = evidence.resolved;
    if (!record) continue;
    const own = given.get(record.key) ?? new Set<string>();
    for (const { id } of codes) own.add(id);
    given.set(record.key, own);
  }
  return given;
}
