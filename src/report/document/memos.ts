/** Memos as study.json and templates have them, and what each stands in. */
import * as z from 'zod';
import type { Place } from '../../domain/text.js';
import type { Study, Target } from '../../domain/study.js';
import { entriesOf } from '../../study/entries.js';

/** A comment of a note with its place. */
export const memo = z.object({
  file: z.string().describe('path within the study'),
  line: z.number().int().describe('counted from 1'),
  text: z.string().describe('as written'),
});

/** The memos as plain objects, by file and line. */
export function memosOf({ memos }: Pick<Study, 'memos'>): z.infer<typeof memo>[] {
  return memos.map(({ text, place: { path, position } }) => ({
    file: path,
    line: position.start.line,
    text,
  }));
}

type Held = Exclude<Target, { kind: 'file' }>;

/** The last thing of the study that begins in the same file above a line; null if there is none. */
export function indexPlaces(study: Study): (file: string, line: number) => Held | null {
  const byFile = new Map<string, { line: number; target: Held }[]>();
  for (const { place, target } of placesOf(study)) {
    const own = byFile.get(place.path);
    const entry = { line: place.position.start.line, target };
    if (own) own.push(entry);
    else byFile.set(place.path, [entry]);
  }
  for (const own of byFile.values()) own.sort((a, b) => a.line - b.line);
  return (file, line) => byFile.get(file)?.findLast((each) => each.line <= line)?.target ?? null;
}

function placesOf(study: Study): { place: Place; target: Held }[] {
  const { protocol, cases, sources, records, codes } = study;
  return [
    ...protocol.sections.flatMap(({ id, place, items }) => [
      { place, target: { kind: 'section' as const, id } },
      ...items.map((item) => ({
        place: item.place,
        target: { kind: 'item' as const, id: item.id },
      })),
    ]),
    ...cases.map(({ id, place }) => ({ place, target: { kind: 'case' as const, id } })),
    ...entriesOf(study).map(({ place, component, case: inCase }) => ({
      place,
      target: { kind: 'entry' as const, id: component.id, case: inCase },
    })),
    ...sources.map(({ id, place }) => ({ place, target: { kind: 'source' as const, id } })),
    ...records.map(({ key, place }) => ({ place, target: { kind: 'record' as const, id: key } })),
    ...codes.map(({ id, place }) => ({ place, target: { kind: 'code' as const, id } })),
  ];
}
