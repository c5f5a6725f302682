/** Configurations without cases that solutions take as positive. */
import type { RootContent, TableRow } from 'mdast';
import type { Direction, Model, Qca } from '../../../analyse/qca/schema.js';
import { cell, heading, paragraph, row, rowHead, table, text } from '../../prose/nodes.js';
import { explained, fill, listed, numberIn } from '../../prose/words.js';
import type { Context } from '../../names/context.js';
import { configurationOf, headCells, levelsOf, modelName, shownAtMost } from '../../names/qca.js';

interface Assumed {
  parsimonious: number[];
  isEasy: boolean;
  isDifficult: boolean;
  isContradictory: boolean;
}

/** Configurations without cases that solutions take as positive: simplifying assumptions, easy and difficult counterfactuals. */
export function renderAssumptions(context: Context, qca: Qca, direction: Direction): RootContent[] {
  const assumed = assumedRows(direction);
  const simultaneous = simultaneousRows(context, qca, direction);
  if (assumed.size === 0 && simultaneous.length === 0) return [];
  const head = heading(context.under + 3, text(context.words.qca.counterfactuals));
  return [
    head,
    ...(assumed.size === 0 ? [] : assumptions(context, qca, direction, assumed)),
    ...simultaneous,
  ];
}

function modelsOf({ solutions }: Direction, kind: 'parsimonious' | 'intermediate'): Model[] {
  return (
    solutions.find((solution) => solution.kind === kind)?.models.slice(0, shownAtMost.models) ?? []
  );
}

function assumedRows(direction: Direction): Map<number, Assumed> {
  const found = new Map<number, Assumed>();
  const at = (number: number): Assumed => {
    const known = found.get(number) ?? {
      parsimonious: [],
      isEasy: false,
      isDifficult: false,
      isContradictory: false,
    };
    found.set(number, known);
    return known;
  };
  modelsOf(direction, 'parsimonious').forEach(({ assumptions }, index) => {
    for (const number of assumptions) at(number).parsimonious.push(index);
  });
  for (const model of modelsOf(direction, 'intermediate')) {
    for (const number of model.easy) at(number).isEasy = true;
    for (const number of model.difficult) at(number).isDifficult = true;
  }
  for (const number of direction.contradictoryAssumptions) at(number).isContradictory = true;
  return new Map([...found].sort(([a], [b]) => a - b));
}

function assumptions(
  context: Context,
  qca: Qca,
  direction: Direction,
  assumed: Map<number, Assumed>,
): RootContent[] {
  const { words, language } = context;
  const { heads, captions, assumptionsNote } = words.qca;
  const hasContradictions = direction.contradictoryAssumptions.length > 0;
  const names = [
    heads.row,
    heads.configuration,
    heads.parsimonious,
    heads.intermediate,
    ...(hasContradictions ? [heads.both] : []),
  ];
  const all = modelsOf(direction, 'parsimonious').length;
  const rows = [...assumed].slice(0, shownAtMost.rows).map(([number, each]): TableRow => {
    const configuration = configurationOf(qca, levelsOf(qca, number));
    const told = [
      configuration,
      inModels(context, each.parsimonious, all),
      verdictOf(context, each),
    ];
    const both = each.isContradictory ? words.qca.contradictory : '–';
    const shown = hasContradictions ? [...told, both] : told;
    return row([rowHead([text(String(number))]), ...shown.map((word) => cell([text(word)]))]);
  });
  const caption = fill(captions.assumptions, { outcome: direction.expression });
  return [
    paragraph(text([assumptionsNote, ...countsIn(context, direction)].join(words.marks.space))),
    table('qca-assumptions', caption, headCells(names), rows),
    ...(rows.length < assumed.size
      ? [paragraph(text(fill(words.qca.firstRows, { shown: numberIn(language, rows.length) })))]
      : []),
  ];
}

function countsIn({ words, language }: Context, direction: Direction): string[] {
  return countsOf(direction).map(([name, n]) => {
    const count = n === null ? words.qca.uncounted : numberIn(language, n);
    return fill(words.qca.assumptionCounts[name], { n: count });
  });
}

/** How many there are, of the model that has most; null where they are too many. */
function countsOf(direction: Direction): ['assumptions' | 'easy' | 'difficult', number | null][] {
  const most = (models: Model[], key: 'assumptionCount' | 'easyCount' | 'difficultCount') =>
    models.reduce<number | null>(
      (found, model) =>
        found === null || model[key] === null ? null : Math.max(found, model[key]),
      0,
    );
  const intermediate = modelsOf(direction, 'intermediate');
  return [
    ['assumptions', most(modelsOf(direction, 'parsimonious'), 'assumptionCount')],
    ['easy', most(intermediate, 'easyCount')],
    ['difficult', most(intermediate, 'difficultCount')],
  ];
}

function inModels(context: Context, models: number[], all: number): string {
  const { words } = context;
  if (models.length === 0) return '–';
  if (models.length === all) return all === 1 ? words.qca.taken : words.qca.inEvery;
  const names = models.map((index) => modelName(context, index));
  return listed(words, names);
}

function verdictOf({ words }: Context, { isEasy, isDifficult }: Assumed): string {
  const { easy, difficult, mixed } = words.qca.counterfactualKinds;
  if (isEasy && isDifficult) return mixed;
  return isEasy ? easy : isDifficult ? difficult : '–';
}

/** Configurations with cases that are positive both for the outcome and for its absence. */
function simultaneousRows(
  { words }: Context,
  qca: Qca,
  { simultaneousSubsets }: Direction,
): RootContent[] {
  if (simultaneousSubsets.length === 0) return [];
  const rows = simultaneousSubsets.map((number) =>
    explained(words, String(number), configurationOf(qca, levelsOf(qca, number))),
  );
  return [paragraph(text(fill(words.qca.simultaneous, { rows: listed(words, rows, 'items') })))];
}
