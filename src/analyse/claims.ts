/** The chain of evidence by claims: what each rests on, and what rests on it. */
import * as z from 'zod';
import {
  citationsOf,
  reachedFrom,
  waysToRecords,
  type Citations,
  type Cited,
  type Way,
} from '../study/chain.js';
import { keyOfThing } from '../study/keys.js';
import type { Holder, Study } from '../domain/study.js';
import { entriesOf } from '../study/entries.js';
import { holder } from './chain.js';

const cited = z.union([
  z.object({
    kind: z.enum(['record', 'source', 'item', 'proposition', 'section', 'case', 'code']),
    id: z.string(),
  }),
  z.object({ kind: z.literal('dimension'), id: z.string(), case: z.string().nullable() }),
  z.object({ kind: z.literal('entry'), id: z.string(), case: z.string() }),
]);

const row = z.object({
  claim: holder.describe(
    'an entry, an item of study.md, or a section or other text that cites something',
  ),
  restsOn: z
    .array(cited)
    .describe('what it quotes or cites, each once, its pieces of evidence first'),
  usedBy: z.array(holder).describe('every place that cites it'),
  steps: z
    .number()
    .int()
    .nullable()
    .describe('steps to the nearest record: 1 if it cites one itself; null if none can be reached'),
  through: z.array(cited).describe('what lies on that way, the record itself last'),
  sources: z
    .array(z.string())
    .describe(
      'ids of the sources of the records that it cites; of an item or section, of all records that can be reached from it',
    ),
});

/** The form of the claims, a row for each. */
export const claimsSchema = z.array(row).describe('the chain of evidence, a row a claim');

/** Each claim with what it rests on and where it is taken up. */
export type Claims = z.infer<typeof claimsSchema>;

/** A row a claim: entries in the order of the notes, then the items and sections of study.md, then other texts. */
export function traceClaims(study: Study): Claims {
  const citations = citationsOf(study);
  const ways = waysToRecords(citations);
  const sourceOf = new Map(study.records.map(({ key, source }) => [key, source]));
  return claimsOf(study, citations).map((claim) => {
    const key = keyOfThing(claim);
    const records = recordsBehind(claim, citations);
    return {
      claim,
      restsOn: citations.citedBy.get(key) ?? [],
      usedBy: citations.holdersOf.get(key) ?? [],
      steps: ways.get(key)?.steps ?? null,
      through: wayFrom(key, ways),
      sources: [...new Set(records.flatMap((id) => sourceOf.get(id) ?? []))],
    };
  });
}

function claimsOf(study: Study, { citedBy }: Citations): Holder[] {
  const { sections } = study.protocol;
  const entries = entriesOf(study).flatMap(({ component, case: inCase, parts }): Holder[] =>
    parts.length > 0 ? [{ kind: 'entry', id: component.id, case: inCase }] : [],
  );
  const ofProtocol = sections.flatMap(({ id, items }): Holder[] => [
    ...items.map((item): Holder => ({ kind: 'item', id: item.id })),
    ...(citedBy.has(keyOfThing({ kind: 'section', id })) ? [{ kind: 'section' as const, id }] : []),
  ]);
  const others = study.cases.flatMap(({ id, introductions }): Holder[] => [
    { kind: 'case', id },
    ...[...introductions.keys()].map((dimension): Holder => ({
      kind: 'dimension',
      id: dimension,
      case: id,
    })),
  ]);
  const sources = study.sources.map(({ id }): Holder => ({ kind: 'source', id }));
  const citing = [...others, ...sources].filter((each) => citedBy.has(keyOfThing(each)));
  // A component may be entered twice, and two cases may each have a source D.
  return [
    ...new Map(
      [...entries, ...ofProtocol, ...citing].map((claim) => [keyOfThing(claim), claim]),
    ).values(),
  ];
}

/** There are many entries, so only their own citations count; texts of study.md are followed to the records. */
function recordsBehind(claim: Holder, { citedBy }: Citations): string[] {
  const isFollowed = claim.kind === 'item' || claim.kind === 'section';
  const reached = isFollowed
    ? reachedFrom<Cited>(claim, (key) => citedBy.get(key) ?? []).map(({ thing }) => thing)
    : (citedBy.get(keyOfThing(claim)) ?? []);
  return reached.flatMap(({ kind, id }) => (kind === 'record' ? [id] : []));
}

function wayFrom(key: string, ways: Map<string, Way>): Cited[] {
  const through: Cited[] = [];
  for (let way = ways.get(key); way; way = ways.get(keyOfThing(way.next))) through.push(way.next);
  return through;
}
