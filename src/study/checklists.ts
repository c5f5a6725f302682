/** Checklists of method: what they may ask the tool to look for, and which answer of study.md is to which item. */
import { sectionRoles } from '../domain/protocol.js';
import type {
  Checklist,
  ChecklistAnswer,
  ChecklistDomain,
  ChecklistItem,
} from '../domain/checklist.js';
import type { Study } from '../domain/study.js';
import { keyOf, nearest } from '../text/names.js';

/** What can be seen in a study, beside sections: the names that `sees:` of a checklist may use. */
export const signalNames = [
  'title',
  'framework',
  'protocol',
  'database',
  'software',
  'works',
  'cases',
  'setting',
  'replication',
  'case-order',
  'differences',
  'patterns',
  'rivals',
  'findings',
  'chain',
  'triangulation',
  'perspectives',
  'counter-evidence',
  'quotations',
  'originals',
  'sources',
  'dates',
  'respondents',
  'coders',
  'agreement',
  'codebook',
] as const;

/** The name of something that the tool can look for. */
export type SignalName = (typeof signalNames)[number];

/** Every name that `sees:` may use: those, and the sections of study.md as `sections.abstract`. */
export const seenNames: string[] = [
  ...signalNames,
  ...sectionRoles.map((role) => `sections.${role}`),
];

/** The name as the registry spells it: `Case order` as `case-order`; null for none. */
export function signalMeant(written: string): string | null {
  return seenNames.find((name) => keyOf(name) === keyOf(written)) ?? null;
}

/** All items of a checklist, in its order. */
export function itemsOf({ domains }: Checklist): ChecklistItem[] {
  return domains.flatMap(({ items }) => items);
}

/** A checklist by its id or any title; null for none. */
export function findChecklist(checklists: Checklist[], written: string): Checklist | null {
  return (
    checklists.find((each) =>
      namesOfChecklist(each).some((name) => keyOf(name) === keyOf(written)),
    ) ?? null
  );
}

function namesOfChecklist({ id, title, titles }: Checklist): string[] {
  return [id, title, ...Object.values(titles)];
}

/** The checklists that study.md names, in its order, or all if it names none. */
export function chosenChecklists({
  checklists,
  protocol,
}: Pick<Study, 'checklists' | 'protocol'>): Checklist[] {
  const chosen = protocol.checklists?.flatMap(({ text }) => findChecklist(checklists, text) ?? []);
  return chosen ? [...new Set(chosen)] : checklists;
}

/** An answer of study.md with the item to which it is. */
export interface Resolved {
  answer: ChecklistAnswer;
  checklist: Checklist | null;
  item: ChecklistItem | null;
  /** The nearest known name, if the checklist or item is unknown. */
  nearest: string | null;
}

/** Which answer is to which item of which checklist. */
export function resolveAnswers({
  checklists,
  protocol,
}: Pick<Study, 'checklists' | 'protocol'>): Resolved[] {
  const indexes = new Map(checklists.map((checklist) => [checklist, indexOf(checklist)]));
  return protocol.checklistAnswers.map((answer) => {
    const checklist = findChecklist(checklists, answer.checklist.text);
    if (!checklist)
      return {
        answer,
        checklist,
        item: null,
        nearest: nearest(answer.checklist.text, checklists.flatMap(namesOfChecklist)),
      };
    const index = indexes.get(checklist);
    const item = index?.get(keyOf(answer.item.text)) ?? null;
    return {
      answer,
      checklist,
      item,
      nearest: item ? null : nearestItem(checklist, answer.item.text),
    };
  });
}

/** Bare numbers are all similar, so the nearest one would be no help. */
function nearestItem(checklist: Checklist, written: string): string | null {
  if (/^[\p{Nd}\s]+$/u.test(written)) return null;
  const items = itemsOf(checklist);
  const names = items.flatMap(({ title, titles, aliases }) => [
    title,
    ...Object.values(titles),
    ...aliases,
  ]);
  return nearest(written, /\p{Nd}/u.test(written) ? items.map(({ id }) => id) : names);
}

function indexOf({ domains }: Checklist): Map<string, ChecklistItem> {
  const named = domains.flatMap((domain) =>
    domain.items.flatMap((item) =>
      namesOfItem(domain, item).map((name) => [keyOf(name), item] as const),
    ),
  );
  // If two items share a name, the first is used.
  return new Map(named.reverse());
}

/** An item is also found by its domain and its title: `Construct validity, several sources of evidence`. */
function namesOfItem(
  domain: ChecklistDomain,
  { id, title, titles, aliases }: ChecklistItem,
): string[] {
  const own = [title, ...Object.values(titles), ...aliases];
  const domains = [domain.title, ...Object.values(domain.titles)];
  return [id, ...own, ...domains.flatMap((name) => own.map((each) => `${name} ${each}`))];
}
