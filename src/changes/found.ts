/** A change before its effects on findings and results are known. */
import type { Content, Place } from '../domain/text.js';
import type { Evidence } from '../domain/study.js';
import type { Change } from './schema.js';
import { editsBetween, excerptOf, isSameText } from './words.js';

/** A thing that findings may cite, in the names of the newer state. */
export interface Subject {
  kind:
    | 'record'
    | 'source'
    | 'component'
    | 'entry'
    | 'code'
    | 'proposition'
    | 'case'
    | 'item'
    | 'work'
    | 'section';
  /** As a reference names it; of an entry its component. */
  id: string;
  case: string | null;
}

/** A change, with what it is about. */
export interface Found extends Omit<Change, 'touches'> {
  /** The things it is about; whatever cites one of these is affected. */
  subjects: Subject[];
  /** Keys of the results that it can bear on, as `results.ts` gives them. */
  bearsOn: string[];
  /** The piece of evidence that came or went. */
  piece: Evidence | null;
}

type Plain = Partial<Omit<Found, 'of' | 'how' | 'place'>> & Pick<Found, 'of' | 'how'>;

/** A change, with null or an empty list for every field not given. */
export function found(change: Plain & { at: Place | null; isGone?: boolean }): Found {
  const { at, isGone, ...said } = change;
  return {
    aspect: null,
    attribute: null,
    id: null,
    case: null,
    component: null,
    from: null,
    to: null,
    records: null,
    edits: [],
    moreEdits: 0,
    withheld: false,
    subjects: [],
    bearsOn: [],
    piece: null,
    ...said,
    place: at && {
      state: isGone === true ? 'older' : 'newer',
      file: at.path,
      line: at.position.start.line,
    },
  };
}

type Text = string | null | undefined;

/** A text in other words: added, removed or reworded; nothing if it says the same. */
export function reworded(
  older: Text,
  newer: Text,
  change: Omit<Parameters<typeof found>[0], 'how'>,
): Found[] {
  const [before, now] = [older ?? '', newer ?? ''];
  if (isSameText(before, now)) return [];
  if (before.trim() === '') return [found({ ...change, how: 'added', to: excerptOf(now) })];
  if (now.trim() === '') return [found({ ...change, how: 'removed', from: excerptOf(before) })];
  return [found({ ...change, how: 'reworded', ...editsBetween(before, now) })];
}

/** The same of contents; nothing where one of the states withholds its own. */
export function rewordedContent(
  older: Content | undefined,
  newer: Content | undefined,
  change: Parameters<typeof reworded>[2],
): Found[] {
  return older?.withheld || newer?.withheld ? [] : reworded(older?.text, newer?.text, change);
}

/** A change of a value; none if it is the same. */
export function changed(
  older: Text,
  newer: Text,
  change: Omit<Parameters<typeof found>[0], 'how'>,
): Found[] {
  if (isSameText(older ?? '', newer ?? '')) return [];
  const shown = (value: Text) =>
    value === null || value === undefined || value === '' ? null : excerptOf(value);
  return [found({ ...change, how: 'changed', from: shown(older), to: shown(newer) })];
}
