/** Weaknesses of the comparison that the study itself shows, for the reader. */
import * as z from 'zod';
import type { Entry, Study } from '../domain/study.js';
import { entriesOf, evidenceIn } from '../study/entries.js';
import { isGoodForWantOfBadNews, weighPieces } from '../study/weight.js';
import { takeInventory } from './inventory.js';

const caution = z.object({
  id: z
    .enum(['unequal-evidence', 'self-report-only', 'unlike-attributes', 'few-cases', 'no-bad-news'])
    .describe('the report has words for each'),
  cases: z.array(z.string()).describe('ids of the cases'),
  of: z.array(z.string()).describe('components, or names of attributes, of which it speaks'),
});

/** The form of the cautions, a row for each weakness. */
export const cautionsSchema = z.array(caution).describe('weaknesses that the study itself shows');

/** Weaknesses of a comparison; none if the study shows none. */
export type Cautions = z.infer<typeof cautionsSchema>;

/** Finds the weaknesses that the study itself shows, in a fixed order. */
export function weigh(study: Study): Cautions {
  return [
    ...fewCases(study),
    ...unequalEvidence(study),
    ...unlikeAttributes(study),
    ...selfReportOnly(study),
    ...noBadNews(study),
  ];
}

/** Fewer cases than components that could matter: the cases cannot tell them apart. */
function fewCases({ cases }: Study): Cautions {
  return cases.length >= 2 && cases.length < 6
    ? [{ id: 'few-cases', cases: cases.map(({ id }) => id), of: [] }]
    : [];
}

/** The cases rest on different kinds of sources or perspectives. */
function unequalEvidence(study: Study): Cautions {
  const rows = takeInventory(study).filter(({ pieces }) => pieces > 0);
  const bases = study.cases.map(({ id }) =>
    rows
      .filter((row) => row.case === id)
      .map((row) => `${row.kind} ${row.perspective ?? ''}`)
      .sort()
      .join(', '),
  );
  return new Set(bases).size > 1
    ? [{ id: 'unequal-evidence', cases: study.cases.map(({ id }) => id), of: [] }]
    : [];
}

/** The cases differ in unit or period. */
function unlikeAttributes({ cases }: Study): Cautions {
  const differing = ['unit', 'period'].filter(
    (name) => new Set(cases.map(({ attributes }) => String(attributes.get(name) ?? ''))).size > 1,
  );
  return differing.length > 0
    ? [{ id: 'unlike-attributes', cases: cases.map(({ id }) => id), of: differing }]
    : [];
}

/** Ratings that rest on self-reports alone: that these report no trouble does not mean there was none. */
function selfReportOnly(study: Study): Cautions {
  return study.cases.flatMap(({ id, entries }): Cautions => {
    const components = entriesOf({ cases: [{ entries, repeated: [] }] })
      .filter(restsOnSelfReport)
      .map(({ component }) => component.id);
    return components.length > 0 ? [{ id: 'self-report-only', cases: [id], of: components }] : [];
  });
}

function restsOnSelfReport(entry: Entry): boolean {
  return entry.state === 'rated' && weighPieces(evidenceIn(entry)).isAll['self-report'];
}

/** Favourable ratings whose only support is that self-reports mention no trouble. */
function noBadNews({ cases, protocol }: Study): Cautions {
  const found = entriesOf({
    cases: cases.map(({ entries }) => ({ entries, repeated: [] })),
  }).filter((entry) => isGoodForWantOfBadNews(entry, protocol));
  const [inCases, components] = [
    found.map((entry) => entry.case),
    found.map(({ component }) => component.id),
  ];
  return found.length > 0
    ? [{ id: 'no-bad-news', cases: [...new Set(inCases)], of: [...new Set(components)] }]
    : [];
}
