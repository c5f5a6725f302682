import type { CoderRating } from '../../domain/study.js';
import type { Rule } from '../rule.js';

/** Points at ratings of notes that differ from what the coders settled. */
export const consensusIsInNote: Rule = {
  id: 'consensus-is-in-note',
  severity: 'error',
  description: 'The rating of a case note is the one that was settled, where coders settled one.',
  note: 'What is analysed is what the coders agreed upon; what each said first is kept beside it, as a trail.',
  *check({ coding, cases }) {
    // Where the first coder has a file too, the notes hold what was settled and nothing else.
    const isCoder = coding.coders.some(({ path }) => path === null);
    for (const settled of coding.settlements) {
      const entry = cases.find(({ id }) => id === settled.case)?.entries.get(settled.component.id);
      if (
        settled.state === 'not-rated' ||
        (entry?.state === settled.state && entry.rating === settled.rating)
      )
        continue;
      const found =
        entry && entry.state !== 'not-rated'
          ? `Unexpected mark \`(${shown(entry)})\` of`
          : 'Missing mark of';
      yield {
        place: entry?.mark?.place ?? entry?.place ?? settled.place,
        reason: `${found} \`${settled.component.title}\` in \`${settled.case}\`, expected the settled \`(${shown(settled)})\`${isCoder ? '; keep the first mark as `was:` of the consensus' : ''}`,
        ...(entry && { cause: settled.place }),
      };
    }
  },
};

function shown({ state, rating }: Pick<CoderRating, 'state' | 'rating'>): string {
  return rating ?? state.replace('-', ' ');
}
