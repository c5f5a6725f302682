import type { RootContent, TableCell, TableRow } from 'mdast';
import type { Direction, Qca, TruthTableRow } from '../../../analyse/qca/schema.js';
import { cell, division, inline, paragraph, row, rowHead, strong, table, text } from '../../nodes.js';
import { explained, fill, numberIn, titled } from '../../words.js';
import type { Context, Reader } from '../context.js';
import { configurationOf, groupedCases, headCells, numberCell, numberHead, outcomeOf, share } from './naming.js';

/** More conditions stand in one column, as an expression. */
const columnsAtMost = 8;

/** The truth table, for the outcome and for its absence beside it. */
export const readTruthTable: Reader<Qca> = (qca, context) => {
  const [first] = qca.directions;
  if (!first) return [];
  const { words } = context;
  const { captions, truthTableNote, completeCasesOnly } = words.qca;
  // In crisp sets PRI is inclusion over again.
  const hasPri = qca.directions.some(({ truthTable }) => truthTable.rows.some(({ incl, pri }) => incl !== pri));
  const head = headOf(context, qca, hasPri);
  const rows = first.truthTable.rows.map((each) => truthRow(context, qca, each, hasPri));
  return [
    ...(qca.completions ? [paragraph(text(completeCasesOnly))] : []),
    division('scroll', [table('qca-truth-table', captions.truthTable, head, rows)]),
    paragraph(text(truthTableNote + (hasPri ? '' : words.marks.space + words.qca.priIsInclusion))),
    paragraph(text(diversity(context, first))),
    ...excluded(context, qca),
    ...qca.directions.flatMap((direction) => statusOf(context, direction)),
  ];
};

function headOf({ words }: Context, { conditions, directions }: Qca, hasPri: boolean): TableCell[] {
  const { heads } = words.qca;
  const configuration =
    conditions.length > columnsAtMost ? headCells([heads.configuration]) : conditions.map(({ label }) => numberHead(label));
  const fits = directions.flatMap(({ expression }) =>
    [heads.out, heads.incl, ...(hasPri ? [heads.pri] : [])].map((word) => numberHead(word, expression)),
  );
  return [...headCells([heads.row]), ...configuration, numberHead(heads.n), ...fits, ...headCells([heads.cases])];
}

function truthRow(context: Context, qca: Qca, first: TruthTableRow, hasPri: boolean): TableRow {
  const { conditions, directions } = qca;
  const levels =
    conditions.length > columnsAtMost
      ? [cell([text(configurationOf(qca, first.values))])]
      : conditions.map((_, index) => numberCell(String(first.values[index] ?? '')));
  const fits = directions.flatMap(({ truthTable }) => {
    const found = truthTable.rows.find(({ row: number }) => number === first.row);
    const { out = '?', incl = null, pri = null } = found ?? {};
    return [
      cell([inline('out', [strong(text(out))], { dataOut: out })], { className: ['number'] }),
      ...[incl, ...(hasPri ? [pri] : [])].map((value) => numberCell(share(context, value))),
    ];
  });
  const n = numberCell(numberIn(context.language, first.n));
  const outs = directions.flatMap(({ truthTable }) => truthTable.rows.filter(({ row: number }) => number === first.row));
  const isSplit = sidesOf(qca, first).filter(({ ids }) => ids.length > 0).length > 1;
  return row([rowHead([text(String(first.row))]), ...levels, n, ...fits, cell(casesOf(context, qca, first))], {
    ...(isSplit || outs.some(({ out }) => out === 'C') ? { className: ['contradictory'] } : {}),
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

/** The cases by name; where they differ in the outcome, on which side each stands. */
function casesOf(context: Context, qca: Qca, each: TruthTableRow) {
  const sides = sidesOf(qca, each).filter(({ ids }) => ids.length > 0);
  return groupedCases(context, sides.length > 1 ? sides : [{ label: null, ids: each.cases }]);
}

function diversity({ words, language }: Context, { truthTable: { rows, possible } }: Direction): string {
  const n = (value: number) => numberIn(language, value);
  return fill(words.qca.diversity, { held: n(rows.length), possible: n(possible), empty: n(Math.max(0, possible - rows.length)) });
}

/** Rows that were set to 0, with the reason. */
function excluded(context: Context, qca: Qca): RootContent[] {
  const { words } = context;
  return qca.directions.flatMap(({ expression, truthTable }) =>
    truthTable.rows
      .filter(({ excludedFor }) => excludedFor !== null)
      .map(({ row: number, values, excludedFor }) => {
        const configuration = explained(words, configurationOf(qca, values), expression);
        return paragraph(text(titled(words, fill(words.qca.excluded, { row: number, configuration }), excludedFor ?? '')));
      }),
  );
}

function statusOf({ words }: Context, { status, expression }: Direction): RootContent[] {
  return status === 'ok' ? [] : [paragraph(text(fill(words.qca.statuses[status], { outcome: expression })))];
}
