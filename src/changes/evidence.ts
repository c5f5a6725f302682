/** What changed in the evidence of an entry: pieces come and gone, reworded, coded or marked otherwise. */
import type { Entry, Evidence } from '../domain/study.js';
import { keyOf, normaliseId } from '../text/names.js';
import { evidenceIn } from '../study/entries.js';
import { changed, found, rewordedContent, type Found, type Subject } from './found.js';
import { matchBy, type Matched, type Pair } from './match.js';
import { plainOf } from './words.js';
import { keyOfParts } from '../study/keys.js';

/** What is known of the entry that holds the pieces. */
type Home = Pick<Found, 'case' | 'component' | 'subjects' | 'bearsOn'>;

/** Changes of the pieces of one entry; a piece that moved to another entry is one gone and one come until `joinMoved`. */
export function matchEvidence(
  pair: Pair,
  home: Home,
  { older, newer }: { older: Entry | undefined; newer: Entry | undefined },
): Found[] {
  const [before, now] = [older, newer].map((entry) => (entry ? evidenceIn(entry) : []));
  const { both, gone, come } = matchPieces(pair, before ?? [], now ?? []);
  const pieceOf = (evidence: Evidence, id: string) => ({
    of: 'evidence' as const,
    id,
    case: home.case,
    component: home.component,
    subjects: [...home.subjects, recordSubject(id)],
    bearsOn: home.bearsOn,
    at: evidence.place,
  });
  return [
    ...come.map((each) => found({ ...pieceOf(each, recordNow(each)), how: 'added', piece: each })),
    ...gone.map((each) =>
      found({
        ...pieceOf(each, recordThen(pair, each)),
        how: 'removed',
        isGone: true,

        piece: each,
      }),
    ),
    ...both.flatMap(([one, other]) => changesOfPiece(one, other, pieceOf(other, recordNow(other)))),
  ];
}

/** A record as a subject of changes. */
export function recordSubject(id: string): Subject {
  return { kind: 'record', id, case: null };
}

function recordNow({ resolved, record }: Evidence): string {
  return resolved.record?.key ?? normaliseId(record.text);
}

function recordThen({ recordOf }: Pair, { resolved, record }: Evidence): string {
  return resolved.record ? recordOf(resolved.record.key) : normaliseId(record.text);
}

/** First by their record and words, then by their record alone, in order. */
function matchPieces(pair: Pair, older: Evidence[], newer: Evidence[]): Matched<Evidence> {
  const worded = (record: string, { content }: Evidence) =>
    keyOfParts(record, plainOf(content.text));
  const same = matchBy(older, newer, {
    older: (each) => worded(recordThen(pair, each), each),
    newer: (each) => worded(recordNow(each), each),
  });
  const left = matchBy(same.gone, same.come, {
    older: (each) => recordThen(pair, each),
    newer: recordNow,
  });
  return { ...left, both: [...same.both, ...left.both] };
}

function changesOfPiece(
  older: Evidence,
  newer: Evidence,
  piece: Omit<Parameters<typeof found>[0], 'how'>,
): Found[] {
  // A piece without its own mark speaks for its entry's rating, whose change is reported separately.
  const isMarked = older.mark !== null || newer.mark !== null;
  const words = { ...piece, bearsOn: [] };
  return [
    ...changed(older.kind, newer.kind, { ...piece, aspect: 'kind', bearsOn: [] }),
    ...(isMarked
      ? changed(older.speaksFor, newer.speaksFor, { ...piece, aspect: 'speaks-for' })
      : []),
    ...changed(codesIn(older), codesIn(newer), {
      ...words,
      aspect: 'codes',
      subjects: piece.subjects ?? [],
    }),
    ...rewordedContent(older.content, newer.content, { ...words, aspect: 'text' }),
    ...rewordedContent(older.original?.content, newer.original?.content, {
      ...words,
      aspect: 'original',
    }),
  ];
}

/** In any order. */
function codesIn({ codes, resolved }: Evidence): string {
  const known = new Map(resolved.codes.map(({ id }) => [keyOf(id), id]));
  return [...new Set(codes.map(({ text }) => known.get(keyOf(text)) ?? text))].sort().join(', ');
}

/** Joins a removal and an addition of the same words in two entries of a case into one move. */
export function joinMoved(changes: Found[]): Found[] {
  const keyed = (each: Found) =>
    keyOfParts(each.case, each.id, plainOf(each.piece?.content.text ?? ''));
  const pieces = (how: Found['how']) =>
    changes.filter((each) => each.of === 'evidence' && each.how === how);
  const { both } = matchBy(pieces('removed'), pieces('added'), { older: keyed, newer: keyed });
  const goneBy = new Map(both.map(([gone, come]) => [come, gone]));
  const dropped = new Set(both.map(([gone]) => gone));
  return changes.flatMap((each): Found[] => {
    const gone = goneBy.get(each);
    if (dropped.has(each)) return [];
    if (!gone) return [each];
    const subjects = [...each.subjects, ...gone.subjects];
    const bearsOn = [...each.bearsOn, ...gone.bearsOn];
    const { id, case: home, component, place } = each;
    const piece = {
      of: 'evidence' as const,
      id,
      case: home,
      component,
      subjects,
      bearsOn,
      at: null,
    };
    const others = gone.piece && each.piece ? changesOfPiece(gone.piece, each.piece, piece) : [];
    return [
      {
        ...each,
        how: 'moved',
        aspect: 'component',
        piece: null,
        from: gone.component,
        to: component,
        subjects,
        bearsOn,
      },
      ...others.map((other) => ({ ...other, place })),
    ];
  });
}
