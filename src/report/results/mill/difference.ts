/** The method of difference: candidates, what is ruled out and by which cases, and what cannot be judged. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Candidate, Mill, Open, RuledOut } from '../../../analyse/mill/schema.js';
import { cell, division, joined, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import {
  caseTitle,
  columnsAtMost,
  linkTo,
  markOf,
  titleOf,
  type Context,
  type ContextWith,
} from '../../names/context.js';
import {
  caseWithMark,
  linkedMark,
  linkedTitle,
  linkedTitles,
  pairOf,
  phrased,
  restOf,
} from '../../names/naming.js';

/** Tables of candidates, of components ruled out and of open ones, with those that may work jointly. */
export function renderDifference(
  context: ContextWith<'order'>,
  { difference, joint, decided }: Mill,
): RootContent[] {
  const { words } = context;
  const counting = context.analysis.order.cases
    .map((each) => each.case)
    .filter((id) => decided.includes(id));
  const { candidates, ruledOut, open } = difference;
  const both =
    joint.components.length === 0
      ? [text(words.mill.noJoint)]
      : phrased(words.mill.joint, { components: linkedTitles(context, joint.components) });
  return [
    candidates.length === 0
      ? paragraph(text(words.mill.noCandidates))
      : candidatesTable(context, candidates, counting),
    ...(joint.isPossible ? [paragraph(...both)] : []),
    ...(ruledOut.length === 0 ? [] : [ruledOutTable(context, ruledOut)]),
    ...(open.length === 0 ? [] : [openTable(context, open)]),
  ];
}

/** Cases that do not decide the outcome support no candidate, and are left out. */
function candidatesTable(context: Context, rows: Candidate[], counting: string[]): RootContent {
  const { words } = context;
  const { findings, rivals, suggestions, candidates, none } = words.mill;
  const items = (ids: string[]) =>
    cell(
      ids.length === 0
        ? [text(none)]
        : joined(
            ids.map((id) => [linkTo({ kind: 'item', id }, text(id))]),
            words.marks.list,
          ),
    );
  const body = rows.map((each) =>
    row([
      rowHead([text(titleOf(context, each.component))]),
      ...counting.map((id) => cell(markWithRecords(context, each, id), { dataCase: id })),
      ...[each.findings, each.rivals, each.suggestions].map(items),
    ]),
  );
  const head = [
    cell([text(words.table.component)]),
    ...counting.map((id) =>
      cell(
        [
          linkTo(
            { kind: 'case', id },
            text(counting.length > columnsAtMost ? id : caseTitle(context, id)),
          ),
        ],
        { dataCase: id },
      ),
    ),
    ...[findings, rivals, suggestions].map((word) => cell([text(word)])),
  ];
  return division('scroll', [table('candidates', candidates, head, body)]);
}

function markWithRecords(
  context: Context,
  { component, evidence }: Candidate,
  id: string,
): PhrasingContent[] {
  const records = (evidence[id] ?? []).map((key) => [
    linkTo({ kind: 'record', id: key }, text(key)),
  ]);
  const mark = linkedMark(context, component, id);
  return records.length === 0 || context.study.cases.length > columnsAtMost
    ? [mark]
    : [mark, text(' '), ...joined(records, context.words.marks.list)];
}

function ruledOutTable(context: Context, rows: RuledOut[]): RootContent {
  const { words } = context;
  const hasWithin = rows.some(({ because }) => because === 'different');
  const body = rows.map(({ component, by, pairs }) => {
    const [first] = by;
    const rest = restOf(context, pairs - 1, {
      one: words.mill.onePairMore,
      many: words.mill.morePairs,
    });
    return row([
      rowHead([linkedTitle(context, component)]),
      cell(first ? [...pairOf(context, component, first), ...rest] : []),
    ]);
  });
  return table(
    'ruled-out',
    hasWithin ? words.mill.ruledOutToo : words.mill.ruledOut,
    [cell([text(words.table.component)]), cell([text(words.mill.ruledOutBy)])],
    body,
  );
}

/** Cases without a mark that are named for each component; the rest are counted. */
const shownAtMost = 6;

function openTable(context: Context, rows: Open[]): RootContent {
  const { words } = context;
  const body = rows.map(({ component, missing }) => {
    const cells = missing
      .slice(0, shownAtMost)
      .map((each) => missingCell(context, component, each));
    const rest = restOf(context, missing.length - shownAtMost, {
      one: words.mill.oneCaseMore,
      many: words.mill.moreCases,
    });
    return row([
      rowHead([linkedTitle(context, component)]),
      cell([...joined(cells, words.marks.items), ...rest]),
    ]);
  });
  return table(
    'open',
    words.mill.open,
    [cell([text(words.table.component)]), cell([text(words.mill.missing)])],
    body,
  );
}

/** A case with its mark; a mark without evidence is followed by the word for that. */
function missingCell(
  context: Context,
  component: string,
  { case: id, why }: Open['missing'][number],
): PhrasingContent[] {
  const shown = caseWithMark(context, component, id);
  return why === 'unfounded'
    ? [...shown, text(' '), markOf(context, { state: 'no-evidence', rating: null })]
    : shown;
}
