/** The texts of a study as rules look through them. */
import type { Nodes, Root } from 'mdast';
import { walk } from '../markdown.js';
import type { Content, Place, Study } from '../model.js';
import { entriesOf } from '../study.js';

interface Text {
  content: Content;
  path: string;
}

/** Shows every node of every text that a report may print, with its place. */
export function walkTexts(study: Study, see: (node: Nodes, place: Place | null) => void): void {
  for (const { content, path } of textsOf(study)) {
    const root: Root = { type: 'root', children: content.nodes };
    walk(root, (node) => {
      see(node, node.position ? { path, position: node.position } : null);
    });
  }
}

function textsOf(study: Study): Text[] {
  const { protocol, cases, sources, records, codebook, footnotes } = study;
  const entries = entriesOf(study).flatMap(({ parts, place: { path } }) =>
    parts.flatMap((part) => [
      { content: part.content, path },
      ...(part.type === 'evidence' && part.original ? [{ content: part.original.content, path }] : []),
    ]),
  );
  return [
    ...protocol.sections.flatMap(({ content, items }) =>
      [content, ...items.map((item) => item.content)].map((each) => ({ content: each, path: protocol.path })),
    ),
    ...cases.flatMap(({ path, profile, introductions }) => [profile, ...introductions.values()].map((content) => ({ content, path }))),
    ...entries,
    ...sources.map(({ about, place: { path } }) => ({ content: about, path })),
    ...records.flatMap(({ content, original, place: { path } }) =>
      [content, ...(original ? [original.content] : [])].map((each) => ({ content: each, path })),
    ),
    ...(codebook ? [codebook, ...codebook.codes].map(({ about }) => ({ content: about, path: codebook.path })) : []),
    ...footnotes.values(),
  ];
}
