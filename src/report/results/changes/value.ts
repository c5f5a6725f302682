/** A value before and after a change. */
import type { Change } from '../../../changes/schema.js';
import { fill, listed, wordFor } from '../../prose/words.js';
import { caseTitle, shownMark, titleOf, type Context } from '../../names/context.js';

/** Marks, states and names by their words; what authors wrote, in quotation marks. */
export function valueIn(context: Context, change: Change, value: string): string {
  const { words } = context;
  const { of: kind, aspect } = change;
  if (isMark(change)) return markIn(context, value);
  const each = (name: (part: string) => string) => value.split(', ').map(name);
  if (aspect === 'kind' && kind === 'evidence') return wordFor(words.changes.quotation, value);
  if (aspect === 'kind') return wordFor(words.kinds, value);
  if (aspect === 'form') return listed(words, each((flag) => wordFor(words.flags, flag)), 'parts'); // prettier-ignore
  if (aspect === 'component' || aspect === 'components' || kind === 'outcome') {
    const titles = each((id) => titleOf(context, id));
    return listed(words, titles, 'items');
  }
  if (aspect === 'status') return wordFor(words.checklists.statuses, value);
  if (aspect === 'cites') return listed(words, each((name) => citedIn(context, name)), 'items'); // prettier-ignore
  return isText(change) ? fill(words.changes.quoted, { words: value }) : value;
}

/** `north#leadership` by its titles; any other name as it is. */
function citedIn(context: Context, name: string): string {
  const [home = '', id] = name.split('#');
  return id === undefined
    ? caseTitle(context, name)
    : caseTitle(context, home) + context.words.marks.parts + titleOf(context, id);
}

function isMark({ of: kind, aspect }: Change): boolean {
  if (aspect === 'speaks-for') return true;
  return (
    (aspect === null && ['entry', 'settlement', 'coder-mark'].includes(kind)) ||
    (kind === 'proposition' && aspect === 'expects')
  );
}

function markIn({ words, study }: Context, value: string): string {
  const isOfLegend = study.protocol.legend.some(({ symbol }) => symbol === value);
  return isOfLegend ? shownMark(value) : wordFor(words.states, shownMark(value));
}

const written = new Set<Change['aspect']>([
  'text',
  'original',
  'title',
  'definition',
  'include',
  'exclude',
  'about',
  'question',
  'label',
]);
const spoken = new Set<Change['of']>([
  'evidence',
  'record',
  'statement',
  'profile',
  'introduction',
  'finding',
  'rival',
  'suggestion',
  'item',
]);

function isText({ of: kind, aspect, how }: Change): boolean {
  return written.has(aspect) || (spoken.has(kind) && (how === 'added' || how === 'removed'));
}
