/** What can be seen in the design of a study: its protocol, cases, framework, codes and coders. */
import { untitled, type SectionRole } from '../../domain/protocol.js';
import type { Case, Study } from '../../domain/study.js';
import { componentsOf, propositionsOf } from '../../study/framework.js';
import { keyOf } from '../../text/names.js';
import { expectationsOf, unitsOf } from '../../study/entries.js';
import { compare } from '../comparison.js';
import { matchPatterns } from '../patterns.js';
import { atLeastPartly, atMostPartly, present, share, shareOf, type Found } from './signal.js';

/** A section of study.md with words in it. */
export function seeSection({ protocol }: Study, role: SectionRole): Found {
  const sections = protocol.sections.filter(
    (section) => section.role === role && (section.content.text !== '' || section.items.length > 0),
  );
  return present(
    sections.length,
    sections.map(({ id }) => ({ kind: 'section', id })),
  );
}

/** Sections under one of these headings, or with it in them. */
export function seeHeadings({ protocol }: Study, headings: string[]): Found {
  const keys = new Set(headings.map(keyOf));
  const sections = protocol.sections.filter((section) =>
    [section.title, ...section.headings].some((title) => keys.has(keyOf(title))),
  );
  return present(
    sections.length,
    sections.map(({ id }) => ({ kind: 'section', id })),
  );
}

/** A title; only a reader can judge it. */
export function seeTitle({ protocol }: Study): Found {
  return atMostPartly(present(['', untitled].includes(protocol.title) ? 0 : 1));
}

/** Components and propositions that were there before the cases. */
export function seeFramework({ framework }: Study): Found {
  return present(componentsOf(framework).length, [], {
    propositions: propositionsOf(framework).length,
  });
}

const parts: SectionRole[] = ['question', 'scope', 'selection', 'method'];

/** Sections of study.md that say how the study is to be done. */
export function seeProtocol(study: Study): Found {
  const found = parts.map((role) => seeSection(study, role));
  const seen = found.filter(({ status }) => status === 'seen');
  return {
    status: share(seen.length, parts.length),
    numbers: { n: seen.length, of: parts.length },
    targets: seen.flatMap(({ targets }) => targets),
    lacking: [],
  };
}

/** Records that stand apart from the report, and sources with an address. */
export function seeDatabase({ records, sources }: Study): Found {
  return present(records.length, [], {
    sources: sources.length,
    addresses: sources.filter(({ url }) => url !== null).length,
  });
}

/** Works that the study can cite. */
export function seeWorks({ references }: Study): Found {
  return present(
    new Set(references.flatMap(({ target }) => (target?.kind === 'work' ? [target.id] : []))).size,
  );
}

/** Cases with a text on the case as a whole. */
export function seeCases({ cases }: Study): Found {
  return shareOf(cases, ({ profile }) => profile.text !== '', caseTarget);
}

/** Cases with place and period. */
export function seeSetting({ cases }: Study): Found {
  return shareOf(
    cases,
    ({ attributes }) => attributes.has('place') && attributes.has('period'),
    caseTarget,
  );
}

function caseTarget({ id }: { id: string }) {
  return { kind: 'case', id } as const;
}

/** Several cases in one framework: what replication needs, and not yet replication. */
export function seeReplication(study: Study): Found {
  const { cases, framework } = study;
  const rated = compare(study).filter(({ cells }) =>
    Object.values(cells).every(({ state }) => state === 'rated'),
  ).length;
  const numbers = { n: cases.length, rated, of: componentsOf(framework).length };
  return atMostPartly({
    ...present(cases.length, cases.map(caseTarget)),
    numbers,
    status: cases.length > 1 ? 'seen' : 'not-seen',
  });
}

/** Cases that have a place in the order of the outcome: it is rated there by a mark with a membership. */
export function seeCaseOrder({ cases, outcome, protocol: { legend } }: Study): Found {
  const placed = new Set(
    legend.flatMap(({ symbol, membership }) => (membership === null ? [] : [symbol])),
  );
  const ratingOf = ({ entries }: Case) =>
    (outcome ? entries.get(outcome.id)?.rating : null) ?? null;
  return shareOf(cases, (each) => placed.has(ratingOf(each) ?? ''), caseTarget);
}

/** Components in which rated cases differ. */
export function seeDifferences(study: Study): Found {
  return present(compare(study).filter(({ verdict }) => verdict === 'different').length);
}

/** Propositions with a sign that stand beside what was found in a case. */
export function seePatterns(study: Study): Found {
  const signed = [...expectationsOf(study).values()].filter(({ expects }) => expects !== null);
  const told = ['fits', 'against', 'mixed'];
  const tested = new Set(
    matchPatterns(study).flatMap(({ proposition, cells }) =>
      Object.values(cells).some(({ verdict }) => told.includes(verdict)) ? [proposition] : [],
    ),
  );
  return shareOf(
    signed,
    ({ proposition }) => tested.has(proposition.id),
    ({ proposition }) => ({ kind: 'proposition', id: proposition.id }),
  );
}

/** Those who rated: named in study.md, or with ratings of their own. */
export function seeCoders({ protocol, coding }: Study): Found {
  return present(
    Math.max(
      protocol.coders.length,
      coding.coders.filter(({ ratings }) => ratings.length > 0).length,
    ),
  );
}

/** Units that two coders rated apart. */
export function seeAgreement(study: Study): Found {
  const units = unitsOf(study);
  const common = units.filter(
    ({ ratings }) => ratings.filter((rating) => rating !== null).length > 1,
  ).length;
  return {
    ...present(common),
    status: share(common, units.length),
    numbers: { n: common, of: units.length },
  };
}

/** Codes with a definition, and how many are matched with the framework. */
export function seeCodebook({ codes }: Study): Found {
  const found = shareOf(
    codes,
    ({ definition }) => definition !== null,
    ({ id }) => ({ kind: 'code', id }),
  );
  return {
    ...atLeastPartly(found),
    numbers: {
      ...found.numbers,
      matched: codes.filter(({ components }) => components.length > 0).length,
    },
  };
}
