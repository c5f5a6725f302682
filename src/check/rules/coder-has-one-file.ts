import type { Study } from '../../domain/study.js';
import { keyOf, nearest } from '../../text/names.js';
import { startOf } from '../../messages/pointer.js';
import { hinted, listed } from '../../messages/words.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';

/** Points at second files of a coder, files without ratings, and coders that study.md does not list. */
export const coderHasOneFile: Rule = {
  id: 'coder-has-one-file',
  severity: 'error',
  description:
    'Each coder has one file of ratings, with ratings in it, under a name that study.md knows if it lists coders.',
  note: 'One coder under two names would agree with themselves.',
  *check(study) {
    for (const { file, first } of study.coding.twice) {
      yield {
        place: file.coder.place,
        reason: `Unexpected second file of coder \`${file.coder.text}\`, expected one; join it with \`${first.path}\``,
        cause: first.coder.place,
      };
    }
    yield* emptyFiles(study);
    yield* unknownCoders(study);
  },
};

function* emptyFiles({ coding }: Study): Iterable<Pointer> {
  for (const { path, ratings, unread } of coding.files) {
    if (ratings.length > 0 || unread.length > 0) continue;
    yield {
      place: startOf(path),
      reason:
        'Missing ratings, expected a table with a row a component and a column a case, or a section a case',
    };
  }
}

function* unknownCoders({ coding, protocol }: Study): Iterable<Pointer> {
  const names = protocol.coders.map(({ name }) => name);
  if (names.length === 0) return;
  for (const { kind, coder } of coding.files) {
    if (kind === 'consensus' || names.some((name) => keyOf(name) === keyOf(coder.text))) continue;
    const reason = `Unexpected coder \`${coder.text}\`, expected one of \`coders:\` in study.md (${listed(names)})`;
    yield {
      place: coder.place,
      reason: reason + hinted(nearest(coder.text, names)),
      expected: names,
    };
  }
}
