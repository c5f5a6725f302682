/** A line that begins with a record id and a colon: `D122 [HAIR] (+): text`. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { walk } from '../../text/markdown.js';
import type { Name } from '../../domain/text.js';
import { idPattern, normaliseId } from '../../text/names.js';
import { placeOfLine, type Document } from './document.js';

/** A record's id, its brackets and its text. */
export interface RecordLine {
  /** In its normal form, with the case in front if it was written: `chaoyang/D122`. */
  id: Name;
  /** What stands in square brackets behind the id. */
  square: Name[];
  /** What stands in round brackets behind the id. */
  round: Name[];
  /** The rest of the paragraph, up to the next record line. */
  nodes: PhrasingContent[];
}

const bracket = String.raw`\s*(?:[\[［][^\]］\n]*[\]］]|[(（][^)）\n]*[)）])`;
const head = new RegExp(String.raw`^(${idPattern})((?:${bracket})*)\s*[:：]\s*`, 'u');
/** What stands before a line's own text: the `>` of block quotes, and indentation. */
const prefix = /^[\s>]*/;

interface Head extends Omit<RecordLine, 'nodes'> {
  line: number;
  /** Columns, from 1, where the line's text begins and where the head ends. */
  from: number;
  to: number;
}

/** Splits a paragraph at its record lines; `before` is what stands in front of the first. */
export function splitAtRecords(
  document: Document,
  paragraph: Paragraph,
): { before: PhrasingContent[]; lines: RecordLine[] } {
  const heads = findHeads(document, paragraph);
  const cuts = heads.flatMap(({ line, from, to }) => [
    { line, column: from },
    { line, column: to },
  ]);
  const pieces = cut(document, paragraph.children, cuts);
  // Pieces: before the first head, the first head, its text, the second head, its text, …
  const lines = heads.map(({ id, square, round }, index) => ({
    id,
    square,
    round,
    nodes: trimmed(pieces[2 * index + 2] ?? []),
  }));
  return { before: trimmed(pieces[0] ?? []), lines };
}

/** Whether a paragraph begins with a record line. */
export function startsWithRecord(document: Document, paragraph: Paragraph): boolean {
  const start = paragraph.position?.start;
  return (
    start !== undefined && head.test((document.lines[start.line - 1] ?? '').slice(start.column - 1))
  );
}

/** The ids of all record lines in blocks, however deep they stand. */
export function recordIdsIn(document: Document, blocks: RootContent[]): Name[] {
  const ids: Name[] = [];
  walk({ type: 'root', children: blocks }, (node) => {
    if (node.type === 'paragraph') ids.push(...findHeads(document, node).map(({ id }) => id));
  });
  return ids;
}

function findHeads(document: Document, { position }: Paragraph): Head[] {
  if (!position) return [];
  const heads: Head[] = [];
  for (let line = position.start.line; line <= position.end.line; line++) {
    const source = document.lines[line - 1] ?? '';
    const from =
      line === position.start.line
        ? position.start.column
        : (prefix.exec(source)?.[0].length ?? 0) + 1;
    const [whole, id, brackets = ''] = head.exec(source.slice(from - 1)) ?? [];
    if (whole === undefined || id === undefined) continue;
    const name = (text: string, index: number): Name => ({
      text,
      place: placeOfLine(document, line, from + index, from + index + text.length),
    });
    const inner = [...brackets.matchAll(/([[［(（])([^\]］)）]*)[\]］)）]/gu)];
    const within = (opening: string): Name[] =>
      inner
        .filter((match) => opening.includes(match[1] ?? ''))
        .map((match) => name(match[2] ?? '', id.length + match.index + 1));
    heads.push({
      id: { ...name(id, 0), text: normaliseId(id) },
      square: within('[［'),
      round: within('(（'),
      line,
      from,
      to: from + whole.length,
    });
  }
  return heads;
}

interface Point {
  line: number;
  column: number;
}

/** Cuts nodes at points, both in the order of the source, into one piece more than points. Only text nodes are cut. */
function cut(document: Document, nodes: PhrasingContent[], points: Point[]): PhrasingContent[][] {
  const pieces: PhrasingContent[][] = [[]];
  const add = (node: PhrasingContent) => pieces.at(-1)?.push(node);
  for (const whole of nodes) {
    let node: PhrasingContent | null = whole;
    for (
      let point = points[pieces.length - 1];
      node?.position && point;
      point = points[pieces.length - 1]
    ) {
      const { start, end }: { start: Point; end: Point } = node.position;
      if (!isBefore(start, point)) pieces.push([]);
      else if (!isBefore(point, end) || node.type !== 'text') {
        add(node);
        node = null;
      } else {
        const index = indexOfPoint(document, node.value, start, point);
        add({ ...node, value: node.value.slice(0, index), position: { start, end: point } });
        node = { ...node, value: node.value.slice(index), position: { start: point, end } };
        pieces.push([]);
      }
    }
    if (node) add(node);
  }
  while (pieces.length <= points.length) pieces.push([]);
  return pieces;
}

function isBefore(a: Point, b: Point): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** The index in a text's value of a point in the source; lines of the value lack their prefixes. */
function indexOfPoint(document: Document, value: string, start: Point, point: Point): number {
  if (point.line === start.line) return point.column - start.column;
  let lineStart = 0;
  for (let line = start.line; line < point.line && lineStart >= 0; line++)
    lineStart = value.indexOf('\n', lineStart) + 1 || -1;
  if (lineStart < 0) return value.length;
  const indent = prefix.exec(document.lines[point.line - 1] ?? '')?.[0].length ?? 0;
  return lineStart + point.column - 1 - indent;
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const kept = nodes.filter((node) => node.type !== 'text' || node.value !== '');
  const last = kept.at(-1);
  if (last?.type === 'text') kept.splice(-1, 1, { ...last, value: last.value.trimEnd() });
  return kept.filter((node) => node.type !== 'text' || node.value !== '');
}
