/** What was mended in files: each line before and after, with the words marked that differ. */
import { diffLines, diffWordsWithSpace } from 'diff';
import { join } from 'node:path/posix';
import { styleText } from 'node:util';
import type { ReporterOptions } from './reporter.js';

interface Changed {
  path: string;
  before: string;
  after: string;
}

interface Unchanged {
  path: string;
  reason: string;
}

/** The mended files one after another, then those that were left alone and why, then a count. */
export function reportMended(
  mended: Changed[],
  leftAlone: Unchanged[],
  options: ReporterOptions,
): string {
  const blocks = mended.map((file) => reportFile(file, options));
  const notes = leftAlone.map(
    ({ path, reason }) => `${visible(join(options.base, path))} is left alone: ${reason}`,
  );
  const lines = mended.reduce(
    (sum, { before, after }) => sum + linesThatDiffer(before, after).length,
    0,
  );
  const total =
    lines === 0
      ? 'Nothing to mend'
      : `Mended ${count(lines, 'line')} in ${count(mended.length, 'file')}`;
  return [...blocks, ...notes, total].join('\n\n');
}

function count(n: number, word: string): string {
  return `${String(n)} ${word}${n === 1 ? '' : 's'}`;
}

function reportFile({ path, before, after }: Changed, options: ReporterOptions): string {
  const pairs = linesThatDiffer(before, after).flatMap((pair) => reportPair(pair, options));
  const name = visible(join(options.base, path));
  return [
    options.colour ? styleText('bold', name, { validateStream: false }) : name,
    ...pairs,
  ].join('\n');
}

/** A line before and after, numbered from 1; null on the side that has no such line. */
interface Pair {
  old: { line: number; text: string } | null;
  new: { line: number; text: string } | null;
}

function linesThatDiffer(before: string, after: string): Pair[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  if (a.length === b.length) {
    return a.flatMap((text, index) =>
      text === b[index]
        ? []
        : [{ old: { line: index + 1, text }, new: { line: index + 1, text: b[index] ?? '' } }],
    );
  }
  return alignLines(before, after);
}

/** For files in which lines were added or removed. */
function alignLines(before: string, after: string): Pair[] {
  const pairs: Pair[] = [];
  let [from, to] = [1, 1];
  let gone: Pair[] = [];
  for (const { value, added, removed, count } of diffLines(before, after)) {
    const lines = value.replace(/\n$/, '').split('\n');
    if (removed)
      gone = lines.map((text, index) => ({ old: { line: from + index, text }, new: null }));
    else if (added) {
      const came = lines.map((text, index) => ({ line: to + index, text }));
      pairs.push(...gone.map((pair, index) => ({ ...pair, new: came[index] ?? null })));
      pairs.push(...came.slice(gone.length).map((line) => ({ old: null, new: line })));
      gone = [];
    } else {
      pairs.push(...gone);
      gone = [];
    }
    if (!added) from += count;
    if (!removed) to += count;
  }
  return [...pairs, ...gone];
}

interface Piece {
  text: string;
  kind: 'same' | 'old' | 'new';
}

function reportPair({ old, new: now }: Pair, options: ReporterOptions): string[] {
  const width = String(Math.max(old?.line ?? 0, now?.line ?? 0)).length;
  const pieces = splitChange(old?.text ?? '', now?.text ?? '');
  const side = (line: number, kind: 'old' | 'new') => {
    const sign = kind === 'old' ? '-' : '+';
    const words = shortened(
      pieces.filter((piece) => piece.kind === 'same' || piece.kind === kind),
    ).map((piece) => shown(piece, options));
    const start = `  ${String(line).padStart(width)} ${sign} `;
    return (
      (options.colour
        ? styleText(kind === 'old' ? 'red' : 'green', start, { validateStream: false })
        : start) + words.join('')
    );
  };
  return [...(old ? [side(old.line, 'old')] : []), ...(now ? [side(now.line, 'new')] : [])];
}

/** In letters: shorter changes are shown whole, longer ones are too slow to compare word by word. */
const shortest = 40;
const longest = 4000;

function splitChange(old: string, now: string): Piece[] {
  let from = 0;
  while (from < old.length && old[from] === now[from]) from++;
  from = wordStart(old, from);
  let end = 0;
  while (end < Math.min(old.length, now.length) - from && old.at(-1 - end) === now.at(-1 - end))
    end++;
  end = old.length - wordEnd(old, old.length - end);
  const [a, b] = [old.slice(from, old.length - end), now.slice(from, now.length - end)];
  const isWhole = Math.max(a.length, b.length) <= shortest || a.length + b.length > longest;
  const middle: Piece[] = isWhole
    ? [
        { text: a, kind: 'old' as const },
        { text: b, kind: 'new' as const },
      ]
    : diffWordsWithSpace(a, b).map(({ value, added, removed }) => ({
        text: value,
        kind: removed ? 'old' : added ? 'new' : 'same',
      }));
  const same = (text: string): Piece => ({ text, kind: 'same' });
  return [same(old.slice(0, from)), ...middle, same(old.slice(old.length - end))].filter(
    ({ text }) => text !== '',
  );
}

/** A letter of a word. Chinese has no spaces, so each of its characters counts as a word. */
const letter = /(?!\p{Script=Han})[\p{L}\p{M}\p{N}\p{Cs}]/u;

function wordStart(text: string, at: number): number {
  while (at > 0 && letter.test(text[at - 1] ?? '')) at--;
  return at;
}

function wordEnd(text: string, at: number): number {
  while (at < text.length && letter.test(text[at] ?? '')) at++;
  return at;
}

/** How many letters are shown of unchanged text on each side of a change. */
const context = 50;

function shortened(pieces: Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    if (piece.kind !== 'same') return piece;
    const letters = Array.from(piece.text);
    const head = index === 0 ? 0 : context;
    const tail = index === pieces.length - 1 ? 0 : context;
    if (letters.length <= head + tail + 1) return piece;
    return {
      ...piece,
      text: `${letters.slice(0, head).join('')}…${tail === 0 ? '' : letters.slice(-tail).join('')}`,
    };
  });
}

function shown({ text, kind }: Piece, { colour }: ReporterOptions): string {
  const clean = visible(text);
  if (kind === 'same') return clean;
  if (colour)
    return styleText([kind === 'old' ? 'red' : 'green', 'inverse'], clean, {
      validateStream: false,
    });
  return kind === 'old' ? `[-${clean}-]` : `{+${clean}+}`;
}

/** Shows control and invisible characters by their code. */
function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (sign) => `<U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
  );
}
