/** Agreement between coders: who rated what, the coefficients with what they need to be read, and each disagreement. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Agreement, AgreementReading } from '../../../analyse/agreement/schema.js';
import { leastUnits, wantedUnits } from '../../../analyse/agreement/readings.js';
import { division, joined, paragraph, remark, strong, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import type { Context, Renderer } from '../../names/context.js';
import { codersTable } from './coders.js';
import { coefficientTable, share, shownAs } from './coefficients.js';
import { componentsTable } from './components.js';
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
  // Marks are nodes, not text, so the phrase is cut at its gaps.
  const pieces = fill(words.agreement[phrase], { ...counts, percent }).split(/(\{\w+\})/);
  const nodes = pieces.flatMap((piece) => {
    if (piece === '{marks}') return shown(reading.marks);
    return piece === '{others}' ? shown(others) : [text(piece)];
  });
  return reading.isOrdered ? [...nodes, text(words.marks.space + words.agreement.ordered)] : nodes;
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
