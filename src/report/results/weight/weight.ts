import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { Weight, WeightRow } from '../../../analyse/weight-schema.js';
import {
  cell,
  division,
  inline,
  joined,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../../prose/nodes.js';
import { fill, listed, numberIn, wordFor } from '../../prose/words.js';
import {
  caseHeads,
  linkTo,
  markOf,
  shownMark,
  titleOf,
  type Context,
  type ContextWith,
  type Renderer,
} from '../../names/context.js';
import { isNarrowFor, labelsOf, renderLabels, respectsIn, rowsBy, type Labels } from './labels.js';
import { renderWeightCounts } from './counts.js';

/** The weight of the evidence of each entry: cases side by side; many cases counted by component and by case. */
export const renderWeight: Renderer<Weight, ContextWith<'weight'>> = (weight, context) => {
  const { words } = context;
  if (weight.entries.every(({ pieces }) => pieces === 0))
    return [paragraph(text(words.weight.none))];
  const isMany = isNarrowFor(context);
  return [
    ...rulesOf(context),
    ...(isMany
      ? renderWeightCounts(weight, context)
      : [division('scroll', [sideBySide(weight, context)])]),
    division('note', [paragraph(text(isMany ? words.weight.noteMany : words.weight.note))]),
  ];
};

/** The study's own rules of evidence, as written. */
function rulesOf({ study, words }: Context): RootContent[] {
  const rules = study.protocol.evidenceRules.map(({ rating, text: written }): PhrasingContent[] => [
    strong(text(rating === null ? words.weight.anyRating : shownMark(rating))),
    text(` ${written}`),
  ]);
  if (rules.length === 0) return [];
  return [
    paragraph(text(words.weight.rules + words.marks.label), ...joined(rules, words.marks.items)),
  ];
}

function sideBySide({ entries, unequal }: Weight, context: ContextWith<'weight'>): RootContent {
  const { words, study } = context;
  const labels = labelsOf(context);
  const byComponent = rowsBy(entries, 'component');
  const respects = new Map(
    unequal.map((each) => [each.component, each.respects.map(({ respect }) => respect)]),
  );
  const head = [
    cell([text(words.table.component)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
    ...(study.cases.length > 1 ? [cell([text(words.weight.unequalIn)])] : []),
  ];
  const rows = [...byComponent].flatMap(([component, found]) => {
    if (found.every(({ pieces }) => pieces === 0)) return [];
    const cells = study.cases.map(({ id }) =>
      weightCell(
        context,
        found.find((each) => each.case === id),
        { id, labels: labels(id, component) },
      ),
    );
    const last =
      study.cases.length > 1
        ? [cell([text(respectsIn(words, respects.get(component) ?? []))])]
        : [];
    return [
      row([rowHead([text(titleOf(context, component))]), ...cells, ...last], {
        dataComponent: component,
      }),
    ];
  });
  return table('weights', words.weight.caption, head, rows);
}

function weightCell(
  context: Context,
  found: WeightRow | undefined,
  { id, labels }: { id: string; labels: Labels },
): TableCell {
  const mark = markOf(context, found ?? { state: 'missing', rating: null });
  if (!found) return cell([paragraph(mark)], { dataCase: id });
  const linked = linkTo({ kind: 'entry', case: id, id: found.component }, mark);
  if (found.pieces === 0) return cell([paragraph(linked)], { dataCase: id });
  // The last column shows what is unequal.
  const own = new Map([...labels].filter(([sign]) => sign !== 'unequal'));
  const facts = factsOf(context, found).map((fact) => paragraph(inline('weight', [text(fact)])));
  return cell([paragraph(linked, ...renderLabels(own)), ...facts], { dataCase: id });
}

/** `pieces 3 · records 2 · sources 1`, then its kinds and perspectives, its dates, and what it lacks. */
function factsOf({ words, language }: Context, found: WeightRow): string[] {
  const n = (value: number) => numberIn(language, value);
  const { pieces, records, sources, kinds, perspectives, counter, rule } = found;
  const views =
    perspectives.length > 0
      ? perspectives.map((each) => wordFor(words.perspectives, each))
      : [words.weight.noPerspective];
  const more = [
    ...(counter > 0 ? [fill(words.weight.counterCount, { n: n(counter) })] : []),
    ...(found.translatedOnly ? [words.weight.translatedOnly] : []),
    ...(rule?.missing ?? []).map(({ what, has, needs }) => {
      const name = words.weight.shortfalls[what];
      return has === null || needs === null
        ? name
        : fill(words.weight.shortfall, { what: name, has: n(has), needs: n(needs) });
    }),
  ];
  const named = kinds.map((kind) => wordFor(words.kinds, kind));
  const origin = sources === 0 ? [] : [listed(words, named), listed(words, views)];
  return [
    fill(words.weight.counts, { pieces: n(pieces), records: n(records), sources: n(sources) }),
    [...origin, ...datesOf({ words, language }, found)].join(' · '),
    more.join(' · '),
  ].filter((line) => line !== '');
}

function datesOf(
  { words, language }: Pick<Context, 'words' | 'language'>,
  { oldest, newest, undated }: WeightRow,
): string[] {
  const span =
    oldest === newest || oldest === null || newest === null
      ? (oldest ?? newest)
      : fill(words.weight.dates, { oldest, newest });
  return [
    ...(span === null ? [] : [span]),
    ...(undated > 0 ? [fill(words.weight.undated, { n: numberIn(language, undated) })] : []),
  ];
}
