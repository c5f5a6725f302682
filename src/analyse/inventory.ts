/** What each case rests on: sources and records by kind and perspective. */
import * as z from 'zod';
import type { Case, Study } from '../domain/study.js';
import { evidenceIn, perspectiveOf } from '../study/entries.js';
import { keyOfParts } from '../study/keys.js';

const row = z.object({
  case: z.string().describe('id of the case'),
  kind: z.string().describe('kind of source'),
  perspective: z
    .string()
    .nullable()
    .describe('whose view it gives; null where the source does not say'),
  sources: z.number().int().describe('how many sources'),
  records: z.number().int().describe('how many records'),
  pieces: z.number().int().describe('pieces of evidence in the case’s entries'),
});

/** The form of the inventory, a row for each case, kind and perspective. */
export const inventorySchema = z.array(row).describe('what each case rests on');

/** How many records and pieces of evidence each case rests on, by kind of source and perspective. */
export type Inventory = z.infer<typeof inventorySchema>;

/** A row for each case, kind and perspective: what belongs to the case, and what its evidence cites from elsewhere. */
export function takeInventory(study: Study): Inventory {
  return study.cases.flatMap((each) => inventoryOf(study, each));
}

function inventoryOf({ sources }: Study, { id, entries }: Case): Inventory {
  const rows = new Map<string, Inventory[number]>();
  const rowOf = (kind: string, perspective: string | null) => {
    const key = keyOfParts(kind, perspective);
    const row = rows.get(key) ?? { case: id, kind, perspective, sources: 0, records: 0, pieces: 0 };
    rows.set(key, row);
    return row;
  };
  const pieces = [...entries.values()]
    .flatMap(evidenceIn)
    .flatMap(({ resolved: { record, source } }) => (record && source ? [{ record, source }] : []));
  const cited = new Set(pieces.map(({ record }) => record.place));
  for (const source of sources) {
    const own =
      source.case === id ? source.records : source.records.filter(({ place }) => cited.has(place));
    if (source.case !== id && own.length === 0) continue;
    const row = rowOf(source.kind, perspectiveOf(source));
    row.sources += 1;
    row.records += own.length;
  }
  for (const { source } of pieces) rowOf(source.kind, perspectiveOf(source)).pieces += 1;
  return [...rows.values()];
}
