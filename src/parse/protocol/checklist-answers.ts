/** What study.md says of the items of checklists: `- S5 (done): text` under `## Checklists` and the name of a checklist. */
import type { ListItem, RootContent } from 'mdast';
import { answerStatuses, type AnswerStatus, type ChecklistAnswer } from '../../domain/checklist.js';
import type { Name } from '../../domain/text.js';
import { slug } from 'github-slugger';
import { keyOf, nearest } from '../../text/names.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, placeOf, type Document } from '../text/document.js';
import { openingOf, withoutOpening } from '../note/evidence.js';
import type { OutlineSection } from '../text/outline.js';
import { roleOf } from './sections.js';

/** The answers of study.md, and what is left of its outline. */
export interface Answers {
  answers: ChecklistAnswer[];
  /** The outline without what was read as answers. */
  rest: OutlineSection[];
}

/** Parses the answers. Other blocks, and lists outside checklists, stay where they are. */
export function parseChecklistAnswers(document: Document, outline: OutlineSection[]): Answers {
  const answers: ChecklistAnswer[] = [];
  let section: string | null = null;
  const rest = outline.flatMap((part): OutlineSection[] => {
    if (part.depth <= 2)
      section =
        part.depth === 2 && roleOf(part.heading.text) === 'checklists'
          ? slug(part.heading.text)
          : null;
    if (part.depth <= 2 || section === null) return [part];
    const lists = part.blocks.flatMap((block) => (block.type === 'list' ? block.children : []));
    answers.push(...parseAnswers(document, lists, { checklist: part.heading, section }));
    const blocks = part.blocks.filter(({ type }) => type !== 'list');
    return blocks.length === 0 ? [] : [{ ...part, blocks }];
  });
  return { answers, rest };
}

/** A name, perhaps a status in brackets, a colon; the status may also stand behind the colon, and alone it needs none. */
const head =
  /^([^:：()（）]{1,200}?)\s*(?:[(（]([^()（）]*)[)）])?\s*(?:[:：]\s*|(?<=[)）])$)(?:[(（]([^()（）]*)[)）]\s*)?/su;

const words: { [status in AnswerStatus]: string[] } = {
  done: ['done', 'yes', 'reported', '已完成', '已做到', '已报告'],
  'partly-done': [
    'partly done',
    'partly',
    'partially',
    'in part',
    '部分完成',
    '部分做到',
    '部分报告',
  ],
  'not-done': ['not done', 'no', 'not reported', '未完成', '未做', '未做到', '未报告'],
  'not-applicable': ['not applicable', 'n/a', '不适用'],
};

function parseAnswers(
  document: Document,
  items: ListItem[],
  around: { checklist: Name; section: string },
): ChecklistAnswer[] {
  return items.flatMap((item): ChecklistAnswer[] => {
    const [first, ...others] = item.children;
    const place = placeOf(document, item);
    const [whole, name, before, behind] =
      first?.type === 'paragraph' ? (head.exec(openingOf(first)) ?? []) : [];
    if (first?.type !== 'paragraph' || whole === undefined || name === undefined) {
      leaveUnread(
        document,
        place,
        'an answer without an item',
        '`S5 (done): what was done`, the item in front of a colon',
      );
      return [];
    }
    const isStatusBehind =
      before === undefined && behind !== undefined && statusOf(behind) !== null;
    const written = before ?? (isStatusBehind ? behind : undefined);
    const isOwnWords = behind !== undefined && !isStatusBehind;
    const cut = isOwnWords ? whole.search(/[(（][^()（）]*[)）]\s*$/u) : whole.length;
    const opening = withoutOpening(first, cut);
    const blocks: RootContent[] = [...(opening.children.length > 0 ? [opening] : []), ...others];
    return [
      {
        ...around,
        item: { text: name, place },
        status: knownStatus(document, place, written),
        content: contentOf(document, blocks),
        place,
      },
    ];
  });
}

function statusOf(written: string): AnswerStatus | null {
  const key = keyOf(written);
  return answerStatuses.find((status) => words[status].some((word) => keyOf(word) === key)) ?? null;
}

function knownStatus(
  document: Document,
  place: Name['place'],
  written: string | undefined,
): AnswerStatus | null {
  if (written === undefined) return null;
  const status = statusOf(written);
  if (status !== null) return status;
  const meant = nearest(written, Object.values(words).flat());
  const expected =
    meant === null
      ? 'one of `done`, `partly done`, `not done`, `not applicable`'
      : `a known status; did you mean \`${meant}\`?`;
  leaveUnread(document, place, `status \`(${written})\` of an answer`, expected);
  return null;
}
