import type { Study } from '../../domain/study.js';
import { isDisputed, unitsOf } from '../../study/entries.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';
import { keyOfUnit } from '../../study/keys.js';

/** Points at disagreements that are not settled, and at settlements where coders agree. */
export const disagreementIsSettled: Rule = {
  id: 'disagreement-is-settled',
  severity: 'warning',
  description:
    'A study with a file of consensus settles what coders disagree on, and nothing else, and says who settled it.',
  note: 'Report how disagreements were resolved, and by whom (O’Connor & Joffe 2020).',
  *check(study) {
    const { coding } = study;
    const hasConsensus = coding.files.some(({ kind }) => kind === 'consensus');
    if (!hasConsensus || coding.coders.length < 2) return;
    yield* open(study);
    for (const { settledBy, place, component, state } of coding.settlements) {
      if (state === 'not-rated')
        yield { place, reason: `Missing settled mark of \`${component.title}\`, expected one` };
      else if (settledBy === null)
        yield {
          place,
          reason: `Missing name behind the consensus on \`${component.title}\`, expected \`settled by:\` below it or \`settled-by:\` in the front matter`,
        };
    }
  },
};

function* open(study: Study): Iterable<Pointer> {
  const { coding, cases } = study;
  const disputed = unitsOf(study).filter(isDisputed);
  const names = new Set(disputed.map((unit) => keyOfUnit(unit.case, unit.component)));
  const settled = new Set(
    coding.settlements.map((each) => keyOfUnit(each.case, each.component.id)),
  );
  for (const unit of disputed) {
    const last = unit.ratings.findLast((rating) => rating !== null);
    if (!last || settled.has(keyOfUnit(unit.case, unit.component))) continue;
    const entry = cases.find(({ id }) => id === unit.case)?.entries.get(unit.component);
    yield {
      place: last.place,
      reason: `Unexpected disagreement on \`${last.component.title}\` in \`${unit.case}\`, expected a settled rating in the consensus`,
      ...(entry && { cause: entry.place }),
    };
  }
  for (const { case: id, component, place } of coding.settlements) {
    if (names.has(keyOfUnit(id, component.id))) continue;
    yield {
      place,
      reason: `Unexpected consensus on \`${component.title}\` in \`${id}\`, expected a disagreement; if the note was changed, say what it \`was:\``,
    };
  }
}
