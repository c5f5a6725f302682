/** Finds records by the ids that notes and texts use. */
import type { Record } from '../domain/study.js';

/** Records by the ids that notes may use. */
export interface RecordIndex {
  /** `id` may have its case in front; `inCase` is the case whose note cites it. Null if none or several fit. */
  find: (id: string, inCase: string | null) => Record | null;
  /** All records of that id, whatever their case. */
  all: (id: string) => Record[];
}

/** Indexes records by their ids, with and without their case. */
export function indexRecords(records: Record[]): RecordIndex {
  const byId = new Map<string, Record[]>();
  for (const record of records) {
    const others = byId.get(record.id);
    if (others) others.push(record);
    else byId.set(record.id, [record]);
  }
  const all = (id: string) => byId.get(id.replace(/^.*\//, '')) ?? [];
  return {
    all,
    find: (id, inCase) => {
      const candidates = all(id);
      const wanted = id.includes('/') ? id.replace(/\/.*$/, '') : inCase;
      const own = candidates.find((record) => record.case === wanted);
      if (own || id.includes('/')) return own ?? null;
      const homes = new Set(candidates.map((record) => record.case));
      return homes.size === 1 ? (candidates[0] ?? null) : null;
    },
  };
}
