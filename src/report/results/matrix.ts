import type { TableRow } from 'mdast';
import type { Cell, Comparison } from '../../analyse/comparison.js';
import {
  cell,
  inline,
  row,
  rowHead,
  strong,
  table,
  text,
  paragraph,
  division,
} from '../prose/nodes.js';
import { fill, listed, numberIn, wordFor } from '../prose/words.js';
import {
  caseHeads,
  linkTo,
  markOf,
  titleOf,
  type Blocks,
  type Context,
  type ContextWith,
  type Renderer,
} from '../names/context.js';
import { isNarrowFor, labelsOf, renderLabels, type Labels } from './weight/labels.js';

/**
 * The conceptually clustered matrix: components by dimension, one column per case, and the verdict (Miles & Huberman). `marks`
 * as argument leaves out the weight of the evidence.
 */
export const renderMatrix: Renderer<Comparison, ContextWith<'weight'>> = (
  comparison,
  context,
  argument,
) => {
  const { words, study } = context;
  const head = [
    cell([text(words.table.component)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
    cell([text(words.table.verdict)]),
  ];
  const labels = argument === 'marks' ? null : labelsOf(context);
  const rows = study.framework.dimensions.flatMap((dimension) => [
    groupRow(context, dimension.title),
    ...comparison
      .filter(({ component }) => context.dimensionOf.get(component) === dimension)
      .map((each) => componentRow(context, each, labels)),
  ]);
  if (argument === 'marks')
    return [division('scroll', [table('matrix', words.captions.marks, head, rows)])];
  return [
    division('scroll', [table('matrix', words.captions.matrix, head, rows)]),
    paragraph(text(words.text.seeDetails)),
  ];
};

function groupRow({ study }: Context, title: string): TableRow {
  const empty = study.cases.map(({ id }) => cell([], { dataCase: id }));
  return row([rowHead([strong(text(title))]), ...empty, cell([])], { className: ['group'] });
}

function componentRow(
  context: Context,
  { component, verdict, cells }: Comparison[number],
  labels: ReturnType<typeof labelsOf> | null,
): TableRow {
  const { study, words, dimensionOf } = context;
  return row(
    [
      rowHead([text(titleOf(context, component))]),
      ...study.cases.map(({ id }) =>
        cell(
          cellOf(context, {
            component,
            id,
            found: cells[id],
            labels: labels?.(id, component) ?? null,
          }),
          { dataCase: id },
        ),
      ),
      cell([inline('verdict', [text(words.verdicts[verdict])], { dataVerdict: verdict })]),
    ],
    {
      dataVerdict: verdict,
      dataDimension: dimensionOf.get(component)?.id ?? '',
      dataComponent: component,
    },
  );
}

interface Wanted {
  component: string;
  id: string;
  found: Cell | undefined;
  /** Null where the mark is to stand alone. */
  labels: Labels | null;
}

function cellOf(context: Context, { component, id, found, labels }: Wanted): Blocks {
  const shown = found ?? { state: 'missing', rating: null, evidence: 0, kinds: {}, counter: 0 };
  const mark = markOf(context, shown);
  const linked =
    shown.state === 'missing' ? mark : linkTo({ kind: 'entry', case: id, id: component }, mark);
  if (shown.evidence === 0 || labels === null) return [linked];
  const weight = [text(' '), inline('weight', [text(weightOf(context, shown))])];
  // Signs alone follow the mark directly, as those of footnotes do.
  return isNarrowFor(context)
    ? [linked, ...renderLabels(labels, true), ...weight]
    : [linked, ...weight, ...renderLabels(labels)];
}

/** `3 interview, 1 document`. */
function weightOf({ words, language }: Context, { kinds, evidence }: Cell): string {
  const parts = Object.entries(kinds).map(([kind, n]) =>
    fill(words.text.ofKind, { n: numberIn(language, n), kind: wordFor(words.kinds, kind) }),
  );
  if (parts.length > 0) return listed(words, parts);
  return evidence === 1
    ? words.text.piece
    : fill(words.text.pieces, { n: numberIn(language, evidence) });
}
