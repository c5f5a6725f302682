/** Puts words in the place of others, and leaves every other byte of a file as it is. */
import type { Place, Replacement } from '../domain/text.js';

/**
 * What can be put in place at once, by file. A group is put in place whole or not at all; of groups that overlap the first wins,
 * and what two groups say alike is said once.
 */
export function planReplacements(groups: Replacement[][]): Map<string, Replacement[]> {
  const plan = new Map<string, Replacement[]>();
  for (const group of groups) {
    const added = group.filter((each) => !has(plan.get(each.place.path) ?? [], each));
    const isFree =
      added.every((each) => isFreeIn(plan.get(each.place.path) ?? [], each)) && areApart(added);
    for (const each of isFree ? added : []) insert(plan, each);
  }
  return plan;
}

/** The text with the replacements in it; null if a place is not in the text, or two overlap. Line ends are those around each place. */
export function replace(text: string, replacements: Replacement[]): string | null {
  const lines = linesOf(text);
  const pieces: string[] = [];
  let end = 0;
  for (const { place, text: words } of [...replacements].sort(inOrder)) {
    const from = offsetOf(lines, place.position.start);
    const to = offsetOf(lines, place.position.end);
    if (from === null || to === null || from < end || to < from) return null;
    pieces.push(
      text.slice(end, from),
      words.replaceAll('\n', lineEndAt(lines, place.position.start.line)),
    );
    end = to;
  }
  return [...pieces, text.slice(end)].join('');
}

/**
 * The bytes of a file with the replacements in them, whose places are those of its text without a byte order mark and with LF.
 * Null if the bytes are not UTF-8, or if a place is not in them.
 */
export function replaceInBytes(bytes: Uint8Array, replacements: Replacement[]): Uint8Array | null {
  const written = decodeWhole(bytes);
  if (written === null) return null;
  const replaced = replace(written, replacements);
  // Where a line end would join another (CR before LF), lines would be lost.
  return replaced !== null && unified(replaced) === replace(unified(written), replacements)
    ? new TextEncoder().encode(replaced)
    : null;
}

function decodeWhole(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function unified(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

interface Line {
  from: number;
  to: number;
  /** Empty for the last one. */
  end: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = text.startsWith('\uFEFF') ? 1 : 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ from, to: index, end });
    from = index + end.length;
  }
  return [...lines, { from, to: text.length, end: '' }];
}

function offsetOf(lines: Line[], { line, column }: Place['position']['start']): number | null {
  const found = lines[line - 1];
  if (!found || column < 1) return null;
  const offset = found.from + column - 1;
  return offset <= found.to ? offset : null;
}

function lineEndAt(lines: Line[], line: number): string {
  const own = lines[line - 1]?.end;
  // The last line has none.
  return (own === '' ? lines[line - 2]?.end : own) ?? '\n';
}

function compare(a: Place['position']['start'], b: Place['position']['start']): number {
  return a.line - b.line || a.column - b.column;
}

function inOrder(
  { place: { position: a } }: Replacement,
  { place: { position: b } }: Replacement,
): number {
  return compare(a.start, b.start) || compare(a.end, b.end);
}

function isSame(a: Replacement, b: Replacement): boolean {
  return a.text === b.text && a.place.path === b.place.path && inOrder(a, b) === 0;
}

/** Whether one ends before the other begins; two insertions at one point do not. */
function isBefore(
  { place: { position: a } }: Replacement,
  { place: { position: b } }: Replacement,
): boolean {
  return compare(a.end, b.start) <= 0 && compare(a.start, b.start) !== 0;
}

function areApart(group: Replacement[]): boolean {
  const sorted = [...group].sort((a, b) =>
    a.place.path < b.place.path ? -1 : a.place.path > b.place.path ? 1 : inOrder(a, b),
  );
  return sorted.every((each, index) => {
    const next = sorted[index + 1];
    return next?.place.path !== each.place.path || isBefore(each, next);
  });
}

/** Where in a sorted list it belongs. */
function indexIn(sorted: Replacement[], each: Replacement): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle];
    if (other && inOrder(other, each) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function has(sorted: Replacement[], each: Replacement): boolean {
  const found = sorted[indexIn(sorted, each)];
  return found !== undefined && isSame(found, each);
}

function isFreeIn(sorted: Replacement[], each: Replacement): boolean {
  const index = indexIn(sorted, each);
  const [before, after] = [sorted[index - 1], sorted[index]];
  return (!before || isBefore(before, each)) && (!after || isBefore(each, after));
}

function insert(plan: Map<string, Replacement[]>, each: Replacement): void {
  const sorted = plan.get(each.place.path) ?? [];
  sorted.splice(indexIn(sorted, each), 0, each);
  plan.set(each.place.path, sorted);
}
