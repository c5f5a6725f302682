import type { RootContent } from 'mdast';
import type { Differences } from '../../analyse/differences.js';
import { cell, division, paragraph, row, rowHead, table, text } from '../nodes.js';
import { fill } from '../words.js';
import { caseHeads, caseTitle, linkTo, markOf, titleOf, titlesOf, type Context, type Reader } from './context.js';

/** What differs along with the outcome: candidates, never causes. */
export const readDifferences: Reader<Differences> = (result, context) => {
  const phrases = context.words.differences;
  const outcome = result.outcome === null ? '' : titleOf(context, result.outcome);
  return [
    division('note', [paragraph(text(fill(phrases[result.status], { outcome })))]),
    ...(result.outcome === null
      ? []
      : [ratingsTable(context, 'outcome', context.words.captions.outcome, [{ component: result.outcome, ratings: result.ratings }])]),
    ...(result.status === 'differs' ? candidates(context, result) : contrasts(context, result)),
  ];
};

function candidates(context: Context, { candidates: found, ruledOut, open }: Differences): RootContent[] {
  const { words } = context;
  return [
    found.length === 0
      ? paragraph(text(words.differences.noCandidates))
      : ratingsTable(context, 'candidates', words.captions.candidates, found),
    ...(ruledOut.length === 0 ? [] : [ratingsTable(context, 'ruled-out', words.captions.ruledOut, ruledOut)]),
    ...(open.length === 0 ? [] : [paragraph(text(fill(words.differences.open, { components: titlesOf(context, open) })))]),
  ];
}

function contrasts(context: Context, { unrelated, status }: Differences): RootContent[] {
  const { differences } = context.words;
  if (status === 'one-case') return [];
  if (unrelated.length === 0) return [paragraph(text(differences.noContrast))];
  return [
    paragraph(
      text(
        fill(differences.unrelated, {
          components: titlesOf(
            context,
            unrelated.map(({ component }) => component),
          ),
        }),
      ),
    ),
  ];
}

type Row = Differences['candidates'][number] & { by?: [string, string] };

function ratingsTable(context: Context, kind: string, caption: string, rows: Row[]): RootContent {
  const { words, study } = context;
  const hasPairs = rows.some(({ by }) => by !== undefined);
  const head = [
    cell([text(words.table.component)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
    ...(hasPairs ? [cell([text(words.table.ruledOutBy)])] : []),
  ];
  const body = rows.map(({ component, ratings, by }) =>
    row([
      rowHead([text(titleOf(context, component))]),
      ...study.cases.map(({ id, entries }) => {
        const mark = markOf(context, { state: entries.get(component)?.state ?? 'missing', rating: ratings[id] ?? null });
        return cell([entries.has(component) ? linkTo({ kind: 'entry', case: id, id: component }, mark) : mark], { dataCase: id });
      }),
      ...(by ? [cell([text(fill(words.differences.pair, { a: caseTitle(context, by[0]), b: caseTitle(context, by[1]) }))])] : []),
    ]),
  );
  return table(kind, caption, head, body);
}
