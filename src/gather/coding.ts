/** Who rated what: the notes' own marks and those of the files in `ratings/`, resolved. */
import { stateOf } from '../study/legend.js';
import type { Case, Coder, CoderRating, Coding, Entry, Settlement } from '../domain/study.js';
import type { Content } from '../domain/text.js';
import type { Protocol } from '../domain/protocol.js';
import type { RatingsFile, WrittenRating } from '../domain/ratings.js';
import { keyOf } from '../text/names.js';
import type { FrameworkIndex } from '../study/framework.js';
import { keyOfUnit } from '../study/keys.js';
import { findCase } from './find-case.js';
import { unknownNamesIn } from './unknown-names.js';

interface Context {
  protocol: Protocol;
  cases: Case[];
  index: FrameworkIndex;
}

/** Resolves files of ratings; names that the study does not have are kept under `unknownNames`. */
export function gatherCoding(files: RatingsFile[], context: Context): Coding {
  const written = files.filter(({ kind }) => kind === 'coder');
  const isFirst = (file: RatingsFile) =>
    written.find(({ coder }) => keyOf(coder.text) === keyOf(file.coder.text)) === file;
  const own = written.filter(isFirst);
  const resolved = new Map(files.map((file) => [file, once(resolve(file, context))]));
  const settlements = files
    .filter(({ kind }) => kind === 'consensus')
    .flatMap((file) => {
      const ratings = resolved.get(file)?.first ?? [];
      return ratings.map((each) => ({ ...each, settledBy: each.settledBy ?? file.settledBy }));
    });
  const coders = own.map((file) =>
    coderOf(file, resolved.get(file)?.first ?? [], context.protocol),
  );
  const name = firstCoder(context.protocol);
  const hasFile = name !== null && coders.some((coder) => keyOf(coder.name) === keyOf(name));
  const ofNotesAlone = { name: name ?? '', path: null, date: null, round: null };
  const notes: Coder[] =
    hasFile || files.length === 0
      ? []
      : [{ ...ofNotesAlone, ratings: ofNotes(context.cases, settlements) }];
  return {
    coders: inOrder([...notes, ...coders], context.protocol),
    settlements,
    files,
    unknownNames: files.flatMap((file) => unknownNamesIn(file, context)),
    repeated: files.flatMap((file) => resolved.get(file)?.repeated ?? []),
    twice: written
      .filter((file) => !isFirst(file))
      .flatMap((file) => {
        const first = own.find(({ coder }) => keyOf(coder.text) === keyOf(file.coder.text));
        return first ? [{ file, first }] : [];
      }),
  };
}

/** The author of the notes' own marks: the first of `coders:`, else of `authors:`. */
function firstCoder({ coders, authors }: Protocol): string | null {
  return (coders[0] ?? authors[0])?.name ?? null;
}

/** A name as study.md writes it, where the file has a spelling of it. */
function coderOf(
  { path, coder, date, round }: RatingsFile,
  ratings: CoderRating[],
  { coders, authors }: Protocol,
): Coder {
  const known = [...coders, ...authors].find(({ name }) => keyOf(name) === keyOf(coder.text));
  return { name: known?.name ?? coder.text, path, date, round, ratings };
}

/** In the order of `coders:` in study.md; others follow, by file name. */
function inOrder(coders: Coder[], { coders: listed }: Protocol): Coder[] {
  const placeOf = ({ path, name }: Coder) => {
    const place = listed.findIndex((author) => keyOf(author.name) === keyOf(name));
    return path === null ? -1 : place < 0 ? listed.length : place;
  };
  return coders
    .map((coder) => ({ coder, place: placeOf(coder) }))
    .sort((a, b) => a.place - b.place)
    .map(({ coder }) => coder);
}

/** The marks of the notes; for a settled unit, the mark that the note had before. */
function ofNotes(cases: Case[], settlements: Settlement[]): CoderRating[] {
  const before = new Map(
    settlements.flatMap((each) => (each.was ? [[unitOf(each), each.was] as const] : [])),
  );
  return cases.flatMap((each) =>
    [...each.entries.values()].map((entry): CoderRating => {
      const was = before.get(unitOf(entry));
      const { component, place, state, rating } = entry;
      // The rationale in the note belongs to the settled rating.
      return {
        case: each.id,
        component,
        place,
        state,
        rating,
        rationale: was ? null : rationaleOf(entry),
        ...was,
      };
    }),
  );
}

function rationaleOf({ parts }: Entry): Content | null {
  const contents = parts.flatMap((part) => (part.type === 'rationale' ? [part.content] : []));
  if (contents.length === 0) return null;
  return {
    nodes: contents.flatMap(({ nodes }) => nodes),
    text: contents.map(({ text }) => text).join('\n\n'),
  };
}

/** What names a unit. */
function unitOf({ case: id, component }: Pick<CoderRating, 'case' | 'component'>): string {
  return keyOfUnit(id, component.id);
}

function resolve(
  { ratings }: RatingsFile,
  { cases, index, protocol: { legend } }: Context,
): Settlement[] {
  return ratings.flatMap((written: WrittenRating): Settlement[] => {
    const found = findCase(cases, written.case);
    const component = index.find(written.component.text);
    if (!found || !component) return [];
    const { mark, was, rationale, settledBy, place } = written;
    return [
      {
        case: found.id,
        component,
        ...stateOf(mark, legend),
        rationale,
        was: was && stateOf(was, legend),
        settledBy,
        place,
      },
    ];
  });
}

/** A table may hold the mark and a section the reason: together they are one rating. Two marks are a repetition. */
function once(ratings: Settlement[]): { first: Settlement[]; repeated: Coding['repeated'] } {
  const first = new Map<string, Settlement>();
  const repeated: Coding['repeated'] = [];
  for (const rating of ratings) {
    const before = first.get(unitOf(rating));
    if (!before) first.set(unitOf(rating), rating);
    else if (areParts(before, rating)) first.set(unitOf(rating), joined(before, rating));
    else repeated.push({ rating, first: before });
  }
  return { first: [...first.values()], repeated };
}

/** One has the reason, and at most one has a mark. */
function areParts(a: Settlement, b: Settlement): boolean {
  const marks = [a, b].filter(({ state }) => state !== 'not-rated');
  const isOneMark = marks.length < 2 || (a.state === b.state && a.rating === b.rating);
  return isOneMark && (a.rationale === null) !== (b.rationale === null);
}

function joined(a: Settlement, b: Settlement): Settlement {
  const [rated, other] = a.state === 'not-rated' ? [b, a] : [a, b];
  return {
    ...rated,
    rationale: rated.rationale ?? other.rationale,
    was: rated.was ?? other.was,
    settledBy: rated.settledBy ?? other.settledBy,
  };
}
