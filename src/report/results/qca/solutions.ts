import type { RootContent } from 'mdast';
import type { Direction, Model, Qca, Solution } from '../../../analyse/qca/schema.js';
import {
  cell,
  division,
  heading,
  paragraph,
  remark,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../../prose/nodes.js';
import { fill, listed, numberIn } from '../../prose/words.js';
import type { Context, Renderer } from '../../names/context.js';
import { renderAssumptions } from './assumptions.js';
import {
  breakable,
  equation,
  headCells,
  modelName,
  numberCell,
  numberHead,
  share,
  shownAtMost,
} from '../../names/qca.js';
import { termsTable } from './terms.js';

/** The solutions for the outcome, then for its absence: all models of each, and what they assume. */
export const renderSolutions: Renderer<Qca> = (qca, context) =>
  qca.directions.flatMap((direction, index) => [
    ...(index === 0 ? [division('note', [paragraph(text(context.words.qca.fitNote))])] : []),
    heading(
      context.under + 2,
      text(fill(context.words.qca.solutionsFor, { outcome: direction.expression })),
    ),
    ...(direction.status === 'ok'
      ? direction.solutions.flatMap((solution) => solutionBlocks(context, qca, direction, solution))
      : [
          paragraph(
            text(
              fill(context.words.qca.statuses[direction.status], { outcome: direction.expression }),
            ),
          ),
        ]),
    ...renderAssumptions(context, qca, direction),
    ...enhancedBlocks(context, qca, direction),
  ]);

function enhancedBlocks(context: Context, qca: Qca, direction: Direction): RootContent[] {
  const { enhanced, expression } = direction;
  if (!enhanced) return [];
  const { words, language } = context;
  const n =
    enhanced.excludedCount === null
      ? words.qca.uncounted
      : numberIn(language, enhanced.excludedCount);
  const shown = enhanced.excluded.slice(0, shownAtMost.rows);
  const reasons = (['contradictory-assumption', 'simultaneous-subset'] as const).flatMap(
    (reason) => {
      const rows = shown.filter((each) => each.reason === reason).map((each) => String(each.row));
      return rows.length === 0
        ? []
        : [fill(words.qca.excludedRows[reason], { rows: listed(words, rows) })];
    },
  );
  return [
    heading(context.under + 3, text(words.qca.enhanced)),
    paragraph(
      text(
        [
          fill(words.qca.enhancedNote, {
            n,
            outcome: expression,
            sources: 'Schneider & Wagemann 2012',
          }),
          ...reasons,
        ].join(words.marks.space),
      ),
    ),
    ...enhanced.solutions.flatMap((solution) =>
      solutionBlocks(context, qca, direction, solution, context.under + 4),
    ),
  ];
}

/** One solution: its models, and its terms with their cases. */
function solutionBlocks(
  context: Context,
  qca: Qca,
  direction: Direction,
  solution: Solution,
  depth = context.under + 3,
): RootContent[] {
  const { words } = context;
  const shown = solution.models.slice(0, shownAtMost.models);
  const head = heading(depth, text(words.qca.solutions[solution.kind]));
  if (solution.status === 'nothing-to-explain' || solution.status === 'no-variation')
    return [
      head,
      paragraph(text(fill(words.qca.statuses[solution.status], { outcome: direction.expression }))),
    ];
  return [
    head,
    ...stopped(context, solution),
    ...(solution.modelCount > 1
      ? ambiguity(context, direction, solution, shown)
      : equations(direction, shown)),
    ...(shown.length === 0
      ? []
      : [termsTable(context, qca, direction, { kind: solution.kind, models: shown })]),
    ...(solution.modelCount > 1 ? [paragraph(text(shared(context, solution, shown)))] : []),
  ];
}

function stopped(
  { words, language }: Context,
  { status, stoppedAt, modelCount, primeImplicantCount }: Solution,
): RootContent[] {
  if (status !== 'stopped') return [];
  const counts = {
    models: numberIn(language, modelCount),
    implicants: numberIn(language, primeImplicantCount),
  };
  const where = words.qca.stoppedAt[stoppedAt ?? 'models'];
  const told = [where, fill(words.qca.stoppedWith, counts)].join(words.marks.space);
  return [remark('caution', strong(text(words.cautions.label)), text(words.marks.label + told))];
}

function equations({ expression }: Direction, models: Model[]): RootContent[] {
  // Otherwise the text above a table could be left at the end of the page before.
  return models.map((model) =>
    division('equation', [paragraph(strong(text(equation(model.expression, expression))))]),
  );
}

/** Longer than this, models name only the terms in which they differ. */
const wholeAtMost = 160;

/** Several models fit the data equally well: all of them, or the first ones, with no preference. */
function ambiguity(
  context: Context,
  { expression }: Direction,
  { modelCount, essential }: Solution,
  shown: Model[],
): RootContent[] {
  const { words, language } = context;
  const { heads, captions } = words.qca;
  const isCut =
    essential.length > 0 && shown.some((model) => model.expression.length > wholeAtMost);
  const fits = [heads.inclS, heads.pri, heads.covS].map((word) => numberHead(word));
  const head = [...headCells([heads.model, heads.solution]), ...fits];
  const rows = shown.map((model, index) => {
    const terms = model.terms.map((term) => term.expression);
    const differing = ['…', ...terms.filter((term) => !essential.includes(term))].join(' + ');
    return row([
      rowHead([text(modelName(context, index))]),
      cell([text(equation(isCut ? differing : model.expression, expression))]),
      ...[model.inclS, model.pri, model.covS].map((value) => numberCell(share(context, value))),
    ]);
  });
  const counts = { shown: numberIn(language, shown.length), all: numberIn(language, modelCount) };
  const told = [
    fill(words.qca.ambiguous, counts),
    ...(shown.length < modelCount ? [fill(words.qca.firstOf, counts)] : []),
    ...(isCut ? [words.qca.cutModels] : []),
  ];
  return [
    paragraph(text(told.join(words.marks.space))),
    table('qca-models', captions.models, head, rows),
  ];
}

/** Which terms all models share, and which they do not. */
function shared({ words }: Context, { essential }: Solution, models: Model[]): string {
  const terms = [
    ...new Set(models.flatMap((model) => model.terms.map(({ expression }) => expression))),
  ];
  const some = terms.filter((each) => !essential.includes(each)).map(breakable);
  const every =
    essential.length === 0
      ? words.qca.noTermInAll
      : fill(words.qca.inAll, { terms: listed(words, essential.map(breakable), 'items') });
  return [
    every,
    ...(some.length === 0 ? [] : [fill(words.qca.inSome, { terms: listed(words, some, 'items') })]),
  ].join(words.marks.space);
}
