/** Mill's methods: candidates, what is ruled out and by which cases, what cannot be judged, and what the method assumes. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Mill } from '../../../analyse/mill/schema.js';
import { bullets, division, joined, paragraph, strong, text } from '../../prose/nodes.js';
import { fill } from '../../prose/words.js';
import {
  caseTitle,
  linkTo,
  titleOf,
  type Context,
  type ContextWith,
  type Renderer,
} from '../../names/context.js';
import { linkedMark, phrased } from '../../names/naming.js';
import { renderAgreement } from './agreement.js';
import { renderConditions } from './conditions.js';
import { renderContrasts } from './contrasts.js';
import { renderDifference } from './difference.js';
import { renderPairs } from './pairs.js';

/** What differs along with the outcome: candidates, never causes. */
export const renderMill: Renderer<Mill, ContextWith<'order'>> = (mill, context) => {
  const { words } = context;
  const outcome = mill.outcome === null ? '' : titleOf(context, mill.outcome);
  const notes = [
    fill(words.mill[mill.status], { outcome }),
    ...(mill.status === 'differs' ? [words.mill.undecided] : []),
    ...(mill.scale === 'marks' && context.study.protocol.legend.length > 0
      ? [words.mill.scaleOfMarks]
      : []),
  ];
  return [
    division('note', [paragraph(text(notes.join(words.marks.space)))]),
    ...outcomeOf(context, mill),
    ...(mill.status === 'differs' ? renderDifference(context, mill) : []),
    ...(mill.agreement.length > 0
      ? renderAgreement(context, mill)
      : renderContrasts(context, mill)),
    ...renderPairs(context, mill.pairs),
    ...renderConditions(context, mill.conditions),
  ];
};

/** `Integration is the outcome: (+) North; (−) South; East.` Cases of one mark stand together. */
function outcomeOf(context: Context, { outcome, status }: Mill): RootContent[] {
  if (outcome === null || status === 'one-case') return [];
  const { words, study } = context;
  const label = strong(...phrased(words.mill.outcomeIs, { outcome: titleOf(context, outcome) }));
  const groups = new Map<string, string[]>();
  for (const { id, entries } of study.cases) {
    const entry = entries.get(outcome);
    const key = entry?.rating ?? entry?.state ?? 'missing';
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  const told = [...groups.values()].map((ids): PhrasingContent[] => [
    ...ids.slice(0, 1).map((id) => linkedMark(context, outcome, id)),
    text(words.marks.colon),
    ...joined(
      ids.map((id) => [
        linkTo({ kind: 'entry', case: id, id: outcome }, text(caseTitle(context, id))),
      ]),
      words.marks.items,
    ),
  ]);
  // Titles may contain commas, so each mark has its own line.
  return [
    paragraph(label, text(words.marks.label.trim())),
    bullets(told.map((group) => paragraph(...group))),
  ];
}
