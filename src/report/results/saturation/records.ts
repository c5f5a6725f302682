/** Lists of records and codes within a sentence, and the cells of the tables beside them. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import { cell, joined, paragraph, text } from '../../prose/nodes.js';
import { linkTo, type Context } from '../../names/context.js';
import { phrased, restOf } from '../../names/naming.js';

/** How many records, codes or rows are listed; the rest are counted. */
export const mostListed = 30;

/** Records by their ids, each linked, in the gap of a phrase; nothing if there are none. */
export function recordsIn(context: Context, phrase: string, keys: string[]): RootContent[] {
  const { words } = context;
  if (keys.length === 0) return [];
  const shown = keys
    .slice(0, mostListed)
    .map((key) => [linkTo({ kind: 'record', id: key }, text(key))]);
  const rest = restIn(context, keys.length);
  return [
    paragraph(...phrased(phrase, { records: [...joined(shown, words.marks.list), ...rest] })),
  ];
}

/** How many of a total are not listed; nothing if all are. */
export function restIn(context: Context, count: number): PhrasingContent[] {
  const { oneMore, more } = context.words.saturation;
  return restOf(context, count - mostListed, { one: oneMore, many: more });
}

/** The heads of a table: first those of words, then those of numbers, set to the right. */
export function headsOf(words: string[], numbers: string[]): TableCell[] {
  return [...words.map((word) => cell([text(word)])), ...numbers.map(numberCell)];
}

/** A cell set to the right. */
export function numberCell(shown: string): TableCell {
  return cell([text(shown)], { className: ['number'] });
}
