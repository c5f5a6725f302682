/** Checklists as the appendix prints them: one table per checklist, what the tool sees beside what the study states. */
import type { RootContent } from 'mdast';
import type { Checklists } from '../../../analyse/checklists/schema.js';
import { findChecklist, resolveAnswers, type Resolved } from '../../../study/checklists.js';
import {
  cell,
  division,
  heading,
  paragraph,
  remark,
  strong,
  table,
  text,
} from '../../prose/nodes.js';
import { fill, listed } from '../../prose/words.js';
import type { Context, Renderer } from '../../names/context.js';
import { inLanguage, itemRows } from './items.js';

/** The checklist whose id is the argument; all that the study names without one. */
export const renderChecklists: Renderer<Checklists> = (checklists, context, argument) => {
  const asked =
    argument === null ? checklists : checklists.filter(({ checklist }) => checklist === argument);
  if (asked.length === 0) return [paragraph(text(context.words.checklists.none))];
  const answers = resolveAnswers(context.study);
  return [
    remark('note', text(context.words.checklists.note)),
    ...asked.flatMap((each) => renderChecklist(each, context, answers)),
  ];
};

function renderChecklist(
  result: Checklists[number],
  context: Context,
  answers: Resolved[],
): RootContent[] {
  const { words, language, study, under } = context;
  const phrases = words.checklists;
  const known = findChecklist(study.checklists, result.checklist);
  if (!known) return [];
  const title = inLanguage(known.titles, language) ?? known.title;
  const certainty = inLanguage(known.certaintyIn, language) ?? known.certainty;
  const head = [phrases.head.item, phrases.head.asks, phrases.head.there, phrases.head.status].map(
    (word) => cell([text(word)]),
  );
  const remarks = [
    ...(known.source === '' ? [] : [fill(phrases.source, { source: known.source })]),
    ...(certainty === null ? [] : [certainty]),
  ];
  return [
    heading(under + 1, text(title)),
    ...(remarks.length > 0 ? [remark('note', text(remarks.join(words.marks.space)))] : []),
    ...result.cautions.map(({ id, items }) =>
      remark(
        'caution',
        strong(text(words.cautions.label)),
        text(words.marks.label + fill(phrases.cautions[id], { items: listed(words, items) })),
      ),
    ),
    division('scroll', [
      table(
        'checklist',
        fill(phrases.caption, { title }),
        head,
        itemRows(known, result, context, answers),
      ),
    ]),
  ];
}
