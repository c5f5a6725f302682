/** A case note with its marks, records and codes resolved. */
import { stateOf, symbolOf } from '../study/legend.js';
import type { Case, Entry, Evidence, Record } from '../domain/study.js';
import type { CaseNote, NoteEntry, NoteEvidence } from '../domain/note.js';
import type { Code, Source } from '../domain/source.js';
import type { Legend } from '../domain/protocol.js';
import { keyOf } from '../text/names.js';
import type { FrameworkIndex } from '../study/framework.js';
import type { RecordIndex } from './records.js';

/** What the entries of a note refer to. */
export interface Context {
  legend: Legend;
  index: FrameworkIndex;
  records: RecordIndex;
  sourceOf: Map<Record, Source>;
  /** By the key of the id. */
  codes: Map<string, Code>;
}

/** Resolves a note into a case; of two entries of one component the second is `repeated`. */
export function gatherCase(note: CaseNote, context: Context): Case {
  const written = note.entries.flatMap((entry) => gatherEntry(note, entry, context));
  const entries = new Map<string, Entry>();
  const repeated: Entry[] = [];
  for (const entry of written) {
    if (entries.has(entry.component.id)) repeated.push(entry);
    else entries.set(entry.component.id, entry);
  }
  return { ...note, entries, repeated };
}

function gatherEntry(note: CaseNote, entry: NoteEntry, context: Context): Entry[] {
  const component = context.index.find(entry.component);
  if (!component) return [];
  const { state, rating } = stateOf(entry.mark, context.legend);
  const parts = entry.parts.map((part) =>
    part.type === 'evidence' ? gatherEvidence(note, part, rating, context) : part,
  );
  return [{ case: note.id, component, state, rating, mark: entry.mark, parts, place: entry.place }];
}

function gatherEvidence(
  note: CaseNote,
  evidence: NoteEvidence,
  rating: string | null,
  { legend, records, sourceOf, codes }: Context,
): Evidence {
  const record = records.find(evidence.record.text, note.id);
  const own = evidence.mark && symbolOf(evidence.mark, legend);
  return {
    ...evidence,
    resolved: {
      record,
      source: (record && sourceOf.get(record)) ?? null,
      codes: evidence.codes.flatMap(({ text }) => codes.get(keyOf(text)) ?? []),
    },
    speaksFor: own ?? rating,
    isCounter: own !== null && rating !== null && own !== rating,
  };
}
