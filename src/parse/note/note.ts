/** A case note: VFile, framework → CaseNote. A pure function of one file that never throws on content. */
import type { List, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Attributes, Name, Scalar } from '../../domain/text.js';
import type { CaseNote, NoteEntry, Statement } from '../../domain/note.js';
import { keyOf } from '../../text/names.js';
import type { FrameworkIndex } from '../../study/framework.js';
import { contentOf, nothing } from '../text/content.js';
import {
  type Document,
  leaveUnread,
  leftoversOf,
  openDocument,
  placeOf,
  placeOfLine,
  placeOfPiece,
} from '../text/document.js';
import { openingOf, readEvidence, withoutOpening } from './evidence.js';
import { readFrontMatter } from '../text/front-matter.js';
import { outlineOf, splitMark, titleOf, type OutlineSection } from '../text/outline.js';
import { recordIdsIn } from '../text/record-line.js';

const scalar = z.union(
  [z.string(), z.number(), z.boolean()],
  'expected a text, a number or a list of them',
);
const schema = z
  .looseObject({ id: z.string().optional(), title: z.string().optional() })
  .catchall(z.union([scalar, z.array(scalar)], 'expected a text, a number or a list of them'));

/** Reads one case note against the framework. */
export function parseNote(file: VFile, index: FrameworkIndex): CaseNote {
  const document = openDocument(file);
  const front = readFrontMatter(document, schema);
  const { id, title, ...attributes } = front.data;
  const outline = outlineOf(document);
  const note: CaseNote = {
    path: document.path,
    id: id ?? document.stem,
    title: title ?? titleOf(outline) ?? id ?? document.stem,
    attributes: attributesOf(attributes),
    attributePlaces: new Map(Object.keys(attributes).map((name) => [name, front.placeOf([name])])),
    profile: nothing,
    introductions: new Map(),
    entries: [],
    strangers: [],
    place: placeOfLine(document, 1, 1, 1),
    ...leftoversOf(document),
  };
  readSections(document, outline.lead, outline.sections, note, index);
  return note;
}

function attributesOf(data: { [key: string]: unknown }): Attributes {
  // The schema has let nothing else through.
  return new Map(Object.entries(data) as [string, Scalar | Scalar[]][]);
}

function readSections(
  document: Document,
  lead: RootContent[],
  sections: OutlineSection[],
  note: CaseNote,
  index: FrameworkIndex,
): void {
  const profile = [...lead];
  let isProfile = true;
  for (const section of sections) {
    const { name, mark } = nameOf(document, section, index);
    const component = index.find(name);
    const dimension = component ? null : index.findDimension(name);
    if (component || dimension) isProfile = false;
    if (component) note.entries.push(readEntry(document, section, component.id, mark));
    else if (dimension) addIntroduction(document, note, dimension.id, section, mark);
    else if (section.depth === 1) profile.push(...section.blocks);
    else if (isProfile && section.depth > 2) profile.push(section.node, ...section.blocks);
    else
      note.strangers.push({
        heading: { text: name, place: section.heading.place },
        content: contentOf(document, section.blocks),
      });
  }
  note.profile = contentOf(document, profile);
}

/** The brackets at a heading's end are a mark, unless they belong to the component's own name. */
export function nameOf(
  document: Document,
  section: OutlineSection,
  index: FrameworkIndex,
): { name: string; mark: Name | null } {
  const split = splitMark(document, section.heading);
  const whole = section.heading.text;
  const isOwnName =
    split.mark !== null &&
    keyOf(split.mark.text) !== '' &&
    (index.find(whole) ?? index.findDimension(whole)) !== null;
  if (isOwnName) return { name: whole, mark: null };
  complainOfMark(document, split.name, section.heading.place);
  return split;
}

/** What looks like a second mark, or like one without round brackets: names are found without their punctuation. */
const almostMark = /(?:[(（][^()（）]*[)）]|[[［][^[\]［］]*[\]］]|\s[-+−–＋－])$/u;

function complainOfMark(document: Document, name: string, place: Name['place']): void {
  const [written] = almostMark.exec(name) ?? [];
  // Longer words in brackets belong to a name.
  if (written === undefined || keyOf(written).length > 3) return;
  const piece = written.trim();
  leaveUnread(
    document,
    placeOfPiece(document, place.position, piece),
    `\`${piece}\` in a heading`,
    'one mark in round brackets at its end, such as `(+)`',
  );
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

function readEntry(
  document: Document,
  section: OutlineSection,
  component: string,
  mark: Name | null,
): NoteEntry {
  return {
    component,
    mark,
    parts: section.blocks.flatMap((block) => readPart(document, block)),
    place: section.heading.place,
  };
}

type Part = NoteEntry['parts'][number];

function readPart(document: Document, block: RootContent): Part[] {
  switch (block.type) {
    case 'paragraph':
      return [readParagraph(document, block)];
    case 'blockquote':
      return readEvidence(document, block, 'verbatim') ?? other(document, block);
    case 'list':
      return readList(document, block);
    default:
      return other(document, block);
  }
}

/** What stands in front of the reason for a rating. */
export const rationaleHead = /^(?:Rationale|理由)\s*[:：]\s*/i;

function readParagraph(document: Document, block: RootContent & { type: 'paragraph' }): Statement {
  const place = placeOf(document, block);
  for (const id of recordIdsIn(document, [block]))
    complainOfRecord(document, id, 'in running text');
  const [opening] = rationaleHead.exec(openingOf(block)) ?? [];
  return opening === undefined
    ? { type: 'finding', content: contentOf(document, [block]), place }
    : {
        type: 'rationale',
        content: contentOf(document, [withoutOpening(block, opening.length)]),
        place,
      };
}

/** Bullets that begin with a record id are evidence; the others stay a list, in their place. */
function readList(document: Document, list: List): Part[] {
  const parts: Part[] = [];
  for (const item of list.children) {
    const evidence = list.ordered ? null : readEvidence(document, item, 'paraphrased');
    if (evidence) parts.push(...evidence);
    else
      parts.push(
        ...other(document, {
          ...list,
          children: [item],
          ...(item.position && { position: item.position }),
        }),
      );
  }
  return joinLists(parts);
}

function joinLists(parts: Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    const [a] = last?.type === 'other' ? last.content.nodes : [];
    const [b] = part.type === 'other' ? part.content.nodes : [];
    if (
      last?.type === 'other' &&
      part.type === 'other' &&
      a?.type === 'list' &&
      b?.type === 'list'
    ) {
      a.children.push(...b.children);
      last.content.text += `\n\n${part.content.text}`;
    } else joined.push(part);
  }
  return joined;
}

function complainOfRecord(document: Document, { text, place }: Name, where: string): void {
  leaveUnread(
    document,
    place,
    `record line \`${text}:\` ${where}`,
    'evidence in a block quote (`> D122: …`) or a bullet (`- D122: …`) of its own',
  );
}

/** In lower case, with mark-up, with a bracket that is not closed, or without its colon. */
const almostRecord =
  /^\W*(?:\p{L}{1,4}-?|(?:\p{Lu}|\p{Lo}){1,4} )\p{Nd}+(?:\s*[[［]|\s*[(（]\P{L}{0,3}[)）]|\s*(?:[[(（［][^\])）］]*[\])）］]\s*)*["'”’」]?\s*[:：])/u;

function other(document: Document, block: RootContent): Statement[] {
  const place = placeOf(document, block);
  const hidden = recordIdsIn(document, [block]);
  for (const id of hidden)
    complainOfRecord(document, id, block.type === 'list' ? 'in a list' : 'below other text');
  const content = contentOf(document, [block]);
  if (
    hidden.length === 0 &&
    (block.type === 'blockquote' || block.type === 'list') &&
    almostRecord.test(content.text)
  ) {
    leaveUnread(
      document,
      place,
      `\`${content.text.slice(0, 12).trim()}…\``,
      'a record id of one to four capital letters and digits, without mark-up, and a colon',
    );
  }
  return content.nodes.length > 0 ? [{ type: 'other', content, place }] : [];
}
