/** One file of the study, opened: its tree, its lines and what is left over while it is parsed. */
import type { Nodes, Parents, Root, Text } from 'mdast';
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import { parseMarkdown } from '../../text/markdown.js';
import type { Leftovers, Place, Unread } from '../../domain/text.js';

/** An opened file, and what has been left over of it so far. */
export interface Document extends Leftovers {
  path: string;
  /** What stands before the first dot of the file's name. */
  stem: string;
  text: string;
  lines: string[];
  root: Root;
}

/** Parses a file. What is not UTF-8 is noted as unread. */
export function openDocument(file: VFile): Document {
  const text = String(file);
  const document: Document = {
    path: file.path,
    stem: file.path.replace(/^.*\//, '').replace(/\.[^.]*$/, ''),
    text,
    lines: text.split('\n'),
    root: parseMarkdown(file),
    unread: [],
    memos: [],
    footnotes: new Map(),
  };
  flatten(document);
  const { notUtf8 } = file.data;
  if (notUtf8 !== undefined) {
    const place = placeOfLine(document, notUtf8, 1, 1);
    document.unread.push({
      kind: 'encoding',
      place,
      found: 'bytes that are not UTF-8',
      expected: 'a file saved as UTF-8',
    });
  }
  return document;
}

/** Levels of nesting, so that a recursive walk does not exhaust the stack. */
const deepest = 100;

/** Replaces what is nested too deep by its text, and leaves it unread. */
function flatten(document: Document): void {
  const stack: { node: Nodes; depth: number }[] = [{ node: document.root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (!('children' in node)) continue;
    if (depth < deepest || node.type === 'list')
      stack.push(...node.children.map((child) => ({ node: child, depth: depth + 1 })));
    else replaceByText(document, node);
  }
}

function replaceByText(document: Document, node: Parents): void {
  const [first] = node.children;
  const from = first?.position?.start.offset;
  const to = node.children.at(-1)?.position?.end.offset;
  if (!first || from === undefined || to === undefined) return;
  const text: Text = { type: 'text', value: document.text.slice(from, to) };
  leaveUnread(
    document,
    placeOf(document, first),
    `more than ${String(deepest)} levels of nesting`,
    'fewer; the rest is kept as text',
  );
  node.children =
    node.type === 'blockquote' || node.type === 'listItem'
      ? [{ type: 'paragraph', children: [text] }]
      : [text];
}

/** What a parsed file passes on of its leftovers. */
export function leftoversOf({ unread, memos, footnotes }: Document): Leftovers {
  return { unread, memos, footnotes };
}

/** The place of a node; the start of the file for a node without one. */
export function placeOf(document: Document, node: Node): Place {
  return node.position
    ? { path: document.path, position: node.position }
    : placeOfLine(document, 1, 1, 1);
}

/** A range within one line; lines and columns count from 1. */
export function placeOfLine(document: Document, line: number, from: number, to: number): Place {
  return {
    path: document.path,
    position: { start: { line, column: from }, end: { line, column: to } },
  };
}

/** Where `piece` stands in the part of the source that `position` covers; the whole part if it is not there as such. */
export function placeOfPiece(document: Document, position: Position, piece: string): Place {
  for (let line = position.start.line; line <= position.end.line; line++) {
    const from = line === position.start.line ? position.start.column - 1 : 0;
    const index = document.lines[line - 1]?.indexOf(piece, from) ?? -1;
    if (index >= 0) return placeOfLine(document, line, index + 1, index + 1 + piece.length);
  }
  return { path: document.path, position };
}

/** Keeps what could not be read. */
export function leaveUnread(
  document: Document,
  place: Place,
  found: string,
  expected: string,
): void {
  const unread: Unread = { kind: 'text', place, found, expected };
  document.unread.push(unread);
}
