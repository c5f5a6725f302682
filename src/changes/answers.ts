/** What changed in what study.md says of the items of checklists. */
import { resolveAnswers, type Resolved } from '../study/checklists.js';
import type { Study } from '../domain/study.js';
import { keyOf } from '../text/names.js';
import { changed, reworded, type Found } from './found.js';

/** Answers by their checklist and item, whatever names study.md has for these. */
export function changesOfAnswers(older: Study, newer: Study): Found[] {
  const [then, now] = [answersIn(older), answersIn(newer)];
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((id) => {
    const [before, after] = [then.get(id)?.answer, now.get(id)?.answer];
    const at = (after ?? before)?.place ?? null;
    const answer = { of: 'answer' as const, id, at, isGone: after === undefined };
    return [
      ...changed(before?.status, after?.status, { ...answer, aspect: 'status' }),
      ...reworded(before?.content.text, after?.content.text, { ...answer, aspect: 'text' }),
    ];
  });
}

function answersIn(study: Study): Map<string, Resolved> {
  const name = ({ answer, checklist, item }: Resolved) =>
    `${checklist?.id ?? keyOf(answer.checklist.text)} ${item?.id ?? keyOf(answer.item.text)}`;
  return new Map(resolveAnswers(study).map((each) => [name(each), each]));
}
