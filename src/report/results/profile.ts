import type { Case, Study } from '../../domain/study.js';
import { cell, row, rowHead, table, text } from '../prose/nodes.js';
import { listed, wordFor, type Words } from '../prose/words.js';
import { caseHeads, columnsAtMost, linkTo, type Renderer } from '../names/context.js';

/** The cases at a glance: their attributes, a column a case; where there are many, a row a case. */
export const renderAttributes: Renderer<Study> = ({ cases }, context) => {
  const { words } = context;
  const names = [
    ...new Set(
      cases.flatMap(({ attributes, withheldAttributes = [] }) => [
        ...attributes.keys(),
        ...withheldAttributes,
      ]),
    ),
  ];
  if (names.length === 0) return [];
  const labels = new Map(names.map((name) => [name, capitalised(wordFor(words.attributes, name))]));
  const valueCell = ({ id, attributes, withheldAttributes }: Case, name: string) => {
    const isWithheld = withheldAttributes?.includes(name) ?? false;
    return cell(
      [text(isWithheld ? words.disclosure.value : valueOf(words, attributes.get(name)))],
      { dataCase: id },
    );
  };
  if (cases.length > columnsAtMost) {
    const head = [
      cell([text(words.table.case)]),
      ...names.map((name) => cell([text(labels.get(name) ?? name)])),
    ];
    const rows = cases.map((each) =>
      row([
        rowHead([linkTo({ kind: 'case', id: each.id }, text(each.title))], { dataCase: each.id }),
        ...names.map((name) => valueCell(each, name)),
      ]),
    );
    return [table('attributes', words.captions.attributes, head, rows)];
  }
  const head = [
    cell([text(words.table.attribute)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
  ];
  const rows = names.map((name) =>
    row([rowHead([text(labels.get(name) ?? name)]), ...cases.map((each) => valueCell(each, name))]),
  );
  return [table('attributes', words.captions.attributes, head, rows)];
};

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function valueOf(words: Words, value: unknown): string {
  return value === undefined ? '–' : listed(words, [value].flat().map(String));
}
