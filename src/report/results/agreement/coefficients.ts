/** Coefficients of agreement: a table with the numbers by which to judge each. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { AgreementCoefficient, AgreementReading } from '../../../analyse/agreement/schema.js';
import { unratedStates } from '../../../domain/study.js';
import { cell, division, row, rowHead, table, text } from '../../prose/nodes.js';
import { fill, type Words } from '../../prose/words.js';
import { markOf, type Context } from '../../names/context.js';

/** Three digits, with a true minus; a dash for what is not defined. */
export function decimal(value: number | null): string {
  if (value === null) return '–';
  const shown = value.toFixed(3);
  return Number(shown) === 0 ? '0.000' : shown.replace('-', '−');
}

/** A cell of figures, set to the right. */
export function numberCell(shown: string): TableCell {
  return cell([text(shown)], { className: ['number'] });
}

/** A share as a percentage. */
export function share({ agreement }: Pick<Words, 'agreement'>, value: number | null): string {
  return value === null ? '–' : fill(agreement.percentShown, { n: (value * 100).toFixed(1) });
}

/** A symbol of the legend or a word of absence. */
export function shownAs(context: Context, mark: string): PhrasingContent {
  const state = unratedStates.find((word) => word === mark);
  const isRating = context.study.protocol.legend.some(({ symbol }) => symbol === mark);
  return markOf(
    context,
    isRating || state === undefined ? { state: 'rated', rating: mark } : { state, rating: null },
  );
}

/** One row per coefficient: value, standard error, interval, and the two agreements of which it is made. */
export function coefficientTable(
  { words }: Context,
  { coefficients }: AgreementReading,
  caption: string,
): RootContent {
  const { agreement } = words;
  const heads = [
    agreement.coefficient,
    agreement.value,
    agreement.error,
    agreement.interval,
    agreement.observed,
    agreement.expected,
  ];
  const rows = coefficients.map((each) =>
    row([
      rowHead([
        text(fill(agreement.names[each.name], { ac: each.name === 'gwet-ac2' ? 'AC2' : 'AC1' })),
      ]),
      ...cellsOf(words, each),
    ]),
  );
  const head = heads.map((word, index) => (index === 0 ? cell([text(word)]) : numberCell(word)));
  return division('scroll', [table('coefficients', caption, head, rows)]);
}

function cellsOf(
  words: Words,
  { name, value, reason, error, interval, observed, expected }: AgreementCoefficient,
): TableCell[] {
  const { agreement } = words;
  const shown =
    value === null
      ? reason === null
        ? '–'
        : agreement.reasons[reason]
      : name === 'percent'
        ? share(words, value)
        : decimal(value);
  const range = interval
    ? fill(agreement.range, { low: decimal(interval.low), high: decimal(interval.high) })
    : '–';
  return [
    shown,
    decimal(error),
    range,
    decimal(name === 'percent' ? null : observed),
    decimal(expected),
  ].map((word) => numberCell(word));
}
