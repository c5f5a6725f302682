/** What a reference leads to, or why it leads nowhere. */
import GithubSlugger, { slug } from 'github-slugger';
import type { Case, Holder, Record, Reference, Study, Target } from '../domain/study.js';
import { keyOf, nearest, nearestAmong } from '../text/names.js';
import { namesOf, propositionsOf, type FrameworkIndex } from '../study/framework.js';
import type { RecordIndex } from './records.js';
import { pathFrom } from '../text/paths.js';

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
  /** Made when they are first asked for, since most studies never do. */
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

function found(target: Target): Found {
  return { target, hint: null };
}

/** Resolves an id in brackets: `[D122]`. */
export function resolveShort(id: string, holder: Holder | null, resolver: Resolver): Found {
  const { records, named, lazy } = resolver;
  const record = records.find(id, caseOf(holder));
  if (record) return found({ kind: 'record', id: record.key });
  const others = records.all(id);
  if (others.length > 1)
    return {
      target: null,
      hint: `several cases have it; write ${others.map(({ key }) => `\`[${key}]\``).join(' or ')}`,
    };
  const target = named.get(id);
  return target ? found(target) : { target: null, hint: meant(lazy.nearestName(id)) };
}

function caseOf(holder: Holder | null): string | null {
  if (holder === null) return null;
  return 'case' in holder ? holder.case : holder.kind === 'case' ? holder.id : null;
}

function meant(name: string | null): string | null {
  return name === null ? null : `did you mean \`${name}\`?`;
}

/** Resolves the key of a work: `[@key]`. */
export function resolveWork(key: string, { study }: Resolver): Found {
  if (study.works.some((work) => work.key === key)) return found({ kind: 'work', id: key });
  return {
    target: null,
    hint: meant(
      nearest(
        key,
        study.works.map((work) => work.key),
      ),
    ),
  };
}

/** Resolves a relative link, seen from the file that holds it. */
export function resolveLink(url: string, from: string, resolver: Resolver): Found {
  const [written = '', fragment] = decoded(url).split('#');
  const path = written === '' ? from : pathFrom(from, written);
  if (path.startsWith('../'))
    return { target: null, hint: 'a link stays within the study’s folder' };
  if (!resolver.paths.has(path))
    return { target: null, hint: meant(nearest(path, resolver.paths)) };
  if (!fragment) return resolveFile(path, resolver);
  const held = resolveFragment(path, fragment, resolver);
  // A heading without a place of its own in a report leads to what holds it.
  const other =
    held === null && resolver.lazy.headingsOf(path).has(fragment)
      ? resolveFile(path, resolver)
      : null;
  return held ?? other ?? { target: null, hint: `\`${path}\` has no heading of that name` };
}

function headingsOf(text: string): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    [...text.matchAll(/^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/gm)].map(([, heading = '']) =>
      slugger.slug(heading.replace(/[*_`]/g, '')),
    ),
  );
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function resolveFile(path: string, { study }: Resolver): Found {
  const note = study.cases.find((each) => each.path === path);
  return found(note ? { kind: 'case', id: note.id } : { kind: 'file', id: path });
}

function resolveFragment(
  path: string,
  fragment: string,
  { study, index, lazy }: Resolver,
): Found | null {
  const isMeant = (heading: string) =>
    slug(heading) === fragment || keyOf(heading) === keyOf(fragment);
  const note = study.cases.find((each) => each.path === path);
  if (note) return resolveInCase(note, fragment, index);
  if (path === study.protocol.path) {
    const { sections } = study.protocol;
    const item = sections
      .flatMap(({ items }) => items)
      .find(({ id, title }) => isMeant(id) || isMeant(`${id}: ${title}`));
    if (item) return found({ kind: 'item', id: item.id });
    const section = sections.find(({ title }) => isMeant(title));
    return section ? found({ kind: 'section', id: section.id }) : null;
  }
  const code =
    path === study.codebook?.path
      ? study.codes.find(({ id, name }) => isMeant(id) || isMeant(`${id}: ${name}`))
      : undefined;
  if (code) return found({ kind: 'code', id: code.id });
  const source = study.sources.find(({ id, place }) => place.path === path && isMeant(id));
  if (source) return found({ kind: 'source', id: source.id });
  const record = lazy.recordOf(path, fragment);
  return record ? found({ kind: 'record', id: record.key }) : null;
}

/** A heading of a note is found by any name of its component, with or without its mark. */
function resolveInCase(note: Case, fragment: string, index: FrameworkIndex): Found | null {
  const component =
    index.find(fragment) ??
    [...note.entries.values()].find((entry) =>
      namesOf(entry.component).some(
        (name) => keyOf(name + (entry.mark?.text ?? '')) === keyOf(fragment),
      ),
    )?.component;
  if (component)
    return note.entries.has(component.id)
      ? found({ kind: 'entry', id: component.id, case: note.id })
      : null;
  const dimension = index.findDimension(fragment);
  return dimension && found({ kind: 'dimension', id: dimension.id, case: note.id });
}
