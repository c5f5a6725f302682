/** The inductive codes with the records to which they were given, as in a table of codes. */
import * as z from 'zod';
import type { Study } from '../domain/study.js';
import { indexFramework } from '../study/framework.js';
import { evidenceOf } from '../study/entries.js';

const entry = z.object({
  case: z.string().describe('id of the case'),
  component: z.string().describe('id of the component'),
});
const record = z.object({
  record: z.string().describe('id of the record'),
  entries: z.array(entry).describe('the entries in which it has the code'),
});
const row = z.object({
  code: z.string().describe('id of the code'),
  components: z
    .array(z.string())
    .describe('ids of the components with which the codebook matches it'),
  records: z.array(record).describe('each record once'),
});

/** The form of the table of codes. */
export const codesSchema = z.array(row).describe('the table of codes');

/** Each code with the records and entries that bear it. */
export type CodeTable = z.infer<typeof codesSchema>;

/** Counts where each code was given, in the order of the codebook. */
export function tabulateCodes(study: Study): CodeTable {
  const index = indexFramework(study.framework);
  const used = evidenceOf(study);
  return study.codes.map((code) => {
    const records = new Map<string, CodeTable[number]['records'][number]>();
    for (const { entry, evidence } of used) {
      const { record, codes } = evidence.resolved;
      if (!record || !codes.includes(code)) continue;
      const row = records.get(record.key) ?? { record: record.key, entries: [] };
      const isListed = row.entries.some(
        (each) => each.case === entry.case && each.component === entry.component.id,
      );
      if (!isListed) row.entries.push({ case: entry.case, component: entry.component.id });
      records.set(record.key, row);
    }
    return {
      code: code.id,
      components: code.components.flatMap(({ text }) => index.find(text)?.id ?? []),
      records: [...records.values()],
    };
  });
}
