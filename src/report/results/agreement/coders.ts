/** The coders of a study: where their marks come from, and how often they used each. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Agreement } from '../../../analyse/agreement/schema.js';
import { cell, division, row, rowHead, table, text } from '../../prose/nodes.js';
import { dateIn, fill, listed, numberIn } from '../../prose/words.js';
import type { Context } from '../../names/context.js';
import { shownAs } from './coefficients.js';

/** One column per coder: where their marks come from, and how often they used each. */
export function codersTable(context: Context, { coders }: Agreement): RootContent {
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
