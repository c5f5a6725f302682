/** A component or a dimension in all cases. */
import type { RootContent } from 'mdast';
import type { Component } from '../../domain/framework.js';
import { componentsOf } from '../../study/framework.js';
import { cell, division, joined, row, rowHead, table, text } from '../prose/nodes.js';
import { linkTo, markOf } from '../names/context.js';
import { linkedMark } from '../names/naming.js';
import { listed } from '../prose/words.js';
import { entryCells, headOf } from './entry-cells.js';
import { facts, part, points, titleLine, type Explaining } from './parts.js';
import { propositionLines } from './theory.js';
import type { SubjectOf } from './subject.js';

/** A component: what it asks, what is expected of it, which codes match it, and its entry in every case. */
export function explainComponent(
  context: Explaining,
  { id }: SubjectOf<'component'>,
): RootContent[] {
  const { words, componentById, analysis } = context;
  const component = componentById.get(id);
  if (!component) return [];
  const codes = analysis.codes.flatMap((each) => (each.components.includes(id) ? [each.code] : []));
  return [
    titleLine(context, component.title, 'component'),
    ...facts(context, [
      [words.explain.kinds.dimension, context.dimensionOf.get(id)?.title ?? null],
      [words.explain.names, listed(words, namesOf(component))],
      [words.explain.question, component.question],
      [words.explain.codes, listed(words, codes)],
      [words.table.verdict, verdictOf(context, id)],
    ]),
    ...part(words.explain.expected, points(context, propositionLines(context, id, null))),
    ...entriesTable(context, id),
  ];
}

/** Its entry in every case; nothing without cases. */
function entriesTable(context: Explaining, id: string): RootContent[] {
  const { words, study } = context;
  if (study.cases.length === 0) return [];
  const missing = [cell([markOf(context, { state: 'missing', rating: null })]), cell([]), cell([])];
  const rows = study.cases.map((each) => {
    const entry = each.entries.get(id);
    const name = rowHead([linkTo({ kind: 'case', id: each.id }, text(each.title))]);
    return row([name, ...(entry ? entryCells(context, entry) : missing)]);
  });
  const head = headOf(context, words.table.case);
  return [division('scroll', [table('entries', words.explain.entries, head, rows)])];
}

function namesOf({ id, code, aliases }: Component): string[] {
  return [...(code === null ? [] : [code]), id, ...aliases];
}

function verdictOf({ analysis, words }: Explaining, id: string): string | null {
  const found = analysis.comparison.find(({ component }) => component === id);
  return found ? words.verdicts[found.verdict] : null;
}

/** A dimension: its components with the marks of every case. */
export function explainDimension(
  context: Explaining,
  { id }: SubjectOf<'dimension'>,
): RootContent[] {
  const { study, words } = context;
  const dimension = study.framework.dimensions.find((each) => each.id === id);
  if (!dimension) return [];
  const lines = componentsOf({ ...study.framework, dimensions: [dimension] }).map((component) => {
    const marks = study.cases.map((each) => [
      text(each.id + words.marks.space),
      linkedMark(context, component.id, each.id),
    ]);
    return [text(component.title + words.marks.colon), ...joined(marks, words.marks.parts)];
  });
  return [titleLine(context, dimension.title, 'dimension'), ...points(context, lines, Infinity)];
}
