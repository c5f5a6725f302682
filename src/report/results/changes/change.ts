/** One change: what it is of, what became of it, where, and what it touches. */
import type { Paragraph } from 'mdast';
import type { Change, Result } from '../../../changes/schema.js';
import { joined, paragraph, text } from '../../prose/nodes.js';
import { bracketed, fill, listed, numberIn, titled } from '../../prose/words.js';
import type { Context } from '../../names/context.js';
import { phrased } from '../../names/naming.js';
import { touchedBy } from './touched.js';
import { subjectOf } from './subject.js';
import { valueIn } from './value.js';

/** What is shown with the changes. */
export interface Telling {
  results: Map<string, Result>;
  /** Whether files and lines are shown. */
  hasPlaces: boolean;
}

/** One change as a point of a list. */
export function sayChange(
  context: Context,
  change: Change,
  { results, hasPlaces }: Telling,
): Paragraph {
  const { words } = context;
  const touched = touchedBy(context, change, results);
  const place = hasPlaces ? placeOf(context, change) : '';
  return paragraph(
    ...subjectOf(context, change),
    text(
      titled(words, '', happening(context, change)) +
        (place === '' ? '' : words.marks.space + bracketed(words, place)),
    ),
    ...(touched.length === 0
      ? []
      : [
          { type: 'break' } as const,
          ...phrased(words.changes.touches, { things: joined(touched, words.marks.items) }),
        ]),
  );
}

function placeOf({ words }: Context, { place }: Change): string {
  if (!place) return '';
  const where = `${place.file}:${String(place.line)}`;
  return place.state === 'older' ? fill(words.changes.then, { place: where }) : where;
}

/** Things that are already named where they are said to be added or removed. */
const namesItself = new Set<Change['of']>(['case', 'component', 'dimension', 'section']);

function happening(context: Context, change: Change): string {
  const { words, language } = context;
  const { of: kind, how, from, to, records, withheld } = change;
  const said = words.changes;
  if (withheld && how !== 'removed') return withoutOlderWords(context, change);
  if (how === 'reworded') return reworded(context, change);
  const [before, now] = [from, to].map((value) =>
    value === null ? said.nothing : valueIn(context, change, value),
  );
  const becomes = { from: before ?? '', to: now ?? '' };
  if (how === 'renamed') return fill(said.how.renamed, becomes);
  if (how === 'moved') return fill(said.how.moved, becomes);
  if (how === 'changed') return fill(said.becomes, becomes);
  const what = namesItself.has(kind) ? null : how === 'added' ? to : from;
  const told =
    what === null
      ? said.how[how]
      : fill(said.how[how === 'added' ? 'addedAs' : 'removedAs'], {
          what: valueIn(context, change, what),
        });
  if (records === null) return told;
  const counted =
    records === 1 ? said.withOneRecord : fill(said.withRecords, { n: numberIn(language, records) });
  return listed(words, [told, counted], 'parts');
}

/** What became of something whose older words are withheld. */
function withoutOlderWords(context: Context, change: Change): string {
  const said = context.words.changes.how;
  if (change.how === 'reworded') return said.reworded;
  return change.to === null
    ? said.removed
    : fill(said.nowIs, { to: valueIn(context, change, change.to) });
}

/** Where words differ: `“higher authority” → “the city”`. */
function reworded({ words, language }: Context, { edits, moreEdits }: Change): string {
  const said = words.changes;
  const quoted = (value: string) => fill(said.quoted, { words: value });
  const parts = edits.map(({ from, to }) => {
    if (from === '') return fill(said.how.wordsAdded, { words: quoted(to) });
    if (to === '') return fill(said.how.wordsRemoved, { words: quoted(from) });
    return fill(said.becomes, { from: quoted(from), to: quoted(to) });
  });
  const more = moreEdits === 0 ? [] : [fill(said.more, { n: numberIn(language, moreEdits) })];
  return listed(words, [...parts, ...more], 'items');
}
