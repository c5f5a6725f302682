/** The blocks under the heading of an entry. */
import type { List, RootContent } from 'mdast';
import type { NoteEntry, Statement } from '../../domain/note.js';
import type { Name } from '../../domain/text.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, placeOf, type Document } from '../text/document.js';
import { recordIdsIn } from '../text/record-line.js';
import { openingOf, parseEvidence, withoutOpening } from './evidence.js';

type Part = NoteEntry['parts'][number];

/** A block of an entry as findings, rationale, evidence and other content. */
export function parsePart(document: Document, block: RootContent): Part[] {
  switch (block.type) {
    case 'paragraph':
      return [parseParagraph(document, block)];
    case 'blockquote':
      return parseEvidence(document, block, 'verbatim') ?? other(document, block);
    case 'list':
      return parseList(document, block);
    default:
      return other(document, block);
  }
}

/** The word that opens the reason for a rating. */
export const rationaleHead = /^(?:Rationale|理由)\s*[:：]\s*/i;

function parseParagraph(document: Document, block: RootContent & { type: 'paragraph' }): Statement {
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

/** Bullets that begin with a record id are evidence; the other bullets stay lists where they stand. */
function parseList(document: Document, list: List): Part[] {
  const parts: Part[] = [];
  for (const item of list.children) {
    const evidence = list.ordered ? null : parseEvidence(document, item, 'paraphrased');
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
