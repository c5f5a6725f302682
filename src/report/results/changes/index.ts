/** What changed since an older state: ratings first, then results, then the rest, by what it is a change of. */
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Change, Changes } from '../../../changes/schema.js';
import { bullets, division, heading, paragraph, text } from '../../prose/nodes.js';
import { fill, numberIn } from '../../prose/words.js';
import { caseTitle, type Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';
import { sayChange } from './change.js';
import { sayResult } from './result.js';

/** Changes of one group that a report prints; study.json has all of them. */
const shownAtMost = 100;

const groupsInOrder = [
  'ratings',
  'study',
  'evidence',
  'codes',
  'sources',
  'coding',
  'items',
  'works',
  'texts',
] as const;
type Group = (typeof groupsInOrder)[number];

const groupOf: { [Of in Change['of']]: Group } = {
  entry: 'ratings',
  study: 'study',
  case: 'study',
  framework: 'study',
  dimension: 'study',
  component: 'study',
  proposition: 'study',
  mark: 'study',
  outcome: 'study',
  condition: 'study',
  plan: 'study',
  evidence: 'evidence',
  code: 'codes',
  source: 'sources',
  record: 'sources',
  'coder-mark': 'coding',
  settlement: 'coding',
  finding: 'items',
  rival: 'items',
  suggestion: 'items',
  item: 'items',
  work: 'works',
  statement: 'texts',
  profile: 'texts',
  introduction: 'texts',
  section: 'texts',
  answer: 'texts',
};

/** Groups that are listed case by case. */
const byCase = new Set<Group>(['ratings', 'evidence', 'texts']);

/** The changes as lists; nothing where nothing was compared. `"places"`: with files and lines, and all of them. */
export function renderChanges(
  changes: Changes | null,
  context: Context,
  argument: string | null,
): RootContent[] {
  if (!changes) return [];
  const limit = argument === 'places' ? Infinity : shownAtMost;
  const groups = new Map<Group, Change[]>(groupsInOrder.map((group) => [group, []]));
  for (const change of changes.changes) groups.get(placed(change))?.push(change);
  const told = groupsInOrder.map((group) =>
    tellGroup(context, group, { changes, own: groups.get(group) ?? [], argument, limit }),
  );
  const [ratings = [], ...rest] = told;
  return [
    paragraph(...intro(context, changes)),
    ...ratings,
    ...tellResults(context, changes, limit),
    ...rest.flat(),
  ];
}

/** Mere changes of wording come last. */
function placed({ of: kind, how }: Change): Group {
  const isQuiet = how === 'reworded' && ['evidence', 'record', 'source'].includes(kind);
  return isQuiet ? 'texts' : groupOf[kind];
}

function intro(
  { words, language }: Context,
  { since, commit, unread, changes }: Changes,
): PhrasingContent[] {
  const said = words.changes;
  const name: PhrasingContent[] = [{ type: 'inlineCode', value: since }];
  const hash: PhrasingContent[] = [{ type: 'inlineCode', value: (commit ?? '').slice(0, 12) }];
  const n = numberIn(language, changes.length);
  const counted =
    changes.length === 0
      ? said.none
      : changes.length === 1
        ? said.oneChange
        : fill(said.counted, { n });
  const lost =
    unread === 0
      ? []
      : [unread === 1 ? said.oneUnread : fill(said.unread, { n: numberIn(language, unread) })];
  return [
    ...(commit === null
      ? phrased(said.since, { since: name })
      : phrased(said.sinceCommit, { since: name, commit: hash })),
    text(words.marks.space + [counted, ...lost].join(words.marks.space)),
  ];
}

interface Told {
  changes: Changes;
  /** Those of the group. */
  own: Change[];
  argument: string | null;
  limit: number;
}

function tellGroup(
  context: Context,
  group: Group,
  { changes, own, argument, limit }: Told,
): RootContent[] {
  if (own.length === 0) return [];
  const { words } = context;
  const results = new Map(changes.results.map((each) => [each.id, each]));
  const hasPlaces = argument === 'places';
  const say = (change: Change) => sayChange(context, change, { results, hasPlaces });
  const shown = own.slice(0, limit);
  const head = heading(context.under + 1, text(words.changes.groups[group]));
  if (!byCase.has(group)) return [head, listOf(context, shown.map(say), own.length - shown.length)];
  const cases = new Map<string | null, Change[]>();
  // Sources that belong to no case, and sections of study.md, concern the whole study.
  for (const each of shown) cases.set(each.case, [...(cases.get(each.case) ?? []), each]);
  const parts = [...cases].map(([id, some], index) => {
    const left = index === cases.size - 1 ? own.length - shown.length : 0;
    const title = id === null ? words.changes.groups.whole : caseTitle(context, id);
    return [heading(context.under + 2, text(title)), listOf(context, some.map(say), left)];
  });
  return [head, ...parts.flat()];
}

function listOf({ words, language }: Context, points: Paragraph[], left: number): RootContent {
  const rest =
    left > 0 ? [paragraph(text(fill(words.changes.more, { n: numberIn(language, left) })))] : [];
  return division('changes', [bullets([...points, ...rest])]);
}

function tellResults(context: Context, { results }: Changes, limit: number): RootContent[] {
  if (results.length === 0) return [];
  const shown = results.slice(0, limit).map((each) => paragraph(...sayResult(context, each)));
  return [
    heading(context.under + 1, text(context.words.changes.groups.results)),
    listOf(context, shown, results.length - shown.length),
  ];
}
