/** Study × Study → Changes: what changed in meaning, the most important first, and what rests on it. */
import type { Case, Study } from '../domain/study.js';
import { changesOfAnswers } from './answers.js';
import { changesOfCites } from './cites.js';
import { changesOfCodes } from './codes.js';
import { changesOfCoding } from './coding.js';
import { caseSubject, changesOfCase } from './entries.js';
import { joinMoved } from './evidence.js';
import { found, type Found } from './found.js';
import { changesOfFramework } from './framework.js';
import { changesOfItems, changesOfSections, changesOfWorks } from './items.js';
import { pairOf, type Matched } from './match.js';
import { changesOfProtocol } from './protocol.js';
import { resultsThatDiffer, type Judged } from './results.js';
import type { Changes } from './schema.js';
import { changesOfSources } from './sources.js';
import { withTouches } from './touches.js';

export { withholdOlderWords } from './older-words.js';

/** A state of a study with what was computed from it. */
export interface Analysed {
  study: Study;
  analysis: Judged;
}

/** Compares two states. Pure; rewrapping, other quotation marks and another order of paragraphs or files are no change. */
export function compareStates(
  older: Analysed,
  newer: Analysed,
): Pick<Changes, 'changes' | 'results'> {
  const pair = pairOf(older.study, newer.study);
  const results = resultsThatDiffer(older.analysis, newer.analysis, pair);
  const found = [
    ...changesOfProtocol(pair),
    ...changesOfFramework(pair),
    ...changesOfCases(pair.cases),
    ...joinMoved(pair.cases.both.flatMap(([one, other]) => changesOfCase(pair, one, other))),
    ...changesOfCodes(pair),
    ...changesOfSources(pair),
    ...changesOfCoding(pair),
    ...changesOfItems(older.study, newer.study),
    ...changesOfSections(older.study, newer.study),
    ...changesOfAnswers(older.study, newer.study),
    ...changesOfWorks(older.study, newer.study),
    ...changesOfCites(pair),
  ];
  return {
    results: results.map(({ result }) => result),
    changes: withTouches(pair, found, results),
  };
}

/** A case that was added or removed is one change, not one for each of its entries. */
function changesOfCases({ gone, come }: Matched<Case>): Found[] {
  const changeOf = ({ id, place }: Case) => ({
    of: 'case' as const,
    id,
    case: id,
    at: place,
    subjects: [caseSubject(id)],
    bearsOn: ['all'],
  });
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.title })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.title, isGone: true }),
    ),
  ];
}
