/** What changed in sources and records. */
import type { Record } from '../domain/study.js';
import type { Source } from '../domain/source.js';
import { evidenceOf } from '../study/entries.js';
import { entrySubject } from './entries.js';
import { recordSubject } from './evidence.js';
import { changed, found, rewordedContent, type Found, type Subject } from './found.js';
import { matchBy, type Matches, type Pair } from './match.js';
import { openAttributes } from './older-words.js';
import { excerptOf } from './words.js';
import { keyOfParts, keyOfThing } from '../study/keys.js';

type Homed = Pick<Source, 'id' | 'case'>;

/** Changes of sources and records. Records that were added or removed along with their source are counted there. */
export function changesOfSources(pair: Pair & Matches): Found[] {
  const homeNow = (each: Homed) => keyOfParts(each.case, each.id);
  const homeThen = (each: Homed) =>
    keyOfParts(each.case === null ? null : pair.caseOf(each.case), each.id);
  const { both, gone, come } = matchBy(pair.older.sources, pair.newer.sources, {
    older: homeThen,
    newer: homeNow,
  });
  const recordsOf = groupBy(pair.newer.records, (record) => homeNow(sourceOf(record)));
  const goneWith = groupBy(pair.records.gone, (record) => homeThen(sourceOf(record)));
  const comeWith = groupBy(pair.records.come, (record) => homeNow(sourceOf(record)));
  const whole = (each: Source, records: Record[]) => ({
    ...changeOf(each, records),
    at: each.place,
    records: records.length,
  });
  return [
    ...come.map((each) =>
      found({ ...whole(each, comeWith.get(homeNow(each)) ?? []), how: 'added', to: each.title }),
    ),
    ...gone.map((each) =>
      found({
        ...whole(each, goneWith.get(homeThen(each)) ?? []),
        how: 'removed',
        from: each.title,
        isGone: true,
      }),
    ),
    ...both.flatMap(([one, other]) =>
      changesOfSource(one, other, recordsOf.get(homeNow(other)) ?? []),
    ),
    ...changesOfRecords(pair, {
      gone: new Set(gone.map(homeThen)),
      come: new Set(come.map(homeNow)),
      homeThen,
      homeNow,
    }),
  ];
}

function sourceOf({ source, case: home }: Record): Homed {
  return { id: source, case: home };
}

function groupBy<T>(things: T[], keyed: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of things) {
    const group = groups.get(keyed(each));
    if (group) group.push(each);
    else groups.set(keyed(each), [each]);
  }
  return groups;
}

function changeOf({ id, case: home }: Homed, records: Record[]) {
  const subject: Subject = { kind: 'source', id, case: null };
  return {
    of: 'source' as const,
    id,
    case: home,
    subjects: [subject, ...records.map(({ key }) => recordSubject(key))],
  };
}

function changesOfSource(older: Source, newer: Source, records: Record[]): Found[] {
  const source = { ...changeOf(newer, records), at: newer.place };
  const [before, now] = [older, newer].map(({ kind, title, url, attributes }) => {
    const values = new Map([...attributes].map(([name, value]) => [name, value.toString()]));
    return values
      .set('kind', kind)
      .set('title', title ?? '')
      .set('url', url ?? '');
  });
  // Attributes that either state withholds are not compared.
  const isWithheld = older.withheld !== undefined || newer.withheld !== undefined;
  const all = new Set([...(now?.keys() ?? []), ...(before?.keys() ?? [])]);
  const names = isWithheld ? openAttributes.filter((name) => all.has(name)) : all;
  return [
    ...[...names].flatMap((name) =>
      changed(before?.get(name), now?.get(name), {
        ...source,
        aspect: 'attribute',
        attribute: name,
      }),
    ),
    ...rewordedContent(older.about, newer.about, {
      ...source,
      aspect: 'about',
      subjects: source.subjects.slice(0, 1),
    }),
  ];
}

interface Homes {
  /** Homes of the sources that went and came as a whole. */
  gone: Set<string>;
  come: Set<string>;
  homeThen: (each: Homed) => string;
  homeNow: (each: Homed) => string;
}

function changesOfRecords(pair: Pair & Matches, { gone, come, homeThen, homeNow }: Homes): Found[] {
  const used = entriesByRecord(pair);
  const changeOfRecord = (record: Record) => ({
    of: 'record' as const,
    id: record.key,
    case: record.case,
    at: record.place,
    subjects: [recordSubject(record.key), ...(used.get(record.key) ?? [])],
  });
  const { records } = pair;
  return [
    ...records.come
      .filter((record) => !come.has(homeNow(sourceOf(record))))
      .map((each) =>
        found({ ...changeOfRecord(each), how: 'added', to: excerptOf(each.content.text) }),
      ),
    ...records.gone
      .filter((record) => !gone.has(homeThen(sourceOf(record))))
      .map((each) =>
        found({
          ...changeOfRecord(each),
          how: 'removed',
          isGone: true,
          from: excerptOf(each.content.text),
        }),
      ),
    ...records.both.flatMap(([one, other]) => [
      ...changed(one.source, other.source, { ...changeOfRecord(other), aspect: 'source' }),
      ...changed(formOf(one), formOf(other), { ...changeOfRecord(other), aspect: 'form' }),
      ...rewordedContent(one.content, other.content, { ...changeOfRecord(other), aspect: 'text' }),
      ...rewordedContent(one.original?.content, other.original?.content, {
        ...changeOfRecord(other),
        aspect: 'original',
      }),
    ]),
  ];
}

/** The form of a record's text, followed by `translated` if it is a translation. */
function formOf({ form, flags }: Record): string {
  return [form, ...(flags.includes('translated') ? ['translated'] : [])].join(', ');
}

/** The entries whose evidence is of a record, in either state, by the record's newer key. */
function entriesByRecord({
  older,
  newer,
  caseOf,
  componentOf,
  recordOf,
}: Pair): Map<string, Subject[]> {
  const uses = new Map<string, Map<string, Subject>>();
  const add = (key: string, subject: Subject) => {
    const entries = uses.get(key) ?? new Map<string, Subject>();
    uses.set(key, entries.set(keyOfThing(subject), subject));
  };
  for (const { entry, evidence } of evidenceOf(newer))
    if (evidence.resolved.record)
      add(evidence.resolved.record.key, entrySubject(entry.case, entry.component.id));
  for (const { entry, evidence } of evidenceOf(older))
    if (evidence.resolved.record)
      add(
        recordOf(evidence.resolved.record.key),
        entrySubject(caseOf(entry.case), componentOf(entry.component.id)),
      );
  return new Map([...uses].map(([key, entries]) => [key, [...entries.values()]]));
}
