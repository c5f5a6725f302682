import { itemsOf, resolveAnswers } from '../../study/checklists.js';
import type { Checklist, ChecklistAnswer } from '../../domain/checklist.js';
import { hinted, listed } from '../../messages/words.js';
import type { Rule } from '../rule.js';

/** Points at answers to no item of a checklist, and at second answers to one item. */
export const checklistAnswerIsToAnItem: Rule = {
  id: 'checklist-answer-is-to-an-item',
  severity: 'warning',
  description:
    'What study.md states under `## Checklists` is to an item of a checklist, and each item is answered once.',
  note: 'A checklist tells a reviewer where each point is met; an answer that stands with no point is read by nobody.',
  *check(study) {
    const answered = new Map<unknown, ChecklistAnswer>();
    const told = new Set<string>();
    for (const { answer, checklist, item, nearest } of resolveAnswers(study)) {
      const { text, place } = answer.checklist;
      if (!checklist) {
        // One message for all answers under a heading.
        if (told.has(text)) continue;
        told.add(text);
        const ids = study.checklists.map(({ id }) => id);
        yield {
          place,
          reason: `Unexpected checklist \`${text}\`, expected one of ${listed(ids)}${hinted(nearest)}`,
          expected: ids,
        };
      } else if (!item) {
        const reason = `Unexpected item \`${answer.item.text}\`, expected the id (${rangeOf(checklist)}) or title of an item of \`${checklist.id}\`${hinted(nearest)}`;
        yield { place: answer.place, reason };
      } else {
        const first = answered.get(item);
        if (first)
          yield {
            place: answer.place,
            reason: `Unexpected second answer to \`${item.id}\`, expected one`,
            cause: first.place,
          };
        else answered.set(item, answer);
      }
    }
  },
};

/** The ids from the first to the last. */
function rangeOf(checklist: Checklist): string {
  const ids = itemsOf(checklist).map(({ id }) => id);
  return listed([...new Set([ids.at(0), ids.at(-1)])].flatMap((id) => id ?? [])).replace(
    ', ',
    ' to ',
  );
}
