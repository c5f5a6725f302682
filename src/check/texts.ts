/** The texts of a study as rules look through them. */
import type { RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Content, Place } from '../domain/text.js';
import type { Study } from '../domain/study.js';
import { entriesOf } from '../study/entries.js';

interface Text {
  content: Content;
  path: string;
}

/** Shows every node of every text that a report may print, with its place or that of what holds it. */
export function walkTexts(
  study: Study,
  see: (node: RootContent, place: Place, isInLink: boolean) => void,
): void {
  for (const { content, path } of textsOf(study)) {
    const descend = (
      nodes: RootContent[],
      around: Position | undefined,
      isInLink: boolean,
    ): void => {
      for (const node of nodes) {
        const position = node.position ?? around;
        if (position) see(node, { path, position }, isInLink);
        if ('children' in node) descend(node.children, position, isInLink || node.type === 'link');
      }
    };
    descend(content.nodes, undefined, false);
  }
}

function textsOf(study: Study): Text[] {
  const { protocol, cases, sources, records, codebook, coding, footnotes } = study;
  const entries = entriesOf(study).flatMap(({ parts, place: { path } }) =>
    parts.flatMap((part) => [
      { content: part.content, path },
      ...(part.type === 'evidence' && part.original
        ? [{ content: part.original.content, path }]
        : []),
    ]),
  );
  return [
    ...protocol.sections.flatMap(({ content, items }) =>
      [content, ...items.map((item) => item.content)].map((each) => ({
        content: each,
        path: protocol.path,
      })),
    ),
    ...protocol.checklistAnswers.map(({ content }) => ({ content, path: protocol.path })),
    ...cases.flatMap(({ path, profile, introductions }) =>
      [profile, ...introductions.values()].map((content) => ({ content, path })),
    ),
    ...entries,
    ...sources.map(({ about, place: { path } }) => ({ content: about, path })),
    ...records.flatMap(({ content, original, place: { path } }) =>
      [content, ...(original ? [original.content] : [])].map((each) => ({ content: each, path })),
    ),
    ...(codebook
      ? [codebook, ...codebook.codes].map(({ about }) => ({ content: about, path: codebook.path }))
      : []),
    ...coding.files.flatMap(({ path, ratings }) =>
      ratings.flatMap(({ rationale }) => (rationale ? [{ content: rationale, path }] : [])),
    ),
    ...footnotes.values(),
  ];
}
