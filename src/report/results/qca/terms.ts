import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import type { Direction, Model, Qca, Solution, Term } from '../../../analyse/qca/schema.js';
import { cell, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import { fill, listed } from '../../prose/words.js';
import type { Blocks, Context } from '../../names/context.js';
import {
  breakable,
  groupedCases,
  headCells,
  modelName,
  numberCell,
  numberHead,
  outcomeOf,
  share,
  shownAtMost,
} from '../../names/qca.js';

interface Used {
  term: Term;
  /** Which models have it. */
  models: number[];
  /** Its unique coverage in each of them. */
  covU: (number | null)[];
}

/** The terms of a solution's models with their fit and their cases; after those of a single model, the model as a whole. */
export function termsTable(
  context: Context,
  qca: Qca,
  direction: Direction,
  { kind, models }: Pick<Solution, 'kind' | 'models'>,
): RootContent {
  const { heads, captions, solutions } = context.words.qca;
  const fits = [heads.inclS, heads.pri, heads.covS, heads.covU].map((word) => numberHead(word));
  const head = [...headCells([heads.term]), ...fits, ...headCells([heads.cases])];
  const outcome = outcomeOf(qca, direction.isNegated);
  const rows = usedTerms(models)
    .slice(0, shownAtMost.terms)
    .map((used) =>
      row([
        rowHead(termBlocks(context, used, models.length)),
        ...fitCells(context, used.term),
        numberCell(rangeOf(context, used.covU)),
        cell(casesOf(context, direction, used, { outcome, hasOne: models.length === 1 })),
      ]),
    );
  const [only] = models.length === 1 ? models : [];
  const whole = only ? [wholeRow(context, outcome, only)] : [];
  const caption = fill(captions.terms, {
    outcome: direction.expression,
    solution: solutions[kind],
  });
  return table('qca-terms', caption, head, [...rows, ...whole]);
}

function usedTerms(models: Model[]): Used[] {
  const byExpression = new Map<string, Used>();
  models.forEach((model, index) => {
    for (const term of model.terms) {
      const used = byExpression.get(term.expression) ?? { term, models: [], covU: [] };
      used.models.push(index);
      used.covU.push(term.covU);
      byExpression.set(term.expression, used);
    }
  });
  return [...byExpression.values()].sort((a, b) => b.models.length - a.models.length);
}

function termBlocks(context: Context, { term, models }: Used, all: number): Blocks {
  const { words } = context;
  const expression = text(
    term.literals.length === 0 ? words.qca.tautology : breakable(term.expression),
  );
  if (all === 1) return [expression];
  const names = models.map((index) => modelName(context, index));
  const where = models.length === all ? words.qca.inEvery : listed(words, names);
  return [paragraph(expression), paragraph(text(where))];
}

function fitCells(
  context: Context,
  { inclS, pri, covS }: Pick<Term, 'inclS' | 'pri' | 'covS'>,
): TableCell[] {
  return [inclS, pri, covS].map((value) => numberCell(share(context, value)));
}

/** Unique coverage depends on the model: from the least to the greatest. */
function rangeOf(context: Context, values: (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '–';
  const [least, most] = [share(context, Math.min(...known)), share(context, Math.max(...known))];
  return least === most ? least : fill(context.words.qca.range, { least, most });
}

interface About {
  outcome: Map<string, number>;
  hasOne: boolean;
}

/** Cases that no other term covers, those that another one covers too, and those without the outcome. */
function casesOf(
  context: Context,
  direction: Direction,
  { term }: Used,
  { outcome, hasOne }: About,
): PhrasingContent[] {
  const against = new Set(term.cases.filter((id) => (outcome.get(id) ?? 1) < 0.5));
  const ids = term.cases.filter((id) => !against.has(id));
  const unique = new Set(term.uniqueCases);
  const alone = hasOne ? ids.filter((id) => unique.has(id)) : ids;
  return groupedCases(context, [
    { label: null, ids: alone },
    { label: context.words.qca.alsoCovered, ids: ids.filter((id) => !alone.includes(id)) },
    {
      label: fill(context.words.qca.deviant, { outcome: direction.expression }),
      ids: [...against],
    },
  ]);
}

/** The model, with the cases that have the outcome and that it does not cover. */
function wholeRow(context: Context, outcome: Map<string, number>, model: Model): TableRow {
  const covered = new Set(model.terms.flatMap(({ cases }) => cases));
  const left = [...outcome]
    .filter(([id, value]) => value > 0.5 && !covered.has(id))
    .map(([id]) => id);
  const { whole, allCovered, notCovered } = context.words.qca;
  return row(
    [
      rowHead([text(whole)]),
      ...fitCells(context, model),
      numberCell('–'),
      cell(
        left.length === 0
          ? [text(allCovered)]
          : groupedCases(context, [{ label: notCovered, ids: left }]),
      ),
    ],
    { className: ['whole'] },
  );
}
