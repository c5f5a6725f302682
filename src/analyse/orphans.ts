/** Where the chain of evidence breaks off: what leads nowhere at each of its steps. */
import * as z from 'zod';
import type { Holder, Study } from '../domain/study.js';
import type { SectionRole } from '../domain/protocol.js';
import { indexFramework } from '../study/framework.js';
import { claimsWithoutEvidence } from '../study/entries.js';
import type { Chain } from './chain.js';
import type { Claims } from './claims.js';
import { keyOfSource } from '../study/keys.js';

const source = z.object({
  source: z.string().describe('id of the source'),
  case: z.string().nullable().describe('id of its case'),
});
const entry = z.object({
  case: z.string().describe('id of the case'),
  component: z.string().describe('id of the component'),
});

/** The form of the loose ends. */
export const orphansSchema = z
  .object({
    sources: z.array(source).describe('sources that nothing cites, nor any record of theirs'),
    records: z.array(z.string()).describe('records that nothing cites'),
    codes: z.array(z.string()).describe('codes that were given to no record'),
    unmatched: z.array(z.string()).describe('codes that match no component'),
    entries: z.array(entry).describe('entries with findings that neither quote nor cite a record'),
    findings: z
      .array(z.string())
      .describe('cross-case findings from which no record can be reached'),
    notTakenUp: z
      .array(z.string())
      .describe(
        'cross-case findings that no conclusion or suggestion cites; none where the study has neither',
      ),
    rivals: z.array(z.string()).describe('rival explanations that cite nothing'),
    suggestions: z.array(z.string()).describe('suggestions that cite no finding, nor an entry'),
  })
  .describe('where the chain of evidence breaks off: what leads nowhere, step by step');

/** What leads nowhere, for each step of the chain of evidence. */
export type Orphans = z.infer<typeof orphansSchema>;

/** What leads nowhere, from the sources to the suggestions. */
export function findOrphans(study: Study, chain: Chain, claims: Claims): Orphans {
  const index = indexFramework(study.framework);
  const unused = chain.flatMap(({ record, usedBy }) => (usedBy.length === 0 ? [record] : []));
  const coded = new Set(chain.flatMap(({ codes }) => codes));
  const findings = itemsOf(study, claims, 'findings');
  const isFinding = new Set(findings.map(({ claim }) => claim.id));
  return {
    sources: unusedSources(study, new Set(unused)),
    records: unused,
    codes: study.codes.flatMap(({ id }) => (coded.has(id) ? [] : [id])),
    unmatched: study.codes.flatMap(({ id, components }) =>
      components.some(({ text }) => index.find(text)) ? [] : [id],
    ),
    entries: claimsWithoutEvidence(study).map(({ case: inCase, component }) => ({
      case: inCase,
      component: component.id,
    })),
    findings: idsOf(findings.filter(({ steps }) => steps === null)),
    notTakenUp: idsOf(notTakenUp(study, findings)),
    rivals: idsOf(itemsOf(study, claims, 'rivals').filter(({ restsOn }) => restsOn.length === 0)),
    suggestions: idsOf(
      itemsOf(study, claims, 'suggestions').filter(
        ({ restsOn }) =>
          !restsOn.some(
            ({ kind, id }) => kind === 'entry' || (kind === 'item' && isFinding.has(id)),
          ),
      ),
    ),
  };
}

function idsOf(claims: Claims): string[] {
  return claims.map(({ claim }) => claim.id);
}

function unusedSources(
  { sources, records, references }: Study,
  unused: Set<string>,
): Orphans['sources'] {
  const used = new Set(
    records.flatMap(({ key, source: id, place }) =>
      unused.has(key) ? [] : [keyOfSource({ place, id })],
    ),
  );
  const cited = new Set(
    references.flatMap(({ target }) => (target?.kind === 'source' ? [target.id] : [])),
  );
  return sources
    .filter(({ id, place }) => !used.has(keyOfSource({ place, id })) && !cited.has(id))
    .map(({ id, case: inCase }) => ({ source: id, case: inCase }));
}

/** The rows of the items of a role. */
function itemsOf({ protocol }: Study, claims: Claims, role: SectionRole): Claims {
  const ids = new Set(
    protocol.sections.flatMap((section) =>
      section.role === role ? section.items.map(({ id }) => id) : [],
    ),
  );
  return claims.filter(({ claim }) => claim.kind === 'item' && ids.has(claim.id));
}

function notTakenUp({ protocol }: Study, findings: Claims): Claims {
  const takers = protocol.sections.filter(
    ({ role }) => role === 'conclusions' || role === 'suggestions',
  );
  if (takers.length === 0) return [];
  const sections = new Set(takers.map(({ id }) => id));
  const items = new Set(takers.flatMap((section) => section.items.map(({ id }) => id)));
  const isTaker = ({ kind, id }: Holder) =>
    (kind === 'section' && sections.has(id)) || (kind === 'item' && items.has(id));
  return findings.filter(({ usedBy }) => !usedBy.some(isTaker));
}
