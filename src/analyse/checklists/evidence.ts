/** What can be seen in the evidence of a study. */
import type { Entry, Evidence, Study } from '../../domain/study.js';
import type { Source } from '../../domain/source.js';
import { keyOf } from '../../text/names.js';
import { entriesOf, evidenceIn, evidenceOf } from '../../study/entries.js';
import { weighPieces } from '../../study/weight.js';
import { dateOf } from '../dates.js';
import {
  atLeastPartly,
  atMostPartly,
  entryTarget,
  present,
  shareOf,
  type Found,
} from './signal.js';

function ratedEntries(study: Study): Entry[] {
  return entriesOf(study).filter(({ state }) => state === 'rated');
}

/** Rated entries that cite a record of a source. */
export function seeChain(study: Study): Found {
  const found = shareOf(
    ratedEntries(study),
    (entry) => evidenceIn(entry).some(isTraced),
    entryTarget,
  );
  return { ...found, numbers: { ...found.numbers, records: study.records.length } };
}

function isTraced({ resolved }: Evidence): boolean {
  return resolved.record !== null && resolved.source !== null;
}

/** Rated entries that rest on two or more kinds of source. */
export function seeTriangulation(study: Study): Found {
  return shareOf(
    ratedEntries(study),
    (entry) => weighPieces(evidenceIn(entry)).statedKinds.length > 1,
    entryTarget,
  );
}

/** Rated entries that rest on two or more perspectives. */
export function seePerspectives(study: Study): Found {
  return shareOf(
    ratedEntries(study),
    (entry) => weighPieces(evidenceIn(entry)).perspectives.length > 1,
    entryTarget,
  );
}

/** Evidence that speaks against the rating of its entry. */
export function seeCounterEvidence(study: Study): Found {
  const counter = evidenceOf(study).filter(({ evidence }) => evidence.isCounter);
  const entries = [...new Set(counter.map(({ entry }) => entry))];
  return present(counter.length, entries.map(entryTarget));
}

/** Quotations that bear the id of a record. */
export function seeQuotations(study: Study): Found {
  const quotes = evidenceOf(study).filter(({ evidence }) => evidence.kind === 'verbatim');
  const found = shareOf(
    quotes,
    ({ evidence }) => isTraced(evidence),
    () => null,
  );
  const entries = [
    ...new Set(quotes.flatMap(({ entry, evidence }) => (isTraced(evidence) ? [entry] : []))),
  ];
  return { ...found, targets: entries.map(entryTarget) };
}

/** Translated records that stand beside their originals. */
export function seeOriginals({ records }: Study): Found {
  const translated = records.filter(
    ({ flags, original }) => flags.includes('translated') || original !== null,
  );
  return shareOf(
    translated,
    ({ original }) => original !== null,
    ({ key }) => ({ kind: 'record', id: key }),
  );
}

/** Sources, each with records, and of how many kinds. */
export function seeSources({ sources, records }: Study): Found {
  return present(sources.length, [], {
    records: records.length,
    kinds: new Set(sources.map(({ kind }) => keyOf(kind) || kind)).size,
  });
}

/** Sources that say when they were made, as far as it can be read: `not stated` is no date. */
export function seeDates({ sources }: Study): Found {
  return shareOf(sources, (source) => dateOf(source) !== null, sourceTarget);
}

/** Interviews that state a role or perspective. Each stands for one person. */
export function seeRespondents({ sources }: Study): Found {
  const respondents = sources.filter(({ kind }) => kind === 'interview');
  return atMostPartly(
    atLeastPartly(
      shareOf(
        respondents,
        ({ attributes }) => attributes.has('role') || attributes.has('perspective'),
        sourceTarget,
      ),
    ),
  );
}

function sourceTarget({ id }: Source) {
  return { kind: 'source', id } as const;
}

/** Findings that cite a record, or an entry with evidence. */
export function seeFindings(study: Study): Found {
  const cited = new Set(
    study.references.flatMap(({ holder, target }) =>
      holder?.kind === 'item' && target && bears(study, target) ? [holder.id] : [],
    ),
  );
  const findings = study.protocol.sections.flatMap(({ role, items }) =>
    role === 'findings' ? items : [],
  );
  return shareOf(
    findings,
    ({ id }) => cited.has(id),
    ({ id }) => ({ kind: 'item', id }),
  );
}

function bears(
  { cases }: Study,
  target: NonNullable<Study['references'][number]['target']>,
): boolean {
  if (target.kind === 'record') return true;
  const entry =
    target.kind === 'entry'
      ? cases.find(({ id }) => id === target.case)?.entries.get(target.id)
      : undefined;
  return entry !== undefined && evidenceIn(entry).length > 0;
}

/** Rival explanations with ids of their own, and how many of them cite evidence. */
export function seeRivals(study: Study): Found {
  const rivals = study.protocol.sections.flatMap(({ role, items }) =>
    role === 'rivals' ? items : [],
  );
  const citing = new Set(
    study.references.flatMap(({ holder, target }) =>
      holder?.kind === 'item' && target && bears(study, target) ? [holder.id] : [],
    ),
  );
  return present(
    rivals.length,
    rivals.map(({ id }) => ({ kind: 'item', id })),
    { citing: rivals.filter(({ id }) => citing.has(id)).length },
  );
}
