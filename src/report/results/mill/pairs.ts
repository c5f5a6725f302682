/** Pairs of cases for most-similar and most-different designs, with the numbers by which they are ranked. */
import type { RootContent, TableRow } from 'mdast';
import type { Likeness, Mill } from '../../../analyse/mill/schema.js';
import { cell, division, row, rowHead, strong, table, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import { caseTitle, type Context } from '../../names/context.js';

/** Pairs of each design that are shown, the best first. */
const shownAtMost = 5;

/** One table; one group per design, those without a pair left out. */
export function renderPairs(
  context: Context,
  { mostSimilar, mostDifferent, unknown }: Mill['pairs'],
): RootContent[] {
  const { mill } = context.words;
  const hasDesign = mostSimilar.length + mostDifferent.length > 0;
  const groups = [
    ...group(context, mill.mostSimilar, mostSimilar),
    ...group(context, mill.mostDifferent, mostDifferent),
    ...(hasDesign ? [] : group(context, mill.unknown, unknown)),
  ];
  if (groups.length === 0) return [];
  const { cases, alike, different, undecided } = mill.columns;
  const heads = [cases, alike, different, undecided].map((word) => cell([text(word)]));
  return [division('scroll', [table('pairs', mill.pairs, heads, groups)])];
}

function group(context: Context, title: string, pairs: Likeness[]): TableRow[] {
  if (pairs.length === 0) return [];
  const { words, language } = context;
  const rows = pairs
    .slice(0, shownAtMost)
    .map(({ cases: [a, b], equal, different, undecided }) =>
      row([
        rowHead([
          text(fill(words.mill.pair, { a: caseTitle(context, a), b: caseTitle(context, b) })),
        ]),
        ...[equal, different, undecided].map((n) =>
          cell([text(numberIn(language, n))], { className: ['number'] }),
        ),
      ]),
    );
  return [
    row([rowHead([strong(text(title))]), cell([]), cell([]), cell([])], { className: ['group'] }),
    ...rows,
  ];
}
