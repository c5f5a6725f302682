/** Checklists, filled in with what the tool sees and what study.md states. They report, they do not score: nothing is summed. */
import { chosenChecklists, resolveAnswers } from '../../study/checklists.js';
import type { Checklist, ChecklistAnswer, ChecklistItem } from '../../domain/checklist.js';
import type { Study } from '../../domain/study.js';
import type { ChecklistRow, Checklists, Signal } from './schema.js';
import { seeHeadings } from './design.js';
import type { Found } from './signal.js';
import { look } from './signals.js';

type Answers = Map<ChecklistItem, ChecklistAnswer[]>;
type Looking = (name: string) => Found | null;

/** Fills in the checklists that the study names, or all if it names none. */
export function fillChecklists(study: Study): Checklists {
  const answers: Answers = new Map();
  for (const { item, answer } of resolveAnswers(study))
    if (item) answers.set(item, [...(answers.get(item) ?? []), answer]);
  // Cached, because several items ask for the same signal.
  const seen = new Map<string, Found | null>();
  const looking: Looking = (name) => {
    if (!seen.has(name)) seen.set(name, look(study, name));
    return seen.get(name) ?? null;
  };
  return chosenChecklists(study).map((checklist) => fill(study, checklist, answers, looking));
}

function fill(
  study: Study,
  checklist: Checklist,
  answers: Answers,
  looking: Looking,
): Checklists[number] {
  const items = checklist.domains.flatMap((domain) =>
    domain.items.map((item): ChecklistRow => {
      const seen = signalsOf(study, item, looking);
      const stated = (answers.get(item) ?? []).map(({ status, content }) => ({
        status,
        text: content.text,
      }));
      return {
        item: item.id,
        title: item.title,
        domain: domain.title,
        asks: item.asks,
        status: statusOf(stated, seen),
        seen,
        stated,
      };
    }),
  );
  const doubtful = items.filter(isSaidAndNotSeen).map(({ item }) => item);
  return {
    checklist: checklist.id,
    title: checklist.title,
    source: checklist.source,
    items,
    cautions: doubtful.length > 0 ? [{ id: 'said-not-seen', items: doubtful }] : [],
  };
}

function signalsOf(
  study: Study,
  { sees, partlySees, headings }: ChecklistItem,
  looking: Looking,
): Signal[] {
  const named = (names: string[], settles: boolean) =>
    names.flatMap((name) => {
      const found = looking(name);
      return found ? [{ of: name, settles, ...found, ...firstOf(found) }] : [];
    });
  const under =
    headings.length > 0 ? [{ of: 'headings', settles: true, ...seeHeadings(study, headings) }] : [];
  return [...named(sees, true), ...under, ...named(partlySees, false)];
}

/** Links are examples: in a large study a full list would swamp the report. */
const targetsAtMost = 12;

function firstOf({ targets, lacking }: Found): Pick<Found, 'targets' | 'lacking'> {
  return { targets: targets.slice(0, targetsAtMost), lacking: lacking.slice(0, targetsAtMost) };
}

/** A statement of the study overrides signals. A signal that does not settle an item cannot make it `seen`. */
function statusOf(stated: ChecklistRow['stated'], seen: Signal[]): ChecklistRow['status'] {
  const [first] = stated;
  if (first) return stated.find(({ status }) => status !== null)?.status ?? 'stated';
  const settling = seen.filter(({ settles }) => settles);
  if (settling.length > 0 && settling.every(({ status }) => status === 'seen')) return 'seen';
  return seen.some(({ status }) => status !== 'not-seen') ? 'partly-seen' : 'not-stated';
}

function isSaidAndNotSeen({ status, seen }: ChecklistRow): boolean {
  const settling = seen.filter(({ settles }) => settles);
  const asked = settling.length > 0 ? settling : seen;
  return status === 'done' && asked.length > 0 && asked.every((each) => each.status === 'not-seen');
}
