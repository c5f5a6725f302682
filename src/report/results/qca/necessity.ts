import type { RootContent } from 'mdast';
import type { Direction, Qca } from '../../../analyse/qca/schema.js';
import { cell, division, paragraph, row, rowHead, strong, table, text } from '../../prose/nodes.js';
import { fill, listed, numberIn } from '../../prose/words.js';
import type { Context, Renderer } from '../../names/context.js';
import { breakable, headCells, numberHead, share, shownAtMost } from '../../names/qca.js';

type Fit = Direction['necessity']['single'][number];

/** What is usually asked of a necessary condition: inclusion (Ragin 2008) and relevance (Schneider & Wagemann 2012, ch. 9). */
const usual = { inclN: 0.9, ron: 0.5, sources: 'Ragin 2008; Schneider & Wagemann 2012' };

/** How necessary each condition and its absence are, for the outcome and for its absence beside it. */
export const renderNecessity: Renderer<Qca> = (qca, context) => {
  if (qca.directions.length === 0) return [];
  const { words, language } = context;
  const phrases = words.qca;
  const limits = {
    incl: numberIn(language, usual.inclN),
    ron: numberIn(language, usual.ron),
    sources: usual.sources,
  };
  return [
    division('with-note', [
      singleTable(context, qca),
      division('note', [paragraph(text(fill(phrases.necessityNote, limits)))]),
      ...qca.directions.map((direction) => paragraph(text(passing(context, direction)))),
    ]),
    ...qca.directions.flatMap((direction) => combinations(context, direction)),
    ...bounded(context, qca),
  ];
};

/** There are too many larger combinations to look at. */
function bounded({ words, language }: Context, { directions, conditions }: Qca): RootContent[] {
  const largest = Math.min(...directions.map(({ necessity }) => necessity.largest));
  return largest < conditions.length
    ? [paragraph(text(fill(words.qca.largest, { n: numberIn(language, largest) })))]
    : [];
}

function passes({ inclN, ron }: Fit): boolean {
  return (inclN ?? 0) >= usual.inclN && (ron ?? 0) >= usual.ron;
}

function singleTable(context: Context, { directions }: Qca): RootContent {
  const { words } = context;
  const { heads, captions } = words.qca;
  const fits = directions.flatMap(({ expression }) =>
    [heads.inclN, heads.ron, heads.covN].map((word) => numberHead(word, expression)),
  );
  const head = [...headCells([heads.set]), ...fits];
  const expressions = directions[0]?.necessity.single.map(({ expression }) => expression) ?? [];
  const rows = expressions.map((expression) => {
    const cells = directions.flatMap(({ necessity }) => {
      const fit = necessity.single.find((each) => each.expression === expression);
      return fit ? fitCells(context, fit) : [cell([]), cell([]), cell([])];
    });
    return row([rowHead([text(expression)]), ...cells]);
  });
  return division('scroll', [table('qca-necessity', captions.necessity, head, rows)]);
}

function fitCells(context: Context, fit: Fit) {
  return [fit.inclN, fit.ron, fit.covN].map((value) => {
    const shown = text(share(context, value));
    return cell([passes(fit) ? strong(shown) : shown], { className: ['number'] });
  });
}

function passing({ words }: Context, { expression, necessity }: Direction): string {
  const found = necessity.single.filter(passes).map((each) => each.expression);
  if (found.length === 0) return fill(words.qca.nothingNecessary, { outcome: expression });
  return fill(words.qca.necessary, { outcome: expression, conditions: listed(words, found) });
}

function combinations(context: Context, { expression, necessity }: Direction): RootContent[] {
  const { words, language } = context;
  const found = necessity.combinations;
  if (found.length === 0) return [];
  const { heads, captions, firstOf } = words.qca;
  const head = [
    ...headCells([heads.combination]),
    ...[heads.inclN, heads.ron, heads.covN].map((word) => numberHead(word)),
  ];
  const rows = found
    .slice(0, shownAtMost.combinations)
    .map((fit) => row([rowHead([text(breakable(fit.expression))]), ...fitCells(context, fit)]));
  const rest = fill(firstOf, {
    shown: numberIn(language, rows.length),
    all: numberIn(language, found.length),
  });
  return [
    table('qca-combinations', fill(captions.combinations, { outcome: expression }), head, rows),
    ...(rows.length < found.length ? [paragraph(text(rest))] : []),
  ];
}
