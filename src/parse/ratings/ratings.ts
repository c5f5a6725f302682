/** The ratings of a coder, or what was settled where coders differ: a table, a section a case, or both in one file. */
import { toString } from 'mdast-util-to-string';
import type { RootContent, Table } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Content, Name } from '../../domain/text.js';
import type { RatingsFile, WrittenRating } from '../../domain/ratings.js';
import type { FrameworkIndex } from '../../study/framework.js';
import { contentOf } from '../text/content.js';
import {
  leaveUnread,
  leftoversOf,
  openDocument,
  placeOf,
  placeOfLine,
  placeOfPiece,
  type Document,
} from '../text/document.js';
import { openingOf, withoutOpening } from '../note/evidence.js';
import { parseFrontMatter } from '../text/front-matter.js';
import { rationaleHead } from '../note/entry-part.js';
import { splitHeading } from '../note/heading.js';
import { outlineOf, type OutlineSection } from '../text/outline.js';
import { complainOfKeys, takeProperties, valueOf } from '../text/property-list.js';
import { addTable, type Cell, type Found } from './ratings-table.js';

const names = z.union([z.string(), z.array(z.string())], 'expected a name, or a list of names');
const schema = z.strictObject({
  coder: z.string().optional(),
  date: z.string('expected a date such as `2026-11-23`, or any text').optional(),
  round: z.union([z.string(), z.number()], 'expected a number or a text').optional(),
  consensus: z.boolean().optional(),
  'settled-by': names.optional(),
});

/** Parses a Markdown file of ratings. Cases and components stay names: what they refer to is in other files. */
export function parseRatings(file: VFile, index: FrameworkIndex): RatingsFile {
  const document = openDocument(file);
  const { data, placeOf: place } = parseFrontMatter(document, schema);
  const found: Found = { cases: [], components: [], ratings: [] };
  const about = addSections(document, index, found);
  const settledBy =
    data['settled-by'] === undefined ? null : [data['settled-by']].flat().join(', ');
  const { path, stem } = document;
  return {
    path,
    kind:
      data.consensus === true || settledBy !== null || isConsensus(stem) ? 'consensus' : 'coder',
    coder: {
      text: data.coder ?? stem,
      place: data.coder === undefined ? placeOfLine(document, 1, 1, 1) : place(['coder']),
    },
    date: data.date ?? null,
    round: data.round === undefined ? null : String(data.round),
    settledBy,
    about,
    ...found,
    ...leftoversOf(document),
  };
}

/** Whether a file's name says that it holds what the coders settled. */
export function isConsensus(stem: string): boolean {
  return stem.toLowerCase() === 'consensus';
}

function addSections(document: Document, index: FrameworkIndex, found: Found): Content {
  const outline = outlineOf(document);
  const about = takeTables(document, outline.lead, found);
  let inCase: Name | null = null;
  for (const [place, section] of outline.sections.entries()) {
    if (section.depth > 2) {
      addEntry(document, section, { inCase, index, found });
      continue;
    }
    const isCase =
      section.depth === 2 &&
      ((outline.sections[place + 1]?.depth ?? 0) > 2 || !section.blocks.some(isTable));
    inCase = isCase ? section.heading : null;
    if (isCase) found.cases.push(section.heading);
    about.push(...takeTables(document, section.blocks, found));
  }
  return contentOf(document, about);
}

function isTable({ type }: RootContent): boolean {
  return type === 'table';
}

/** Reads the tables among blocks, and returns the rest. */
function takeTables(document: Document, blocks: RootContent[], found: Found): RootContent[] {
  for (const block of blocks)
    if (block.type === 'table') addTable(document, cellsOf(document, block), found);
  return blocks.filter((block) => !isTable(block));
}

function cellsOf(document: Document, { children }: Table): Cell[][] {
  return children.map((row) =>
    row.children.map((cell): Cell => {
      const text = toString(cell).trim();
      const whole = placeOf(document, cell);
      return {
        text,
        place: text === '' ? whole : placeOfPiece(document, whole.position, text),
        content: () => contentOf(document, [{ type: 'paragraph', children: cell.children }]),
      };
    }),
  );
}

interface Around {
  inCase: Name | null;
  index: FrameworkIndex;
  found: Found;
}

/** `### Leadership (+)` in the section of a case, with the reason below; a dimension's heading groups its components. */
function addEntry(
  document: Document,
  section: OutlineSection,
  { inCase, index, found }: Around,
): void {
  const { name, mark } = splitHeading(document, section, index);
  const component = { text: name, place: section.heading.place };
  if (!inCase) {
    leaveUnread(
      document,
      component.place,
      `heading \`${section.heading.text}\` outside a case`,
      'a `##` heading with the name of a case above it',
    );
    return;
  }
  found.components.push(component);
  if (mark === null && section.blocks.length === 0) return;
  found.ratings.push({
    case: inCase,
    component,
    mark,
    ...wordsOf(document, section.blocks),
    place: component.place,
  });
}

const known = ['was', 'settled by'];

function wordsOf(
  document: Document,
  blocks: RootContent[],
): Pick<WrittenRating, 'rationale' | 'was' | 'settledBy'> {
  // Any other list belongs to the rationale.
  const [first] = blocks;
  const isSettled =
    first?.type === 'list' &&
    first.children.some((item) => /^(?:was|settled[ -]by)\s*[:：]/i.test(toString(item)));
  const { properties, rest } = isSettled
    ? takeProperties(document, blocks)
    : { properties: [], rest: blocks };
  complainOfKeys(document, properties, known, 'a settled rating');
  const was = properties.find(({ key }) => /^was$/i.test(key));
  const reasons = rest.map((block) => {
    const [opening] =
      block.type === 'paragraph' ? (rationaleHead.exec(openingOf(block)) ?? []) : [];
    return block.type === 'paragraph' && opening !== undefined
      ? withoutOpening(block, opening.length)
      : block;
  });
  return {
    rationale: reasons.length === 0 ? null : contentOf(document, reasons),
    was: was ? { text: was.value, place: was.place } : null,
    settledBy: valueOf(properties, 'settled by'),
  };
}
