/** Evidence in a case note: block quotes (verbatim) and bullets (paraphrased) that begin with a record id. */
import type { Blockquote, ListItem, Paragraph, RootContent } from 'mdast';
import type { Name } from '../../domain/text.js';
import type { NoteEvidence, Original } from '../../domain/note.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, placeOf, type Document } from '../text/document.js';
import {
  splitAtRecords,
  recordIdsIn,
  startsWithRecord,
  type RecordLine,
} from '../text/record-line.js';

type Kind = NoteEvidence['kind'];

/** The evidence in a block quote or list item; null if it does not begin with a record id. */
export function parseEvidence(
  document: Document,
  block: Blockquote | ListItem,
  kind: Kind,
): NoteEvidence[] | null {
  const [first] = block.children;
  if (first?.type !== 'paragraph' || !startsWithRecord(document, first)) return null;
  const groups = groupByRecord(document, block.children);
  return groups.map(({ line, blocks }, index) => {
    complainOfHidden(document, blocks);
    const { original, rest } = takeOriginal(document, blocks);
    // A single record stands for the whole block, several for their own line each.
    const place = groups.length === 1 || index === 0 ? placeOf(document, block) : line.id.place;
    return {
      type: 'evidence',
      kind,
      record: line.id,
      codes: line.square.flatMap(splitNames),
      mark: onlyMark(document, line.round),
      content: contentOf(document, rest),
      original,
      place,
    };
  });
}

/** What is nested in a piece of evidence belongs to it, also where it looks like another piece. */
function complainOfHidden(document: Document, blocks: RootContent[]): void {
  const nested = blocks.filter(({ type }) => type !== 'paragraph');
  for (const { text, place } of recordIdsIn(document, nested)) {
    leaveUnread(
      document,
      place,
      `record line \`${text}:\` within other evidence`,
      'a block quote or a bullet of its own',
    );
  }
}

interface Group {
  line: RecordLine;
  blocks: RootContent[];
}

/** Paragraphs up to the next record line belong to a record. */
export function groupByRecord(
  document: Document,
  blocks: RootContent[],
  before: RootContent[] = [],
): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    const current = groups.at(-1)?.blocks ?? before;
    if (block.type !== 'paragraph') {
      current.push(block);
      continue;
    }
    const split = splitAtRecords(document, block);
    if (split.lines.length === 0) {
      current.push(block);
      continue;
    }
    if (split.before.length > 0) current.push({ ...block, children: split.before });
    for (const line of split.lines) {
      groups.push({
        line,
        blocks: line.nodes.length > 0 ? [{ ...block, children: line.nodes }] : [],
      });
    }
  }
  return groups;
}

/** `[HAIR, REPL]` holds two codes, `(summary, translated)` two flags. */
export function splitNames({ text, place }: Name): Name[] {
  const names: Name[] = [];
  let column = place.position.start.column;
  for (const part of text.split(/[,，、]/)) {
    const name = part.trim();
    const from = column + part.indexOf(name);
    const { line } = place.position.start;
    const position = { start: { line, column: from }, end: { line, column: from + name.length } };
    if (name !== '') names.push({ text: name, place: { ...place, position } });
    column += part.length + 1;
  }
  return names;
}

function onlyMark(document: Document, marks: Name[]): Name | null {
  const [mark, ...more] = marks;
  for (const { text, place } of more)
    leaveUnread(document, place, `a second mark \`(${text})\``, 'one mark for a piece of evidence');
  return mark ?? null;
}

const originalHead = /^Original\s*[(（]([^()（）]*)[)）]\s*[:：]\s*/i;

/** Takes off the paragraph that begins with `Original (zh):`, and what follows it. */
export function takeOriginal(
  document: Document,
  blocks: RootContent[],
): { original: Original | null; rest: RootContent[] } {
  const at = blocks.findIndex(
    (block) => block.type === 'paragraph' && originalHead.test(openingOf(block)),
  );
  const block = blocks[at];
  if (block?.type !== 'paragraph') return { original: null, rest: blocks };
  const [whole = '', language = ''] = originalHead.exec(openingOf(block)) ?? [];
  const original = [withoutOpening(block, whole.length), ...blocks.slice(at + 1)];
  return {
    original: { language: language.trim(), content: contentOf(document, original) },
    rest: blocks.slice(0, at),
  };
}

/** The text with which a paragraph opens, up to its first mark-up. */
export function openingOf(paragraph: Paragraph): string {
  const [first] = paragraph.children;
  return first?.type === 'text' ? first.value : '';
}

/** A paragraph without the first characters of its opening text. */
export function withoutOpening(paragraph: Paragraph, length: number): Paragraph {
  const [first, ...others] = paragraph.children;
  if (first?.type !== 'text') return paragraph;
  const value = first.value.slice(length);
  const { position } = first;
  const start = position && { ...position.start, column: position.start.column + length };
  const rest = { ...first, value, ...(position && start && { position: { ...position, start } }) };
  return { ...paragraph, children: value === '' ? others : [rest, ...others] };
}
