import type { PhrasingContent, RootContent } from 'mdast';
import { paragraph, text } from '../prose/nodes.js';
import { called, part, placeIn, points, titleLine, type Explaining } from './parts.js';
import type { SubjectOf } from './subject.js';

/** A work of the bibliography, and every place that cites it. */
export function explainWork(context: Explaining, { id }: SubjectOf<'work'>): RootContent[] {
  const { study, words } = context;
  const work = study.works.find(({ key }) => key === id);
  if (!work) return [];
  const lines = study.references.flatMap(({ target, holder, place }): PhrasingContent[][] => {
    if (target?.kind !== 'work' || target.id !== id) return [];
    return [[...(holder ? [...called(context, holder), text(', ')] : []), text(placeIn(place))]];
  });
  const none = [paragraph(text(words.explain.notTakenUp))];
  return [
    titleLine(context, id, 'work'),
    paragraph(text(work.reference)),
    ...part(words.explain.takenUpIn, lines.length > 0 ? points(context, lines) : none),
  ];
}
