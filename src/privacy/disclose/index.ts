/** Study, policy → Study that may be shown: withholds what the policy does not allow, before anything is analysed or composed. */
import type { Case, Entry, Evidence, Record, Study } from '../../domain/study.js';
import type { Disclosure } from '../../domain/protocol.js';
import type { Leftovers } from '../../domain/text.js';
import type { Source } from '../../domain/source.js';
import { keyOf } from '../../text/names.js';
import { coarsen } from '../levels/coarsen.js';
import { levelsOf, type Levels } from '../levels/levels.js';
import { policyOf, type Policy } from '../policy.js';
import { withhold, withholdOriginal } from './withheld.js';

/**
 * The study as a policy shows it, by default its own. Internal: all of it but the register of respondents. Public: without memos, without the words of
 * restricted sources and of respondents who did not agree, and with attributes as coarse as study.md asks. Ids, codes, kinds,
 * perspectives, ratings and all counts stay, so that the chain of evidence and its weights are still true.
 */
export function disclose(study: Study, policy: Policy = policyOf(study)): Study {
  const { profile, disclosure, register } = policy;
  if (profile === 'internal') return { ...study, register: null };
  const levels = levelsOf({ sources: study.sources, register });
  const records = new Map(study.records.map((record) => [record, discloseRecord(record, levels)]));
  const sources = new Map(
    study.sources.map((source) => [source, discloseSource(source, disclosure, levels)]),
  );
  const shown = { records, sources, levels, disclosure };
  return {
    ...study,
    register: null,
    memos: [],
    protocol: withoutMemos(study.protocol),
    cases: study.cases.map((each) => discloseCase(each, shown)),
    otherNotes: study.otherNotes.map(withoutMemos),
    sources: [...sources.values()],
    records: [...records.values()],
    codebook: study.codebook && withoutMemos(study.codebook),
    coding: { ...study.coding, files: study.coding.files.map(withoutMemos) },
  };
}

function withoutMemos<T extends Leftovers>(file: T): T {
  return { ...file, memos: [] };
}

/** Things as they were, and as they are shown. */
interface Shown {
  records: Map<Record, Record>;
  sources: Map<Source, Source>;
  levels: Levels;
  disclosure: Disclosure;
}

function discloseRecord<T extends Source['records'][number]>(record: T, { ofRecord }: Levels): T {
  const { content, verbatim } = ofRecord(record);
  return {
    ...record,
    content: withhold(record.content, content),
    original: withholdOriginal(record.original, verbatim),
  };
}

/** Attributes by which evidence is weighed; any other could identify the respondent. */
const harmless = ['kind', 'perspective', 'access', 'date'];

function discloseSource(source: Source, disclosure: Disclosure, levels: Levels): Source {
  const { verbatim, paraphrased } = levels.ofSource(source);
  const mayStand = (key: string) =>
    paraphrased === null ? verbatim === null || key !== 'url' : harmless.includes(key);
  const written = new Map([...source.attributes].filter(([name]) => mayStand(keyOf(name))));
  const { attributes, withheld } = coarsen(written, disclosure);
  const left = new Map([...attributes].map(([name, value]) => [keyOf(name), String(value)]));
  return {
    ...source,
    title: source.title === null ? null : (left.get('title') ?? null),
    url: source.url === null ? null : (left.get('url') ?? null),
    attributes,
    ...(withheld.length > 0 && { withheldAttributes: withheld }),
    ...(verbatim !== null && { withheld: verbatim }),
    about: withhold(source.about, verbatim),
    records: source.records.map((record) => discloseRecord(record, levels)),
  };
}

function discloseCase(each: Case, shown: Shown): Case {
  const { attributes, withheld } = coarsen(each.attributes, shown.disclosure);
  return {
    ...withoutMemos(each),
    attributes,
    ...(withheld.length > 0 && { withheldAttributes: withheld }),
    entries: new Map([...each.entries].map(([id, entry]) => [id, discloseEntry(entry, shown)])),
    repeated: each.repeated.map((entry) => discloseEntry(entry, shown)),
  };
}

function discloseEntry(entry: Entry, shown: Shown): Entry {
  return {
    ...entry,
    parts: entry.parts.map((part) =>
      part.type === 'evidence' ? discloseEvidence(part, shown) : part,
    ),
  };
}

function discloseEvidence(evidence: Evidence, { records, sources, levels }: Shown): Evidence {
  const { content, verbatim } = levels.ofEvidence(evidence);
  const { record, source, codes } = evidence.resolved;
  return {
    ...evidence,
    content: withhold(evidence.content, content),
    original: withholdOriginal(evidence.original, verbatim),
    resolved: {
      record: record && (records.get(record) ?? null),
      source: source && (sources.get(source) ?? null),
      codes,
    },
  };
}
