/** The labels of marks with weak or unequal evidence: a sign and a few words, explained once, in the legend. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Respect, Weight, WeightRow } from '../../../analyse/weight-schema.js';
import { cell, inline, row, rowHead, table, text } from '../../prose/nodes.js';
import { fill, listed } from '../../prose/words.js';
import { columnsAtMost, type Context, type ContextWith } from '../../names/context.js';
import { keyOfUnit } from '../../../study/keys.js';

/** What a sign says, in the order of the legend. */
const signNames = [
  'single-voice',
  'self-report-only',
  'no-bad-news',
  'rule-not-met',
  'unequal',
] as const;

type Sign = (typeof signNames)[number];

/** The signs of footnotes, which every typeface has. */
const signs: { [Name in Sign]: string } = {
  'single-voice': '†',
  'self-report-only': '‡',
  'no-bad-news': '§',
  'rule-not-met': '¶',
  unequal: 'Δ',
};

/** Respects that another one covers more exactly. */
const implied: { [R in Respect['respect']]?: Respect['respect'] } = {
  triangulated: 'kinds',
  'self-report-only': 'perspectives',
};

/** The labels of an entry: words by sign. */
export type Labels = Map<Sign, string>;

/** Finds the labels of an entry by case and component; `unequal` only where its case stands apart from the others. */
export function labelsOf({
  analysis: { weight },
  words,
}: Pick<ContextWith<'weight'>, 'analysis' | 'words'>): (id: string, component: string) => Labels {
  const rows = new Map(weight.entries.map((each) => [keyOfUnit(each.case, each.component), each]));
  const apart = respectsOfCells(weight);
  return (id, component) => {
    const key = keyOfUnit(id, component);
    const found = rows.get(key);
    const respects = apart.get(key) ?? [];
    const own = found
      ? weaknessesOf(found).map((sign) => [sign, words.weight.labels[sign]] as const)
      : [];
    // A sign on one side only already shows that it has a single voice, or self-report alone.
    const unseen = respectsIn(words, respects, ['single-voice', 'self-report-only']);
    const unequal =
      unseen === ''
        ? words.weight.labels.unequal
        : fill(words.weight.labels.unequalIn, { respects: unseen });
    return new Map<Sign, string>([
      ...own,
      ...(respects.length > 0 ? [['unequal', unequal] as const] : []),
    ]);
  };
}

function respectsOfCells({ unequal }: Weight): Map<string, Respect['respect'][]> {
  const apart = new Map<string, Respect['respect'][]>();
  for (const { component, respects } of unequal) {
    for (const { respect, apart: cases } of respects) {
      for (const id of cases) {
        const key = keyOfUnit(id, component);
        apart.set(key, [...(apart.get(key) ?? []), respect]);
      }
    }
  }
  return apart;
}

/** `triangulation, counter-evidence`: without respects that others cover or that are shown elsewhere. */
export function respectsIn(
  words: Context['words'],
  respects: Respect['respect'][],
  seen: Respect['respect'][] = [],
): string {
  const hidden = [...seen, ...respects.map((respect) => implied[respect])];
  return listed(
    words,
    respects
      .filter((respect) => !hidden.includes(respect))
      .map((respect) => words.weight.respects[respect]),
  );
}

function weaknessesOf({ singleVoice, selfReportOnly, noBadNews, rule, pieces }: WeightRow): Sign[] {
  if (pieces === 0) return [];
  const onSelfReport: Sign[] = noBadNews
    ? ['no-bad-news']
    : selfReportOnly
      ? ['self-report-only']
      : [];
  return [
    ...(singleVoice ? (['single-voice'] as const) : []),
    ...onSelfReport,
    ...(rule?.met === false ? (['rule-not-met'] as const) : []),
  ];
}

/** The labels in a line: signs and words, or the signs alone where there is no room. */
export function renderLabels(labels: Labels, isNarrow = false): PhrasingContent[] {
  if (labels.size === 0) return [];
  const [words, shown] = [
    [...labels.values()],
    [...labels].map(([sign, label]) => `${signs[sign]}\u00a0${label}`),
  ];
  return [
    text(' '),
    isNarrow
      ? inline('weighing', [text([...labels.keys()].map((sign) => signs[sign]).join(' '))], {
          title: words.join(' · '),
        })
      : inline('weighing', [text(shown.join(' · '))]),
  ];
}

/** The rows of each component or of each case, in their order. */
export function rowsBy(rows: WeightRow[], key: 'component' | 'case'): Map<string, WeightRow[]> {
  const groups = new Map<string, WeightRow[]>();
  for (const each of rows) {
    const group = groups.get(each[key]);
    if (group) group.push(each);
    else groups.set(each[key], [each]);
  }
  return groups;
}

/** Whether the cells of a matrix have room for words. */
export function isNarrowFor({ study }: Pick<Context, 'study'>): boolean {
  return study.cases.length > columnsAtMost;
}

/** The signs that this report has, each explained once; nothing if it has none. */
export function renderSigns(context: ContextWith<'weight'>): RootContent[] {
  const { words, analysis } = context;
  const find = labelsOf(context);
  const used = new Set(
    analysis.weight.entries.flatMap((each) => [...find(each.case, each.component).keys()]),
  );
  const rows = signNames
    .filter((sign) => used.has(sign))
    .map((sign) => row([rowHead([text(signs[sign])]), cell([text(words.weight.meanings[sign])])]));
  const head = [cell([text(words.weight.sign)]), cell([text(words.table.meaning)])];
  return rows.length > 0 ? [table('signs', words.weight.captionLabels, head, rows)] : [];
}
