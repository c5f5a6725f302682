/** A case note: VFile, framework → CaseNote. */
import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { CaseNote, NoteEntry } from '../../domain/note.js';
import type { Name } from '../../domain/text.js';
import type { FrameworkIndex } from '../../study/framework.js';
import { contentOf, nothing } from '../text/content.js';
import {
  type Document,
  leaveUnread,
  leftoversOf,
  openDocument,
  placeOfLine,
} from '../text/document.js';
import { parseFrontMatter } from '../text/front-matter.js';
import { outlineOf, titleOf, type OutlineSection } from '../text/outline.js';
import { parsePart } from './entry-part.js';
import { splitHeading } from './heading.js';

const scalar = z.union(
  [z.string(), z.number(), z.boolean()],
  'expected a text, a number or a list of them',
);
const attribute = z.union([scalar, z.array(scalar)], 'expected a text, a number or a list of them');
const schema = z
  .looseObject({ id: z.string().optional(), title: z.string().optional() })
  .catchall(attribute);

/** Parses one case note; its headings are looked up in the framework. Never throws on content. */
export function parseNote(file: VFile, index: FrameworkIndex): CaseNote {
  const document = openDocument(file);
  const front = parseFrontMatter(document, schema);
  const { id, title, ...attributes } = front.data;
  const outline = outlineOf(document);
  const note: CaseNote = {
    path: document.path,
    id: id ?? document.stem,
    title: title ?? titleOf(outline) ?? id ?? document.stem,
    attributes: new Map(Object.entries(attributes)),
    attributePlaces: new Map(Object.keys(attributes).map((name) => [name, front.placeOf([name])])),
    profile: nothing,
    introductions: new Map(),
    entries: [],
    unknownHeadings: [],
    place: placeOfLine(document, 1, 1, 1),
    ...leftoversOf(document),
  };
  addSections(document, outline.lead, outline.sections, note, index);
  return note;
}

function addSections(
  document: Document,
  lead: RootContent[],
  sections: OutlineSection[],
  note: CaseNote,
  index: FrameworkIndex,
): void {
  const profile = [...lead];
  let isProfile = true;
  for (const section of sections) {
    const { name, mark } = splitHeading(document, section, index);
    const component = index.find(name);
    const dimension = component ? null : index.findDimension(name);
    if (component || dimension) isProfile = false;
    if (component) note.entries.push(parseEntry(document, section, component.id, mark));
    else if (dimension) addIntroduction(document, note, dimension.id, section, mark);
    else if (section.depth === 1) profile.push(...section.blocks);
    else if (isProfile && section.depth > 2) profile.push(section.node, ...section.blocks);
    else
      note.unknownHeadings.push({
        heading: { text: name, place: section.heading.place },
        content: contentOf(document, section.blocks),
      });
  }
  note.profile = contentOf(document, profile);
}

function addIntroduction(
  document: Document,
  note: CaseNote,
  dimension: string,
  section: OutlineSection,
  mark: Name | null,
): void {
  if (mark)
    leaveUnread(
      document,
      mark.place,
      `a mark \`(${mark.text})\` behind a dimension`,
      'ratings of components only',
    );
  const content = contentOf(document, section.blocks);
  const before = note.introductions.get(dimension) ?? nothing;
  note.introductions.set(dimension, {
    nodes: [...before.nodes, ...content.nodes],
    text: [before.text, content.text].filter((text) => text !== '').join('\n\n'),
  });
}

function parseEntry(
  document: Document,
  section: OutlineSection,
  component: string,
  mark: Name | null,
): NoteEntry {
  return {
    component,
    mark,
    parts: section.blocks.flatMap((block) => parsePart(document, block)),
    place: section.heading.place,
  };
}
