/** Every link, short reference, citation and image of the study, with what it leads to. */
import type { Nodes, Root } from 'mdast';
import type { Case, Holder, Reference } from '../domain/study.js';
import type { Content, Place } from '../domain/text.js';
import type { SourceFile } from '../domain/source.js';
import { startOf } from '../messages/pointer.js';
import { walk, type Citation } from '../text/markdown.js';
import { componentsOf } from '../study/framework.js';
import { resolveLink } from './resolve-link.js';
import { resolveShort, resolveWork } from './resolve.js';
import type { Found, Resolver, Unlinked } from './resolver.js';
import type { Protocol } from '../domain/protocol.js';

interface Text {
  content: Content;
  path: string;
  holder: Holder | null;
}

/** Finds and resolves them; what does not resolve keeps a hint. */
export function gatherReferences(
  study: Unlinked,
  resolver: Resolver,
  sources: SourceFile[],
): Reference[] {
  return textsOf(study, sources).flatMap((text) => referencesIn(text, resolver));
}

/** All texts in which authors may refer to something. */
function textsOf(
  { protocol, cases, otherNotes, codebook, coding, framework, footnotes }: Unlinked,
  files: SourceFile[],
): Text[] {
  return [
    ...textsOfProtocol(protocol),
    ...cases.flatMap(textsOfCase),
    ...otherNotes.map((note): Text => ({ content: note.profile, path: note.path, holder: null })),
    ...files.flatMap(textsOfSources),
    ...(codebook
      ? [codebook, ...codebook.codes].map(({ about }): Text => ({
          content: about,
          path: codebook.path,
          holder: null,
        }))
      : []),
    // A coder's reasons are not part of a note, so the note does not use what they cite.
    ...coding.files.flatMap(({ path: from, about, ratings }) =>
      [about, ...ratings.flatMap(({ rationale }) => rationale ?? [])].map((content): Text => ({
        content,
        path: from,
        holder: null,
      })),
    ),
    ...[framework, ...framework.dimensions, ...componentsOf(framework)].map(({ about }): Text => ({
      content: about,
      path: 'framework.md',
      holder: null,
    })),
    ...[...footnotes.values()].map((footnote): Text => ({ ...footnote, holder: null })),
  ];
}

function textsOfProtocol({ path, sections, checklistAnswers }: Protocol): Text[] {
  return [
    ...sections.flatMap(({ id, content, items }): Text[] => [
      { content, path, holder: { kind: 'section', id } },
      ...items.map((item): Text => ({
        content: item.content,
        path,
        holder: { kind: 'item', id: item.id },
      })),
    ]),
    ...checklistAnswers.map(({ content, section }): Text => ({
      content,
      path,
      holder: { kind: 'section', id: section },
    })),
  ];
}

function textsOfSources({ path, about, sources }: SourceFile): Text[] {
  return [
    { content: about, path, holder: null },
    ...sources.flatMap((source): Text[] => {
      const holder: Holder = { kind: 'source', id: source.id };
      return [
        { content: source.about, path, holder },
        ...source.records.flatMap(({ content, original }): Text[] => [
          { content, path, holder },
          ...(original ? [{ content: original.content, path, holder }] : []),
        ]),
      ];
    }),
  ];
}

function textsOfCase({
  id,
  path,
  profile,
  introductions,
  entries,
  repeated,
  unknownHeadings,
}: Case): Text[] {
  return [
    { content: profile, path, holder: { kind: 'case', id } },
    ...[...introductions].map(([dimension, content]): Text => ({
      content,
      path,
      holder: { kind: 'dimension', id: dimension, case: id },
    })),
    ...[...entries.values(), ...repeated].flatMap(({ component, parts }) => {
      const holder: Holder = { kind: 'entry', id: component.id, case: id };
      return parts.flatMap((part): Text[] => [
        { content: part.content, path, holder },
        ...(part.type === 'evidence' && part.original
          ? [{ content: part.original.content, path, holder }]
          : []),
      ]);
    }),
    ...unknownHeadings.map(({ content }): Text => ({ content, path, holder: null })),
  ];
}

function referencesIn({ content, path, holder }: Text, resolver: Resolver): Reference[] {
  const { study } = resolver;
  const references: Reference[] = [];
  const add = (node: Nodes, form: Reference['form'], written: string, found: Found) => {
    references.push({ node, form, written, place: placeOf(node, path), holder, ...found });
  };
  const addCitation = (node: Citation) => {
    // Without a bibliography, `@name` is ordinary text.
    if (node.isNarrative && study.protocol.bibliography.length === 0) return;
    for (const item of node.items) {
      const place = placeOf(item.position ? item : node, path);
      references.push({
        node,
        form: 'citation',
        written: item.key,
        place,
        holder,
        ...resolveWork(item.key, resolver),
      });
    }
  };
  const root: Root = { type: 'root', children: content.nodes };
  walk(root, (node) => {
    if (node.type === 'crossReference')
      add(node, 'short', node.identifier, resolveShort(node.identifier, holder, resolver));
    else if (node.type === 'citation') addCitation(node);
    else if (node.type === 'image')
      add(node, 'image', node.url, resolveLink(node.url, path, resolver));
    else if (node.type === 'link' && !isForeign(node))
      add(node, 'link', node.url, resolveLink(node.url, path, resolver));
  });
  return references;
}

function placeOf(node: Pick<Nodes, 'position'>, path: string): Place {
  return node.position ? { path, position: node.position } : startOf(path);
}

/** Addresses with a scheme lead outside the study and are not checked. */
function isForeign(node: { url: string }): boolean {
  return /^([a-z][a-z\d+.-]*:|\/\/)/i.test(node.url);
}
