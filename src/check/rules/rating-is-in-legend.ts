import type { Mark } from '../../domain/note.js';
import type { Study } from '../../domain/study.js';
import { keyOf, nearest } from '../../text/names.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';
import { absences } from '../../domain/study.js';
import { stateOf } from '../../study/legend.js';
import { entriesOf, evidenceIn } from '../../study/entries.js';

const absenceWords = absences.map((word) => word.replace('-', ' '));

/** Points at marks that are neither in the legend nor a word of absence. */
export const ratingIsInLegend: Rule = {
  id: 'rating-is-in-legend',
  severity: 'error',
  description: 'Every mark is a rating of the study’s legend or a word of absence.',
  note: 'A mark means what the researcher says it means; no meaning is assumed (Miles, Huberman & Saldaña: log the decision rules).',
  *check(study) {
    for (const mark of marksOf(study)) yield* checkMark(study, mark);
  },
};

interface FoundMark extends Mark {
  ofEvidence: boolean;
}

function marksOf(study: Study): FoundMark[] {
  const ofCoders = study.coding.files.flatMap(({ ratings }) =>
    ratings.flatMap(({ mark, was }) => [mark, was]),
  );
  return [
    ...entriesOf(study).flatMap((entry) => [
      ...(entry.mark ? [{ ...entry.mark, ofEvidence: false }] : []),
      ...evidenceIn(entry).flatMap(({ mark }) => (mark ? [{ ...mark, ofEvidence: true }] : [])),
    ]),
    ...ofCoders.flatMap((mark) => (mark ? [{ ...mark, ofEvidence: false }] : [])),
  ];
}

function* checkMark(
  { protocol: { legend } }: Study,
  { text, place, ofEvidence }: FoundMark,
): Iterable<Pointer> {
  const { state } = stateOf({ text, place }, legend);
  if (state === 'rated' || (state !== 'not-rated' && !ofEvidence)) return;
  const symbols = legend.map(({ symbol }) => symbol);
  const words = ofEvidence ? symbols : [...symbols, ...absenceWords];
  // Symbols have no spelling, so none is nearest to `(?)`: no meaning is assumed.
  const isWord = (mark: string) => keyOf(mark) !== '';
  const meant = isWord(text) ? nearest(text, words.filter(isWord)) : null;
  const remedy =
    legend.length === 0 ? '; the study has no legend: define `ratings:` in study.md' : '';
  yield {
    place,
    reason: `Unexpected mark \`(${text})\`, expected ${words.length > 0 ? `one of ${listed(words)}` : 'a rating of the legend'}${hinted(meant)}${remedy}`,
    expected: words,
  };
}
