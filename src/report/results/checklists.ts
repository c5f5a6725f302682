/** Checklists as the appendix prints them: a table each, what the tool sees beside what the study states. */
import type { BlockContent, PhrasingContent, RootContent, TableRow } from 'mdast';
import type {
  ChecklistRow,
  Checklists,
  Sight,
  SightTarget,
} from '../../analyse/checklists/schema.js';
import {
  findChecklist,
  resolveAnswers,
  type Resolved,
  type SightName,
} from '../../study/checklists.js';
import { sectionRoles } from '../../domain/protocol.js';
import type { Checklist, ChecklistDomain, ChecklistItem } from '../../domain/checklist.js';
import { linkedBlocks } from '../prose/linked.js';
import {
  cell,
  division,
  heading,
  inline,
  joined,
  labelled,
  paragraph,
  remark,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../prose/nodes.js';
import { explained, fill, listed, titled, wordFor } from '../prose/words.js';
import { caseTitle, linkTo, titleOf, type Context, type Renderer } from '../names/context.js';

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
        rowsOf(known, result, context, answers),
      ),
    ]),
  ];
}

function rowsOf(
  known: Checklist,
  { items }: Checklists[number],
  context: Context,
  answers: Resolved[],
): TableRow[] {
  const rows = new Map(items.map((item) => [item.item, item]));
  return known.domains.flatMap((domain) => [
    ...(domain.items.length > 0 ? [domainRow(domain, context)] : []),
    ...domain.items.flatMap((item) => {
      const result = rows.get(item.id);
      const own = answers.filter((each) => each.item === item);
      return result ? [itemRow(item, result, context, own)] : [];
    }),
  ]);
}

function domainRow({ title, titles }: ChecklistDomain, { language }: Context): TableRow {
  const empty = [cell([]), cell([]), cell([])];
  return row([rowHead([strong(text(inLanguage(titles, language) ?? title))]), ...empty], {
    className: ['group'],
  });
}

function itemRow(
  item: ChecklistItem,
  result: ChecklistRow,
  context: Context,
  answers: Resolved[],
): TableRow {
  const { words, language } = context;
  const asks = inLanguage(item.asksIn, language) ?? item.asks;
  const there = [
    ...result.seen.map((sight) => paragraph(...sightWords(sight, context))),
    ...answers.flatMap((each) => answerBlocks(each, context)),
  ];
  return row([
    rowHead([text(titled(words, item.id, inLanguage(item.titles, language) ?? item.title))]),
    cell([text(asks)]),
    cell(there.length > 0 ? there : [text(words.checklists.nothing)]),
    cell([
      inline('status', [text(words.checklists.statuses[result.status])], {
        dataStatus: result.status,
      }),
    ]),
  ]);
}

function answerBlocks({ answer }: Resolved, { study, words, under }: Context): BlockContent[] {
  // A status may stand alone.
  if (answer.content.nodes.length === 0) return [];
  const label = [text(words.checklists.stated)];
  // Blocks of an author's list item, which may stand in a cell of this project's trees.
  return labelled(label, linkedBlocks(study, answer.content, under + 1)) as BlockContent[];
}

/** Up to how many links stand behind a number. */
const linksAtMost = 3;

function sightWords(sight: Sight, context: Context): PhrasingContent[] {
  const { words } = context;
  const { targets, lacking, numbers } = sight;
  const role = sectionRoles.find((each) => sight.of === `sections.${each}`);
  const isPlace = role !== undefined || sight.of === 'headings';
  const phrases = role === undefined ? words.checklists.headings : words.checklists.section;
  if (isPlace && sight.status === 'not-seen')
    return [
      text(fill(phrases.none, { section: role === undefined ? '' : words.checklists.roles[role] })),
    ];
  if (isPlace) return [text(phrases.seen + words.marks.space), ...linksTo(targets, context)];
  const { absent } = words.checklists;
  const sights: { [Name in SightName]: string } = words.checklists.sights;
  const isAbsent = sight.status === 'not-seen' && Object.hasOwn(absent, sight.of);
  const said = [text(fill(wordFor(isAbsent ? absent : sights, sight.of), numbers))];
  if (targets.length === 0) return said;
  const without =
    lacking.length === 0
      ? []
      : [
          text(words.marks.items + words.checklists.lacking + words.marks.space),
          ...linksTo(lacking, context),
        ];
  return [
    ...said,
    text(words.marks.space + words.marks.open),
    ...linksTo(targets, context),
    ...without,
    text(words.marks.close),
  ];
}

function linksTo(targets: SightTarget[], context: Context): PhrasingContent[] {
  const { words } = context;
  const shown = targets
    .slice(0, linksAtMost)
    .map((target) => [linkTo(target, text(labelOf(target, context)))]);
  const more =
    targets.length > linksAtMost ? [text(words.marks.space + words.checklists.others)] : [];
  return [...joined(shown, words.marks.items), ...more];
}

function labelOf(target: SightTarget, context: Context): string {
  const { words, study } = context;
  switch (target.kind) {
    case 'entry':
      return explained(words, titleOf(context, target.id), target.case);
    case 'case':
      return caseTitle(context, target.id);
    case 'section':
      return study.protocol.sections.find(({ id }) => id === target.id)?.title ?? target.id;
    default:
      return target.id;
  }
}

function inLanguage(translations: { [language: string]: string }, language: string): string | null {
  return Object.hasOwn(translations, language) ? (translations[language] ?? null) : null;
}
