import type { RootContent, TableCell } from 'mdast';
import type { Qca } from '../../../analyse/qca/schema.js';
import { cell, division, inline, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import { explained, fill, listed } from '../../prose/words.js';
import {
  linkTo,
  shownMark,
  type Blocks,
  type Context,
  type Renderer,
} from '../../names/context.js';
import { anchorOfCase, degree, numberHead, shortName } from '../../names/qca.js';

type Column = NonNullable<Qca['outcome']>;

/** The calibrated data: cases against sets, each membership leading to the entry from which it comes. */
export const renderData: Renderer<Qca> = (qca, context) => {
  if (qca.cases.length === 0) return [];
  const { words } = context;
  const columns: Column[] = [...qca.conditions, ...(qca.outcome ? [qca.outcome] : [])];
  const head = [cell([text(words.table.case)]), ...columns.map(({ label }) => numberHead(label))];
  const rows = qca.cases.map((each) => {
    const values = [...each.values, ...(qca.outcome ? [each.outcome] : [])];
    return row(
      [
        rowHead([linkTo({ kind: 'case', id: each.case }, text(shortName(context, each.case)))], {
          id: anchorOfCase(each.case),
        }),
        ...columns.map((column, index) =>
          valueCell(context, each, column, {
            value: values[index] ?? null,
            raw: each.raw[index] ?? null,
          }),
        ),
      ],
      { dataCase: each.case },
    );
  });
  const hasEntries = columns.some((column) => column.of === 'component');
  const note = [words.qca.dataNote, ...(hasEntries ? [words.qca.dataNoteEntries] : [])];
  return [
    division('with-note', [
      division('scroll', [table('qca-data', words.qca.captions.data, head, rows)]),
      division('note', [paragraph(text(note.join(words.marks.space)))]),
      ...unsettled(context, qca),
    ]),
  ];
};

interface Value {
  value: number | null;
  raw: string | null;
}

function valueCell(
  context: Context,
  { case: id }: Qca['cases'][number],
  column: Column,
  { value, raw }: Value,
): TableCell {
  const shown =
    value === null
      ? inline('state', [text(context.words.qca.open)])
      : text(degree(context, column, value));
  const written = raw === null ? null : shownMark(raw);
  // A number that is already a membership would be shown twice.
  const isSame =
    value !== null &&
    raw !== null &&
    raw.trim() !== '' &&
    Number(raw) === value &&
    column.of !== 'component';
  const entry =
    column.of === 'component' ? linkTo({ kind: 'entry', case: id, id: column.id }, shown) : shown;
  const blocks: Blocks =
    written === null || isSame ? [entry] : [entry, text(' '), inline('weight', [text(written)])];
  return cell(blocks, { className: value === 0.5 ? ['number', 'half'] : ['number'] });
}

/** Cases without a row, and what was left out. */
function unsettled(context: Context, { unassigned, leftOut }: Qca): RootContent[] {
  const { words } = context;
  const { qca } = words;
  const half = unassigned.map(({ case: id, conditions }) =>
    explained(words, shortName(context, id), listed(words, conditions)),
  );
  const cases = leftOut.cases.map((id) => shortName(context, id));
  return [
    ...(half.length === 0 ? [] : [fill(qca.unassigned, { cases: listed(words, half, 'items') })]),
    ...(leftOut.conditions.length === 0
      ? []
      : [fill(qca.leftOutConditions, { conditions: listed(words, leftOut.conditions, 'items') })]),
    ...(cases.length === 0
      ? []
      : [fill(qca.leftOutCases, { cases: listed(words, cases, 'items') })]),
  ].map((words) => paragraph(text(words)));
}
