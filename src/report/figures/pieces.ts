/** Pieces of evidence by kind of source, as numbers and in words. */
import type { Cell } from '../../analyse/comparison.js';
import type { Context } from '../names/context.js';
import { explained, fill, listed, wordFor } from '../prose/words.js';
import { cellIn, type Part } from './grid.js';

/** The key of pieces whose source is not known; no kind of source has it. */
const unknown = '';

/** How many pieces of evidence a cell has of each kind of source. */
export function countsOf({ kinds, evidence }: Cell): Map<string, number> {
  const counts = new Map(Object.entries(kinds));
  const known = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return evidence > known ? counts.set(unknown, evidence - known) : counts;
}

/** The kinds that are counted: those that the words know in their order, then the others by name. */
export function sortedKinds(context: Context, counts: Map<string, number>[]): string[] {
  return [...new Set(counts.flatMap((each) => [...each.keys()]))].sort(
    (a, b) => rankOf(context, a) - rankOf(context, b) || (a < b ? -1 : 1),
  );
}

function rankOf({ words }: Context, kind: string): number {
  const rank = Object.keys(words.kinds).indexOf(kind);
  return rank < 0 ? Infinity : rank;
}

/** The word for a kind of source. */
export function nameOfKind({ words }: Context, kind: string): string {
  return kind === unknown ? words.figures.unknownKind : wordFor(words.kinds, kind);
}

/** `interview 3, document 1`. */
export function inWords(context: Context, counts: Map<string, number>): string {
  const { words } = context;
  if (counts.size === 0) return words.figures.noEvidence;
  return listed(
    words,
    [...counts].map(([kind, n]) => fill(words.text.ofKind, { n, kind: nameOfKind(context, kind) })),
  );
}

/** Names, case by case, what has evidence and what has none; of many cases only the latter. */
export function describeCoverage(context: Context, { groups, cases }: Part): string {
  const { figures } = context.words;
  const rows = groups.flatMap((group) => group.rows);
  const sentences = cases.map((each) => {
    const counted = rows.map((row) => ({
      title: row.component.title,
      counts: countsOf(cellIn(row, each)),
    }));
    const covered = counted
      .filter(({ counts }) => counts.size > 0)
      .map(({ title, counts }) => explained(context.words, title, inWords(context, counts)));
    const empty = counted.filter(({ counts }) => counts.size === 0).map(({ title }) => title);
    const parts = [
      ...(covered.length > 0 && cases.length <= 4
        ? [fill(figures.covered, { components: listed(context.words, covered) })]
        : []),
      fill(empty.length === 0 ? figures.allCovered : figures.uncovered, {
        components: listed(context.words, empty),
      }),
    ];
    return fill(figures.ofCase, { case: each.title, marks: listed(context.words, parts, 'items') });
  });
  return [figures.coverageKey, ...sentences].join(context.words.marks.space);
}
