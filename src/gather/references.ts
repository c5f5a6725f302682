/** Every link, short reference, citation and image of the study, with what it leads to. */
import { slug } from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { posix } from 'node:path';
import { visit } from 'unist-util-visit';
import type { Case, Content, Holder, Place, Reference, SourceFile, Study, Target } from '../model.js';
import { componentsOf, keyOf, namesOf, nearest, type FrameworkIndex } from '../names.js';
import type { RecordIndex } from './records.js';

/** A study whose references are still to be gathered. */
export type Unlinked = Omit<Study, 'references' | 'targets'>;

interface Resolver {
  study: Unlinked;
  index: FrameworkIndex;
  records: RecordIndex;
  paths: Set<string>;
  /** What `[F1]` or `[P5]` names, records left out. */
  named: Map<string, Target>;
}

interface Text {
  content: Content;
  path: string;
  holder: Holder | null;
}

type Found = Pick<Reference, 'target' | 'hint'>;

export function gatherReferences(
  study: Unlinked,
  context: { index: FrameworkIndex; records: RecordIndex },
  paths: Set<string>,
  sources: SourceFile[],
): Reference[] {
  const named = new Map<string, Target>([
    ...study.sources.map(({ id }) => [id, { kind: 'source', id }] as const),
    ...propositionsOf(study).map(({ id }) => [id, { kind: 'proposition', id }] as const),
    ...study.protocol.sections.flatMap(({ items }) => items.map(({ id }) => [id, { kind: 'item', id }] as const)),
  ]);
  const resolver: Resolver = { study, index: context.index, records: context.records, paths, named };
  return textsOf(study, sources).flatMap((text) => referencesIn(text, resolver));
}

/** All texts in which authors may refer to something. */
function textsOf({ protocol, cases, otherNotes, codebook, framework, footnotes }: Unlinked, files: SourceFile[]): Text[] {
  const { path } = protocol;
  return [
    ...protocol.sections.flatMap((section): Text[] => [
      { content: section.content, path, holder: { kind: 'section', id: section.id } },
      ...section.items.map((item): Text => ({ content: item.content, path, holder: { kind: 'item', id: item.id } })),
    ]),
    ...cases.flatMap(textsOfCase),
    ...otherNotes.map((note): Text => ({ content: note.profile, path: note.path, holder: null })),
    ...files.flatMap((file): Text[] => [
      { content: file.about, path: file.path, holder: null },
      ...file.sources.flatMap((source): Text[] => {
        const holder: Holder = { kind: 'source', id: source.id };
        return [
          { content: source.about, path: file.path, holder },
          ...source.records.map(({ content }) => ({ content, path: file.path, holder })),
        ];
      }),
    ]),
    ...(codebook ? [codebook, ...codebook.codes].map(({ about }): Text => ({ content: about, path: codebook.path, holder: null })) : []),
    ...[framework, ...framework.dimensions, ...componentsOf(framework)].map(({ about }): Text => ({
      content: about,
      path: 'framework.md',
      holder: null,
    })),
    ...[...footnotes.values()].map((footnote): Text => ({ ...footnote, holder: null })),
  ];
}

function textsOfCase({ id, path, profile, introductions, entries, repeated, strangers }: Case): Text[] {
  return [
    { content: profile, path, holder: { kind: 'case', id } },
    ...[...introductions].map(([dimension, content]): Text => ({ content, path, holder: { kind: 'dimension', id: dimension, case: id } })),
    ...[...entries.values(), ...repeated].flatMap(({ component, parts }) => {
      const holder: Holder = { kind: 'entry', id: component.id, case: id };
      return parts.flatMap((part): Text[] => [
        { content: part.content, path, holder },
        ...(part.type === 'evidence' && part.original ? [{ content: part.original.content, path, holder }] : []),
      ]);
    }),
    ...strangers.map(({ content }): Text => ({ content, path, holder: null })),
  ];
}

function referencesIn({ content, path, holder }: Text, resolver: Resolver): Reference[] {
  const references: Reference[] = [];
  const add = (node: Nodes, form: Reference['form'], written: string, found: Found) => {
    references.push({ node, form, written, place: placeOf(node, path), holder, ...found });
  };
  const root: Root = { type: 'root', children: content.nodes };
  visit(root, (node) => {
    if (node.type === 'crossReference') add(node, 'short', node.identifier, resolveShort(node.identifier, holder, resolver));
    else if (node.type === 'citation') for (const { key } of node.items) add(node, 'citation', key, resolveWork(key, resolver));
    else if (node.type === 'image') add(node, 'image', node.url, resolveLink(node.url, path, resolver));
    else if (node.type === 'link' && !isForeign(node)) add(node, 'link', node.url, resolveLink(node.url, path, resolver));
  });
  return references;
}

function placeOf(node: Nodes, path: string): Place {
  const start = { line: 1, column: 1 };
  return { path, position: node.position ?? { start, end: start } };
}

/** Addresses with a scheme are not ours to check. */
function isForeign(node: { url: string }): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(node.url);
}

function found(target: Target): Found {
  return { target, hint: null };
}

function propositionsOf({ framework }: Unlinked) {
  return [framework, ...framework.dimensions, ...componentsOf(framework)].flatMap(({ propositions }) => propositions);
}

function resolveShort(id: string, holder: Holder | null, resolver: Resolver): Found {
  const { study, records, named } = resolver;
  const record = records.find(id, caseOf(holder));
  if (record) return found({ kind: 'record', id: record.key });
  const others = records.all(id);
  if (others.length > 1)
    return { target: null, hint: `several cases have it; write ${others.map(({ key }) => `\`[${key}]\``).join(' or ')}` };
  const target = named.get(id);
  return target ? found(target) : { target: null, hint: meant(nearest(id, [...study.records.map(({ key }) => key), ...named.keys()])) };
}

function caseOf(holder: Holder | null): string | null {
  if (holder === null) return null;
  return 'case' in holder ? holder.case : holder.kind === 'case' ? holder.id : null;
}

function meant(name: string | null): string | null {
  return name === null ? null : `did you mean \`${name}\`?`;
}

function resolveWork(key: string, { study }: Resolver): Found {
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

function resolveLink(url: string, from: string, resolver: Resolver): Found {
  const [written = '', fragment] = decoded(url).split('#');
  const path = written === '' ? from : posix.normalize(posix.join(posix.dirname(from), written));
  if (path.startsWith('../')) return { target: null, hint: 'a link stays within the study’s folder' };
  if (!resolver.paths.has(path)) return { target: null, hint: meant(nearest(path, resolver.paths)) };
  return (
    (fragment ? resolveFragment(path, fragment, resolver) : resolveFile(path, resolver)) ?? {
      target: null,
      hint: `\`${path}\` has no heading of that name`,
    }
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

function resolveFragment(path: string, fragment: string, { study, index }: Resolver): Found | null {
  const isMeant = (heading: string) => slug(heading) === fragment || keyOf(heading) === keyOf(fragment);
  const note = study.cases.find((each) => each.path === path);
  if (note) return resolveInCase(note, fragment, index);
  if (path === study.protocol.path) {
    const { sections } = study.protocol;
    const item = sections.flatMap(({ items }) => items).find(({ id, title }) => isMeant(id) || isMeant(`${id}: ${title}`));
    if (item) return found({ kind: 'item', id: item.id });
    const section = sections.find(({ title }) => isMeant(title));
    return section ? found({ kind: 'section', id: section.id }) : null;
  }
  const code = path === study.codebook?.path ? study.codes.find(({ id, name }) => isMeant(id) || isMeant(`${id}: ${name}`)) : undefined;
  if (code) return found({ kind: 'code', id: code.id });
  const source = study.sources.find(({ id, place }) => place.path === path && isMeant(id));
  if (source) return found({ kind: 'source', id: source.id });
  const record = study.records.find(({ id, place }) => place.path === path && isMeant(id));
  return record ? found({ kind: 'record', id: record.key }) : null;
}

/** A heading of a note is found by any name of its component, with or without its mark. */
function resolveInCase(note: Case, fragment: string, index: FrameworkIndex): Found | null {
  const component =
    index.find(fragment) ??
    [...note.entries.values()].find((entry) =>
      namesOf(entry.component).some((name) => keyOf(name + (entry.mark?.text ?? '')) === keyOf(fragment)),
    )?.component;
  if (component) return note.entries.has(component.id) ? found({ kind: 'entry', id: component.id, case: note.id }) : null;
  const dimension = index.findDimension(fragment);
  return dimension && found({ kind: 'dimension', id: dimension.id, case: note.id });
}
