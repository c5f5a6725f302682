/** The rows of a checklist: what an item asks, what the tool sees of it, and what the study states. */
import type { RootContent, TableRow } from 'mdast';
import type { ChecklistRow, Checklists } from '../../../analyse/checklists/schema.js';
import type { Checklist, ChecklistDomain, ChecklistItem } from '../../../domain/checklist.js';
import type { Translations } from '../../../domain/text.js';
import type { Resolved } from '../../../study/checklists.js';
import { linkedBlocks } from '../../prose/linked.js';
import {
  cell,
  inline,
  labelled,
  paragraph,
  row,
  rowHead,
  strong,
  text,
} from '../../prose/nodes.js';
import { titled } from '../../prose/words.js';
import type { Context } from '../../names/context.js';
import { signalWords } from './signals.js';

/** One row per item, under a row for each domain. */
export function itemRows(
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
    ...result.seen.map((signal) => paragraph(...signalWords(signal, context))),
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

function answerBlocks({ answer }: Resolved, { study, words, under }: Context): RootContent[] {
  // An answer may be a status only.
  if (answer.content.nodes.length === 0) return [];
  const label = [text(words.checklists.stated)];
  return labelled(label, linkedBlocks(study, answer.content, under + 1));
}

/** The words of a language; null if there are none. */
export function inLanguage(translations: Translations, language: string): string | null {
  return Object.hasOwn(translations, language) ? (translations[language] ?? null) : null;
}
