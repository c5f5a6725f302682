/** Agreement between coders: who rated what, the coefficients with what they need to be read, and each disagreement. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { Agreement, AgreementReading } from '../../../analyse/agreement/schema.js';
import { leastUnits, wantedUnits } from '../../../analyse/agreement/readings.js';
import {
  cell,
  division,
  joined,
  paragraph,
  remark,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../../prose/nodes.js';
import { dateIn, fill, listed, numberIn } from '../../prose/words.js';
import { coefficientTable, decimal, numberCell, share, shownAs } from './coefficients.js';
import { linkTo, titleOf, type Context, type Renderer } from '../../names/context.js';
import { renderDisagreements } from './disagreements.js';

/** `summary` as argument leaves out the components and the list of disagreements. Nothing where there is no second coder. */
export const renderAgreement: Renderer<Agreement | null> = (agreement, context, argument) => {
  const [main, everyMark] = agreement?.readings ?? [];
  if (!agreement || !main) return [];
  const { words } = context;
  const isWhole = argument !== 'summary';
  return [
    paragraph(text(introOf(context, agreement, main))),
    codersTable(context, agreement),
    division('note', [paragraph(...readingOf(context, agreement, main))]),
    ...(main.coefficients.length > 0
      ? [coefficientTable(context, main, words.agreement.captionMain), ...notesOn(context, main)]
      : []),
    ...(everyMark
      ? [division('note', [paragraph(...readingOf(context, agreement, everyMark))])]
      : []),
    ...(everyMark && everyMark.coefficients.length > 0
      ? [coefficientTable(context, everyMark, words.agreement.captionEveryMark)]
      : []),
    ...agreement.cautions.map((caution) => cautionOf(context, main, caution)),
    ...(isWhole ? componentsTable(context, main, everyMark) : []),
    ...(isWhole ? renderDisagreements(context, agreement) : []),
  ];
};

function introOf(
  { words, language }: Context,
  { coders }: Agreement,
  main: AgreementReading,
): string {
  return fill(words.agreement.intro, {
    coders: numberIn(language, coders.length),
    units: numberIn(language, main.units),
    agreed: numberIn(language, main.agreed),
    percent: share(words, main.units === 0 ? null : main.agreed / main.units),
  });
}

/** Which marks count as categories. */
function readingOf(
  context: Context,
  { coders }: Agreement,
  reading: AgreementReading,
): PhrasingContent[] {
  const { words, language } = context;
  const counts = {
    units: numberIn(language, reading.units),
    agreed: numberIn(language, reading.agreed),
  };
  const percent = share(words, reading.units === 0 ? null : reading.agreed / reading.units);
  const others = [...new Set(coders.flatMap(({ used }) => Object.keys(used)))].filter(
    (mark) => !reading.marks.includes(mark),
  );
  const phrase =
    reading.id === 'every-mark' ? 'everyMark' : others.length > 0 ? 'mainReading' : 'wholeReading';
  const shown = (marks: string[]) =>
    joined(
      marks.map((mark) => [shownAs(context, mark)]),
      words.marks.list,
    );
  // Marks are set as everywhere, so the phrase is cut at its gaps.
  const pieces = fill(words.agreement[phrase], { ...counts, percent }).split(/(\{\w+\})/);
  const nodes = pieces.flatMap((piece) => {
    if (piece === '{marks}') return shown(reading.marks);
    return piece === '{others}' ? shown(others) : [text(piece)];
  });
  return reading.isOrdered ? [...nodes, text(words.marks.space + words.agreement.ordered)] : nodes;
}

/** A column a coder: where their marks come from, and how often they used each. */
function codersTable(context: Context, { coders }: Agreement): RootContent {
  const { words, language } = context;
  const { agreement: phrases } = words;
  const legend = context.study.protocol.legend.map(({ symbol }) => symbol);
  const used = new Set(coders.flatMap((coder) => Object.keys(coder.used)));
  const marks = [...legend, ...[...used].filter((mark) => !legend.includes(mark)).sort()];
  const rowOf = (head: PhrasingContent, wordsFor: (coder: Agreement['coders'][number]) => string) =>
    row([rowHead([head]), ...coders.map((coder) => cell([text(wordsFor(coder))]))]);
  const head = coders.map(({ id, name }) => cell([text(name ?? fill(phrases.coder, { id }))]));
  return division('scroll', [
    table(
      'coders',
      phrases.captionCoders,
      [cell([text(words.table.mark)]), ...head],
      [
        rowOf(text(phrases.from), (coder) =>
          listed(
            words,
            [coder.from === 'notes' ? phrases.notes : phrases.file, ...whenOf(context, coder)],
            'parts',
          ),
        ),
        ...marks.map((mark) =>
          rowOf(shownAs(context, mark), (coder) => numberIn(language, coder.used[mark] ?? 0)),
        ),
        rowOf(text(phrases.units), (coder) => numberIn(language, coder.units)),
      ],
    ),
  ]);
}

function whenOf(
  { words, language }: Context,
  { date, round }: Agreement['coders'][number],
): string[] {
  const day = date === null ? null : dateIn(language, date);
  if (round === null) return day === null ? [] : [day];
  return [
    day === null
      ? fill(words.agreement.roundOnly, { round })
      : fill(words.agreement.dateRound, { date: day, round }),
  ];
}

function notesOn({ words, language }: Context, main: AgreementReading): RootContent[] {
  const { agreement } = words;
  const kappa = main.coefficients.find(
    ({ name, value }) => (name === 'cohen' || name === 'fleiss') && value !== null,
  );
  const resamples =
    main.coefficients.find(({ interval }) => interval !== null)?.interval?.resamples ?? 0;
  const method = fill(agreement.method, {
    names:
      agreement.names[main.coefficients.some(({ name }) => name === 'cohen') ? 'cohen' : 'light'],
    complete: numberIn(language, main.complete),
    resamples: numberIn(language, resamples),
  });
  const conventions =
    main.alphaGrade === null || main.kappaGrade === null || !kappa
      ? []
      : [
          text(
            words.marks.space +
              fill(agreement.conventions, {
                alpha: agreement.alphaGrades[main.alphaGrade],
                kappa: agreement.kappaGrades[main.kappaGrade],
                name: agreement.names[kappa.name],
              }),
          ),
        ];
  return [division('note', [paragraph(text(method), ...conventions)])];
}

function cautionOf(
  { words, language }: Context,
  main: AgreementReading,
  { id, n }: Agreement['cautions'][number],
): RootContent {
  const percent = main.coefficients.find(({ name }) => name === 'percent')?.value ?? null;
  const phrase = fill(words.agreement.cautions[id], {
    n: numberIn(language, n),
    least: numberIn(language, leastUnits),
    wanted: numberIn(language, wantedUnits),
    percent: share(words, percent),
  });
  return remark('caution', strong(text(words.cautions.label)), text(words.marks.label + phrase));
}

function componentsTable(
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
  const names = ['percent', 'cohen', 'fleiss', 'gwet-ac1', 'krippendorff-nominal'] as const;
  const columns = names.filter((name) =>
    shown.some(({ coefficients }) => coefficients.some((each) => each.name === name)),
  );
  const counts = [phrases.common, phrases.agreedHead];
  const head = [
    words.table.component,
    ...counts,
    ...(everyMark ? counts.map((name) => fill(phrases.everyMarkHead, { head: name })) : []),
    ...columns.map((name) => fill(phrases.names[name], { ac: 'AC1' })),
  ].map((word, index) => (index === 0 ? cell([text(word)]) : numberCell(word)));
  const numbers = (values: number[]): TableCell[] =>
    values.map((value) => numberCell(numberIn(language, value)));
  const rows = shown.map(({ component, units, agreed, coefficients, second }) =>
    row([
      rowHead([
        linkTo({ kind: 'dimension', case: null, id: component }, text(titleOf(context, component))),
      ]),
      ...numbers([units, agreed]),
      ...(second ? numbers([second.units, second.agreed]) : []),
      ...columns.map((name) => {
        const value = coefficients.find((each) => each.name === name)?.value ?? null;
        return numberCell(name === 'percent' ? share(words, value) : decimal(value));
      }),
    ]),
  );
  if (rows.length === 0) return [];
  const most = numberIn(language, Math.max(...shown.map(({ units }) => units)));
  const note = fill(phrases.componentsNote, { most, least: numberIn(language, leastUnits) });
  return [
    division('scroll', [table('agreement-components', phrases.captionComponents, head, rows)]),
    ...(columns.length === 0 ? [division('note', [paragraph(text(note))])] : []),
  ];
}
