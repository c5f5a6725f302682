/** How sets, configurations, cases and numbers of a qualitative comparative analysis are named and linked. */
import { slug } from 'github-slugger';
import type { PhrasingContent, TableCell } from 'mdast';
import { expressTerm } from '../../analyse/qca/table/expressions.js';
import type { Qca } from '../../analyse/qca/schema.js';
import { cell, joined, link, paragraph, text, withProperties } from '../prose/nodes.js';
import { fill, numberIn, wordFor } from '../prose/words.js';
import { caseTitle, titleOf, type Context } from './context.js';

type Column = NonNullable<Qca['outcome']>;
/** The conditions of an analysis, with how many levels each has. */
export type Levels = Pick<Qca, 'conditions'>;

/** How many entries are shown of each list that may be very long. */
export const shownAtMost = { models: 12, rows: 24, combinations: 24, terms: 60 };

/** A parameter of fit with three decimals, or the words for one that is not defined (0/0). */
export function share({ words, language }: Context, value: number | null): string {
  return value === null ? words.qca.undefined : numberIn(language, value, 3);
}

/** A membership: three decimals in a fuzzy set, else the level. */
export function degree(
  { language }: Context,
  { isFuzzy }: Pick<Column, 'isFuzzy'>,
  value: number,
): string {
  return numberIn(language, value, isFuzzy ? 3 : undefined);
}

/** What a set stands for: the title of a component, the name of an attribute or of a column. */
export function meaningOf(context: Context, { id, of: origin }: Column): string {
  if (origin === 'component') return titleOf(context, id);
  return origin === 'attribute' ? wordFor(context.words.attributes, id) : id;
}

/** The levels of a configuration, by its number. */
export function levelsOf({ conditions }: Levels, row: number): number[] {
  let rest = row - 1;
  const levels = conditions.map(() => 0);
  for (let index = conditions.length - 1; index >= 0; index--) {
    const count = conditions[index]?.levels ?? 2;
    levels[index] = rest % count;
    // Not by bits: there may be more than 32 of them.
    rest = Math.floor(rest / count);
  }
  return levels;
}

/** `A*~B*C`, for levels by condition. */
export function configurationOf({ conditions }: Levels, levels: number[]): string {
  return breakable(expressTerm(conditions, levels));
}

/** Characters that fit the narrowest column of expressions. */
const longest = 32;

/** Long conjunctions with a space after some `*`, so that a line can end there. */
export function breakable(expression: string): string {
  if (expression.length <= longest) return expression;
  return expression.split(' + ').map(inPieces).join(' + ');
}

function inPieces(conjunction: string): string {
  const pieces: string[] = [];
  for (const literal of conjunction.split('*')) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + literal.length < longest)
      pieces[pieces.length - 1] = `${last}*${literal}`;
    else pieces.push(literal);
  }
  return pieces.join('* ');
}

/** `A*~B + C → O`. */
export function equation(expression: string, outcome: string): string {
  return `${breakable(expression)} → ${outcome}`;
}

/** `M3`. */
export function modelName({ words }: Context, index: number): string {
  return fill(words.qca.model, { n: index + 1 });
}

/** The anchor of a case's data, which link to its ratings and quotations. */
export function anchorOfCase(id: string): string {
  return `set-${slug(id)}`;
}

/** Titles, or ids where a title would not fit the cell of a table. */
export function shortName(context: Context, id: string): string {
  return [...context.caseById.values()].every(({ title }) => title.length <= 24)
    ? caseTitle(context, id)
    : id;
}

/** Cases in a row, each leading to its data. */
function caseLinks(context: Context, ids: string[]): PhrasingContent[] {
  const links = ids.map((id) => [
    withProperties(link(`#${anchorOfCase(id)}`, text(shortName(context, id))), {
      className: ['ref', 'ref-case'],
    }),
  ]);
  return joined(links, context.words.marks.list);
}

/** Cases with what they have in common. */
export interface CaseGroup {
  /** Nothing for the first. */
  label: string | null;
  ids: string[];
}

/** `BE, CZ; also in another term: NL; ~SURV: EE`. Groups without cases are left out. */
export function groupedCases(context: Context, groups: CaseGroup[]): PhrasingContent[] {
  const { marks } = context.words;
  const filled = groups.filter(({ ids }) => ids.length > 0);
  if (filled.length === 0) return [text('–')];
  return joined(
    filled.map(({ label, ids }) => [
      ...(label === null ? [] : [text(label + marks.colon)]),
      ...caseLinks(context, ids),
    ]),
    marks.items,
  );
}

/** The membership in the outcome, or in its absence, of every case of which all is known. */
export function outcomeOf({ cases, leftOut }: Qca, isNegated: boolean): Map<string, number> {
  return new Map(
    cases.flatMap(({ case: id, values, outcome }) => {
      if (outcome === null || values.includes(null) || leftOut.cases.includes(id)) return [];
      return [[id, isNegated ? 1 - outcome : outcome] as const];
    }),
  );
}

/** Heads of columns; those of numbers are aligned right, like the numbers. */
export function headCells(words: string[]): TableCell[] {
  return words.map((word) => cell([text(word)]));
}

/** The head of a column of numbers; `subject` says on a line of its own what they are about. */
export function numberHead(word: string, subject?: string): TableCell {
  return cell(
    subject === undefined ? [text(word)] : [paragraph(text(word)), paragraph(text(subject))],
    {
      className: ['number'],
    },
  );
}

/** A cell of a number, as it is to be shown. */
export function numberCell(shown: string): TableCell {
  return cell([text(shown)], { className: ['number'] });
}
