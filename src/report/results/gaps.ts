import type { Gaps } from '../../analyse/gaps.js';
import { cell, division, paragraph, row, rowHead, table, text } from '../prose/nodes.js';
import { caseHeads, markOf, titleOf, type Renderer } from '../names/context.js';

/** Components of which some case has no evidence, with the word that says why. */
export const renderGaps: Renderer<Gaps> = (gaps, context) => {
  const { words, study } = context;
  if (gaps.length === 0) return [paragraph(text(words.text.noGaps))];
  const head = [
    cell([text(words.table.component)]),
    ...caseHeads(context, (children, id) => cell(children, { dataCase: id })),
  ];
  const rows = gaps.map(({ component, cells }) =>
    row([
      rowHead([text(titleOf(context, component))]),
      ...study.cases.map(({ id, entries }) => {
        const state = cells[id] ?? null;
        return cell(
          [
            state === null
              ? text('–')
              : markOf(context, { state, rating: entries.get(component)?.rating ?? null }),
          ],
          {
            dataCase: id,
          },
        );
      }),
    ]),
  );
  return [division('scroll', [table('gaps', words.captions.gaps, head, rows)])];
};
