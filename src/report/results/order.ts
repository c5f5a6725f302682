/** The case-ordered meta-matrix: few cases stand in columns, many in rows, in the order of the outcome. */
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import type { Order } from '../../analyse/order.js';
import type { Entry } from '../../domain/study.js';
import { evidenceIn } from '../../study/entries.js';
import {
  cell,
  division,
  inline,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../prose/nodes.js';
import { fill, listed, numberIn } from '../prose/words.js';
import {
  caseTitle,
  columnsAtMost,
  linkTo,
  titleOf,
  type Blocks,
  type Context,
  type Renderer,
} from '../names/context.js';
import { linkedMark } from '../names/naming.js';

/** The most predictors shown: with few cases as rows, with many as columns of an upright page. */
const rowsAtMost = 12;
const predictorsAtMost = 4;

/** Cases ordered by the outcome, with the components that differ along with it. */
export const renderOrder: Renderer<Order> = (order, context) => {
  const { cases, predictors } = order;
  if (cases.length < 2) return [];
  const apart = predictors.filter((each) => each.apart > 0).map(({ component }) => component);
  const { cited } = order;
  const others = order.outcome === null ? cited : cited.filter((id) => id !== order.outcome);
  const isMany = cases.length > columnsAtMost;
  const shown = (apart.length > 0 ? apart : others).slice(
    0,
    isMany ? predictorsAtMost : rowsAtMost,
  );
  const { words, language } = context;
  const left = predictors.length - shown.length;
  return [
    division('note', [
      paragraph(text(notesOf(context, order, apart.length > 0).join(words.marks.space))),
    ]),
    division('scroll', [
      isMany ? casesInRows(context, order, shown) : casesInColumns(context, order, shown),
    ]),
    ...(left > 0
      ? [
          paragraph(
            text(
              left === 1
                ? words.order.otherOne
                : fill(words.order.others, { n: numberIn(language, left) }),
            ),
          ),
        ]
      : []),
  ];
};

function notesOf(
  context: Context,
  { outcome, basis, cases }: Order,
  hasContrasts: boolean,
): string[] {
  const { words } = context;
  const title = outcome === null ? '' : titleOf(context, outcome);
  const unplaced = cases
    .filter(({ rank }) => rank === null)
    .map((each) => caseTitle(context, each.case));
  const { ordered, unordered, noOutcome, allBut } = words.order;
  return [
    fill(outcome === null ? noOutcome : basis === 'outcome' ? ordered : unordered, {
      outcome: title,
    }),
    ...(basis === 'outcome' && unplaced.length > 0
      ? [fill(words.order.unplaced, { cases: listed(words, unplaced, 'items') })]
      : []),
    ...(hasContrasts || basis === 'study' ? [] : [allBut]),
  ];
}

function captionOf({ words }: Context, { basis, predictors }: Order): string {
  if (!predictors.some(({ apart }) => apart > 0)) return words.order.captionCited;
  return basis === 'outcome' ? words.order.caption : words.order.captionStudy;
}

function outcomeHead(context: Context, outcome: string): PhrasingContent {
  return strong(text(fill(context.words.order.outcome, { outcome: titleOf(context, outcome) })));
}

function casesInColumns(context: Context, order: Order, shown: string[]): RootContent {
  const ids = order.cases.map((each) => each.case);
  const heads = ids.map((id) =>
    cell([linkTo({ kind: 'case', id }, text(caseTitle(context, id)))], { dataCase: id }),
  );
  const line = (component: string, head: PhrasingContent) =>
    row([
      rowHead([head]),
      ...ids.map((id) => cell(cellOf(context, component, id, true), { dataCase: id })),
    ]);
  const rows = [
    ...(order.outcome === null ? [] : [line(order.outcome, outcomeHead(context, order.outcome))]),
    ...shown.map((component) => line(component, text(titleOf(context, component)))),
  ];
  return table(
    'order',
    captionOf(context, order),
    [cell([text(context.words.table.component)]), ...heads],
    rows,
  );
}

function casesInRows(context: Context, order: Order, shown: string[]): RootContent {
  const { words } = context;
  const columns = [...(order.outcome === null ? [] : [order.outcome]), ...shown];
  const heads = columns.map((component) =>
    cell([
      component === order.outcome
        ? outcomeHead(context, component)
        : text(titleOf(context, component)),
    ]),
  );
  const line = ({ case: id }: Order['cases'][number]) =>
    row([
      rowHead([linkTo({ kind: 'case', id }, text(caseTitle(context, id)))]),
      ...columns.map((component) => cell(cellOf(context, component, id, false))),
    ]);
  const isPlaced = ({ rank }: Order['cases'][number]) => rank !== null;
  const unplaced = order.cases.filter((each) => !isPlaced(each));
  const group: TableRow = row(
    [rowHead([strong(text(words.order.unplacedGroup))]), ...columns.map(() => cell([]))],
    {
      className: ['group'],
    },
  );
  const hasBoth = order.basis === 'outcome' && unplaced.length > 0;
  const rows = [
    ...order.cases.filter(isPlaced).map(line),
    ...(hasBoth ? [group] : []),
    ...unplaced.map(line),
  ];
  return table(
    'order',
    captionOf(context, order),
    [cell([text(words.table.case)]), ...heads],
    rows,
  );
}

/** Characters of a finding that a table can show; longer findings are left out. */
const findingAtMost = 160;

/** The mark with the amount of its evidence, and for few cases the shortest finding, if it is short. */
function cellOf(context: Context, component: string, id: string, hasFinding: boolean): Blocks {
  const { words, language } = context;
  const entry = context.caseById.get(id)?.entries.get(component);
  const mark = linkedMark(context, component, id);
  if (!entry) return [mark];
  const n = evidenceIn(entry).length;
  const weight =
    n === 1 ? words.order.oneEvidence : fill(words.order.evidence, { n: numberIn(language, n) });
  const head: PhrasingContent[] =
    n === 0
      ? [mark]
      : [mark, text(' '), inline('weight', [text(hasFinding ? weight : numberIn(language, n))])];
  const finding = hasFinding ? shortestFinding(entry) : null;
  return finding === null ? head : [paragraph(...head), paragraph(text(finding))];
}

function shortestFinding({ parts }: Entry): string | null {
  const findings = parts.flatMap((part) => (part.type === 'finding' ? [part.content.text] : []));
  const [shortest = ''] = findings.sort((one, other) => one.length - other.length);
  return shortest !== '' && shortest.length <= findingAtMost ? shortest : null;
}
