import type { Study } from '../../model.js';
import { cell, row, rowHead, table, text } from '../nodes.js';
import { wordFor } from '../words.js';
import { caseHeads, type Reader } from './context.js';

/** The cases at a glance: their attributes, a column a case. */
export const readAttributes: Reader<Study> = ({ cases }, context) => {
  const { words } = context;
  const names = [...new Set(cases.flatMap(({ attributes }) => [...attributes.keys()]))];
  if (names.length === 0) return [];
  const head = [cell([text(words.table.attribute)]), ...caseHeads(context, (children, id) => cell(children, { dataCase: id }))];
  const rows = names.map((name) =>
    row([
      rowHead([text(capitalised(wordFor(words.attributes, name)))]),
      ...cases.map(({ attributes, id }) => cell([text(valueOf(attributes.get(name)))], { dataCase: id })),
    ]),
  );
  return [table('attributes', words.captions.attributes, head, rows)];
};

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function valueOf(value: unknown): string {
  return value === undefined ? '–' : [value].flat().map(String).join(', ');
}
