import type { RootContent, TableCell, TableRow } from 'mdast';
import type { Direction, Qca, TruthTableRow } from '../../../analyse/qca/schema.js';
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
} from '../../prose/nodes.js';
import { explained, fill, numberIn } from '../../prose/words.js';
import type { Context, Renderer } from '../../names/context.js';
import {
  configurationOf,
  groupedCases,
  headCells,
  numberCell,
  numberHead,
  outcomeOf,
  share,
} from '../../names/qca.js';

/** What fits on a turned page. */
const columnsAtMost = 10;

interface Layout {
  /** For each table, the directions that it shows side by side. */
  tables: Direction[][];
  /** A column for each condition, else one for the whole configuration. */
  hasConditions: boolean;
  /** In crisp sets PRI equals inclusion. */
  hasPri: boolean;
}

/** The truth table, for the outcome and for its absence. */
export const renderTruthTable: Renderer<Qca> = (qca, context) => {
  const [first] = qca.directions;
  if (!first) return [];
  const { words } = context;
  const { truthTableNote, completeCasesOnly, priIsInclusion } = words.qca;
  const layout = layoutOf(qca);
  const note = [
    truthTableNote,
    ...(layout.hasPri ? [] : [priIsInclusion]),
    diversity(context, first),
  ].join(words.marks.space);
  return [
    ...(qca.completions ? [paragraph(text(completeCasesOnly))] : []),
    // One block, so that the note is on the same turned page as the table.
    division('with-note', [
      ...layout.tables.map((directions) =>
        division('scroll', [tableOf(context, qca, directions, layout)]),
      ),
      division('note', [paragraph(text(note))]),
    ]),
    ...qca.directions.flatMap((direction) => statusOf(context, direction)),
  ];
};

/** Both directions in one table where a page holds it, else a table each, else the conditions in one column. */
function layoutOf({ conditions, directions }: Qca): Layout {
  const hasPri = directions.some(({ truthTable }) =>
    truthTable.rows.some(({ incl, pri }) => incl !== pri),
  );
  const count = (beside: number) => conditions.length + 2 + beside * (hasPri ? 3 : 2);
  if (count(directions.length) <= columnsAtMost)
    return { tables: [directions], hasConditions: true, hasPri };
  if (count(1) <= columnsAtMost)
    return { tables: directions.map((direction) => [direction]), hasConditions: true, hasPri };
  return { tables: [directions], hasConditions: false, hasPri };
}

function tableOf(context: Context, qca: Qca, directions: Direction[], layout: Layout): RootContent {
  const { heads, captions } = context.words.qca;
  const configuration = layout.hasConditions
    ? qca.conditions.map(({ label }) => numberHead(label))
    : headCells([heads.configuration]);
  const fits = directions.flatMap(({ expression }) =>
    [heads.out, heads.incl, ...(layout.hasPri ? [heads.pri] : [])].map((word) =>
      numberHead(word, expression),
    ),
  );
  const head = [...headCells([heads.row]), ...configuration, ...fits, ...headCells([heads.nCases])];
  const rows =
    directions[0]?.truthTable.rows.map((each) =>
      truthRow(context, qca, each, { ...layout, tables: [directions] }),
    ) ?? [];
  const isAlone = directions.length === qca.directions.length;
  const outcomes = directions.map(({ expression }) => expression).join('');
  return table(
    'qca-truth-table',
    isAlone ? captions.truthTable : explained(context.words, captions.truthTable, outcomes),
    head,
    rows,
  );
}

function truthRow(
  context: Context,
  qca: Qca,
  each: TruthTableRow,
  { tables, hasConditions, hasPri }: Layout,
): TableRow {
  const levels = hasConditions
    ? qca.conditions.map((_, index) => numberCell(String(each.values[index] ?? '')))
    : [cell([text(configurationOf(qca, each.values))])];
  const found = tables
    .flat()
    .flatMap(({ truthTable }) => truthTable.rows.filter((other) => other.row === each.row));
  const fits = found.flatMap(({ out, incl, pri }): TableCell[] => [
    cell([inline('out', [strong(text(out))], { dataOut: out })], { className: ['number'] }),
    ...[incl, ...(hasPri ? [pri] : [])].map((value) => numberCell(share(context, value))),
  ]);
  const sides = sidesOf(qca, each).filter(({ ids }) => ids.length > 0);
  const named = groupedCases(
    context,
    sides.length > 1 ? sides : [{ label: null, ids: each.cases }],
  );
  const n = numberIn(context.language, each.n) + context.words.marks.colon;
  return row([rowHead([text(String(each.row))]), ...levels, ...fits, cell([text(n), ...named])], {
    ...(sides.length > 1 || found.some(({ out }) => out === 'C')
      ? { className: ['contradictory'] }
      : {}),
  });
}

/** The cases of a row with the outcome, without it, and on the edge. */
function sidesOf(qca: Qca, { cases }: TruthTableRow) {
  const outcome = outcomeOf(qca, false);
  const label = qca.outcome?.label ?? '';
  const valueOf = (id: string) => outcome.get(id) ?? 0.5;
  return [
    { label, ids: cases.filter((id) => valueOf(id) > 0.5) },
    { label: `~${label}`, ids: cases.filter((id) => valueOf(id) < 0.5) },
    { label: `${label} = 0.5`, ids: cases.filter((id) => valueOf(id) === 0.5) },
  ];
}

function diversity(
  { words, language }: Context,
  { truthTable: { rows, possible } }: Direction,
): string {
  const n = (value: number) => numberIn(language, value);
  return fill(words.qca.diversity, {
    held: n(rows.length),
    possible: n(possible),
    empty: n(Math.max(0, possible - rows.length)),
  });
}

function statusOf({ words }: Context, { status, expression }: Direction): RootContent[] {
  return status === 'ok'
    ? []
    : [paragraph(text(fill(words.qca.statuses[status], { outcome: expression })))];
}
