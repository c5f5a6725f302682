/** What Mill's methods assume, and what this study says about it. */
import type { PhrasingContent, RootContent } from 'mdast';
import type { Condition } from '../../../analyse/mill/schema.js';
import { cell, inline, row, rowHead, table, text } from '../../prose/nodes.js';
import { listed, numberIn, wordFor } from '../../prose/words.js';
import { caseTitle, type Context } from '../../names/context.js';
import { linkedTitles, phrased } from '../../names/naming.js';

/** One row per condition. */
export function renderConditions(context: Context, conditions: Condition[]): RootContent[] {
  if (conditions.length === 0) return [];
  const { mill } = context.words;
  const rows = conditions.map((each) =>
    row([
      rowHead([text(mill.suppositions[each.id])]),
      cell([inline('status', [text(mill.statuses[each.status])], { dataStatus: each.status })]),
      cell(sayWhy(context, each)),
    ]),
  );
  return [
    table(
      'conditions',
      mill.conditions,
      [mill.condition, mill.status, mill.says].map((word) => cell([text(word)])),
      rows,
    ),
  ];
}

function sayWhy(context: Context, condition: Condition): PhrasingContent[] {
  const { words, language } = context;
  const { cases, of: concerned, numbers } = condition;
  const titles = cases.map((id) => caseTitle(context, id));
  const [a = '', b = ''] = titles;
  return phrased(phraseFor(context, condition), {
    ...Object.fromEntries(
      Object.entries(numbers).map(([name, n]) => [name, numberIn(language, n)]),
    ),
    pair: phrased(words.mill.pair, { a, b }),
    cases: listed(words, titles, 'items'),
    attributes: listed(
      words,
      concerned.map((name) => wordFor(words.attributes, name).toLowerCase()),
    ),
    components: linkedTitles(context, concerned),
  });
}

/** The phrase for what was found: “in doubt” if nothing is shown but components are named. */
function phraseFor({ words }: Context, { id, status, of: concerned }: Condition): string {
  const phrases: { [status: string]: string } = words.mill.shows[id];
  return wordFor(phrases, status === 'not-shown' && concerned.length > 0 ? 'in-doubt' : status);
}
