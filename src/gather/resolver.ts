/** What a reference is resolved with. */
import GithubSlugger, { slug } from 'github-slugger';
import type { Record, Reference, Study, Target } from '../domain/study.js';
import { keyOf, nearestAmong } from '../text/names.js';
import { propositionsOf, type FrameworkIndex } from '../study/framework.js';
import type { RecordIndex } from './records.js';

/** A study whose references are still to be gathered. */
export type Unlinked = Omit<Study, 'references' | 'targets'>;

/** The thing that a reference leads to, or a hint why it leads nowhere. */
export type Found = Pick<Reference, 'target' | 'hint'>;

/** What references are resolved by. */
export interface Resolver {
  study: Unlinked;
  index: FrameworkIndex;
  records: RecordIndex;
  /** Every path in the study's folder. */
  paths: Set<string>;
  /** What `[F1]` or `[P5]` names, records left out. */
  named: Map<string, Target>;
  /** Built on first use, since most studies never need them. */
  lazy: {
    nearestName: (id: string) => string | null;
    /** The slugs of a file's headings, as Markdown viewers make them. */
    headingsOf: (path: string) => Set<string>;
    /** A record of a file by the slug or the key of its id. */
    recordOf: (path: string, fragment: string) => Record | null;
  };
}

/** Indexes a study for resolving its references. */
export function resolverFor(
  study: Unlinked,
  { index, records }: Pick<Resolver, 'index' | 'records'>,
  paths: Set<string>,
): Resolver {
  const named = new Map<string, Target>([
    ...study.sources.map(({ id }) => [id, { kind: 'source', id }] as const),
    ...propositionsOf(study.framework).map(({ id }) => [id, { kind: 'proposition', id }] as const),
    ...study.protocol.sections.flatMap(({ items }) =>
      items.map(({ id }) => [id, { kind: 'item', id }] as const),
    ),
  ]);
  const names = once(() => nearestAmong([...study.records.map(({ key }) => key), ...named.keys()]));
  const homes = once(() => fragmentsOf(study.records));
  const headings = new Map<string, Set<string>>();
  return {
    study,
    index,
    records,
    paths,
    named,
    lazy: {
      nearestName: (id) => names()(id),
      headingsOf: (path) => {
        const known = headings.get(path) ?? headingsOf(String(study.files.get(path) ?? ''));
        headings.set(path, known);
        return known;
      },
      recordOf: (path, fragment) =>
        homes().get(path)?.get(fragment) ?? homes().get(path)?.get(keyOf(fragment)) ?? null,
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** By path, the first record of each slug and each key. */
function fragmentsOf(records: Record[]): Map<string, Map<string, Record>> {
  const homes = new Map<string, Map<string, Record>>();
  for (const record of records) {
    const { path } = record.place;
    const home = homes.get(path) ?? new Map<string, Record>();
    homes.set(path, home);
    for (const name of [slug(record.id), keyOf(record.id)])
      if (!home.has(name)) home.set(name, record);
  }
  return homes;
}

/** The slugs of a text's headings, as Markdown viewers make them. */
function headingsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    [...text.matchAll(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/gm)].map(([, heading = '']) =>
      slugger.slug(heading.replace(/[*_`]/g, '')),
    ),
  );
}

/** A reference that leads to this. */
export function found(target: Target): Found {
  return { target, hint: null };
}

/** A hint with the name that the author probably meant. */
export function meant(name: string | null): string | null {
  return name === null ? null : `did you mean \`${name}\`?`;
}
