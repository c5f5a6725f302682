/** The cases at a glance. */
import type { RootContent, TableCell } from 'mdast';
import type { Case, Study } from '../../domain/study.js';
import { cell, row, rowHead, table, text } from '../prose/nodes.js';
import { listed, wordFor, type Words } from '../prose/words.js';
import { caseHeads, columnsAtMost, linkTo, type Context, type Renderer } from '../names/context.js';

/** The cases at a glance: their attributes, one column per case; where there are many, one row per case. */
export const renderAttributes: Renderer<Study> = ({ cases }, context) => {
  const names = cases.flatMap(({ attributes, withheldAttributes = [] }) => [
    ...attributes.keys(),
    ...withheldAttributes,
  ]);
  if (names.length === 0) return [];
  const unique = [...new Set(names)];
  return [
    cases.length > columnsAtMost ? casesInRows(context, unique) : casesInColumns(context, unique),
  ];
};

function casesInRows(context: Context, names: string[]): RootContent {
  const { words, study } = context;
  const head = [words.table.case, ...names.map((name) => labelOf(words, name))];
  const rows = study.cases.map((each) =>
    row([
      rowHead([linkTo({ kind: 'case', id: each.id }, text(each.title))], { dataCase: each.id }),
      ...names.map((name) => valueCell(words, each, name)),
    ]),
  );
  const cells = head.map((word) => cell([text(word)]));
  return table('attributes', words.captions.attributes, cells, rows);
}

function casesInColumns(context: Context, names: string[]): RootContent {
  const { words, study } = context;
  const head = [
    cell([text(words.table.attribute)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
  ];
  const rows = names.map((name) =>
    row([
      rowHead([text(labelOf(words, name))]),
      ...study.cases.map((each) => valueCell(words, each, name)),
    ]),
  );
  return table('attributes', words.captions.attributes, head, rows);
}

function labelOf(words: Words, name: string): string {
  return capitalised(wordFor(words.attributes, name));
}

function valueCell(
  words: Words,
  { id, attributes, withheldAttributes = [] }: Case,
  name: string,
): TableCell {
  const value = withheldAttributes.includes(name)
    ? words.disclosure.value
    : valueOf(words, attributes.get(name));
  return cell([text(value)], { dataCase: id });
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function valueOf(words: Words, value: unknown): string {
  return value === undefined ? '–' : listed(words, [value].flat().map(String));
}
