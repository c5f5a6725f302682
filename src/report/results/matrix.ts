import type { TableRow } from 'mdast';
import type { Cell, Comparison } from '../../analyse/comparison.js';
import { cell, inline, row, rowHead, strong, table, text, paragraph, division } from '../nodes.js';
import { fill, listed, numberIn, wordFor } from '../words.js';
import { caseHeads, linkTo, markOf, titleOf, type Blocks, type Context, type Reader } from './context.js';

/**
 * The conceptually clustered matrix: components by dimension, a column a case, and the verdict (Miles & Huberman). `marks`
 * as argument leaves out the weights of evidence.
 */
export const readMatrix: Reader<Comparison> = (comparison, context, argument) => {
  const { words, study } = context;
  const head = [
    cell([text(words.table.component)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
    cell([text(words.table.verdict)]),
  ];
  const rows = study.framework.dimensions.flatMap((dimension) => [
    groupRow(context, dimension.title),
    ...comparison
      .filter(({ component }) => context.dimensionOf.get(component) === dimension)
      .map((each) => componentRow(context, each, argument === 'marks')),
  ]);
  if (argument === 'marks') return [division('scroll', [table('matrix', words.captions.marks, head, rows)])];
  return [division('scroll', [table('matrix', words.captions.matrix, head, rows)]), paragraph(text(words.text.seeDetails))];
};

function groupRow({ study }: Context, title: string): TableRow {
  const empty = study.cases.map(({ id }) => cell([], { dataCase: id }));
  return row([rowHead([strong(text(title))]), ...empty, cell([])], { className: ['group'] });
}

function componentRow(context: Context, { component, verdict, cells }: Comparison[number], hasMarksOnly: boolean): TableRow {
  const { study, words, dimensionOf } = context;
  return row(
    [
      rowHead([text(titleOf(context, component))]),
      ...study.cases.map(({ id }) =>
        cell(cellOf(context, component, id, cells[id]).slice(0, hasMarksOnly ? 1 : undefined), { dataCase: id }),
      ),
      cell([inline('verdict', [text(words.verdicts[verdict])], { dataVerdict: verdict })]),
    ],
    { dataVerdict: verdict, dataDimension: dimensionOf.get(component)?.id ?? '', dataComponent: component },
  );
}

function cellOf(context: Context, component: string, id: string, found: Cell | undefined): Blocks {
  const shown = found ?? { state: 'missing', rating: null, evidence: 0, kinds: {}, counter: 0 };
  const mark = markOf(context, shown);
  const linked = shown.state === 'missing' ? mark : linkTo({ kind: 'entry', case: id, id: component }, mark);
  return shown.evidence === 0 ? [linked] : [linked, text(' '), inline('weight', [text(weightOf(context, shown))])];
}

/** `3 interview, 1 document`. */
function weightOf({ words, language }: Context, { kinds, evidence }: Cell): string {
  const parts = Object.entries(kinds).map(([kind, n]) =>
    fill(words.text.ofKind, { n: numberIn(language, n), kind: wordFor(words.kinds, kind) }),
  );
  if (parts.length > 0) return listed(words, parts);
  return evidence === 1 ? words.text.piece : fill(words.text.pieces, { n: numberIn(language, evidence) });
}
