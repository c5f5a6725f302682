/** Agreement component by component. */
import type { RootContent, TableCell, TableRow } from 'mdast';
import { leastUnits } from '../../../analyse/agreement/readings.js';
import type { AgreementReading } from '../../../analyse/agreement/schema.js';
import { cell, division, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import { linkTo, titleOf, type Context } from '../../names/context.js';
import { decimal, numberCell, share } from './coefficients.js';

/** The coefficients that the table shows where some component has them. */
const shownNames = ['percent', 'cohen', 'fleiss', 'gwet-ac1', 'krippendorff-nominal'] as const;

type ShownName = (typeof shownNames)[number];
type Component = AgreementReading['components'][number] & {
  /** The same component where every mark counts, if that is shown too. */
  second: AgreementReading['components'][number] | undefined;
};

/** One row per component that two coders have rated; nothing where there is none. */
export function componentsTable(
  context: Context,
  main: AgreementReading,
  everyMark: AgreementReading | undefined,
): RootContent[] {
  const { words, language } = context;
  const { agreement: phrases } = words;
  const shown = main.components.flatMap((each, index) => {
    const second = everyMark?.components[index];
    return each.units + (second?.units ?? 0) > 0 ? [{ ...each, second }] : [];
  });
  if (shown.length === 0) return [];
  const columns = shownNames.filter((name) =>
    shown.some(({ coefficients }) => coefficients.some((each) => each.name === name)),
  );
  const head = headOf(context, columns, everyMark !== undefined);
  const rows = shown.map((each) => componentRow(context, each, columns));
  const most = numberIn(language, Math.max(...shown.map(({ units }) => units)));
  const note = fill(phrases.componentsNote, { most, least: numberIn(language, leastUnits) });
  return [
    division('scroll', [table('agreement-components', phrases.captionComponents, head, rows)]),
    ...(columns.length === 0 ? [division('note', [paragraph(text(note))])] : []),
  ];
}

function headOf({ words }: Context, columns: ShownName[], hasSecond: boolean): TableCell[] {
  const { agreement: phrases } = words;
  const counts = [phrases.common, phrases.agreedHead];
  const numbers = [
    ...counts,
    ...(hasSecond ? counts.map((name) => fill(phrases.everyMarkHead, { head: name })) : []),
    ...columns.map((name) => fill(phrases.names[name], { ac: 'AC1' })),
  ];
  return [cell([text(words.table.component)]), ...numbers.map(numberCell)];
}

function componentRow(context: Context, each: Component, columns: ShownName[]): TableRow {
  const { words, language } = context;
  const { component: id, units, agreed, coefficients, second } = each;
  const counts = [units, agreed, ...(second ? [second.units, second.agreed] : [])];
  const values = columns.map((name) => {
    const value = coefficients.find((coefficient) => coefficient.name === name)?.value ?? null;
    return name === 'percent' ? share(words, value) : decimal(value);
  });
  return row([
    rowHead([linkTo({ kind: 'dimension', case: null, id }, text(titleOf(context, id)))]),
    ...[...counts.map((n) => numberIn(language, n)), ...values].map(numberCell),
  ]);
}
