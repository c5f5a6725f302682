/** Parsed files → Study: everything that refers to something is resolved here, or kept as unresolved. */
import type { Input } from '../domain/input.js';
import type { CaseNote } from '../domain/note.js';
import type { Parsed } from '../domain/parsed.js';
import type { Record, Study } from '../domain/study.js';
import type { Source } from '../domain/source.js';
import { indexFramework } from '../study/framework.js';
import { keyOf } from '../text/names.js';
import { gatherCase } from './case.js';
import { gatherCoding } from './coding.js';
import { factsOf } from './images.js';
import { indexRecords } from './records.js';
import { gatherReferences } from './references.js';
import { resolverFor, type Resolver, type Unlinked } from './resolver.js';

/** Gathers what was parsed into a study. Never throws on content: what does not resolve keeps a hint. */
export function gather(
  { files, images, paths }: Pick<Input, 'files' | 'images' | 'paths'>,
  parsed: Parsed,
): Study {
  const { protocol, framework, codebook } = parsed;
  const sources = parsed.sources.flatMap((file) => file.sources);
  const held = keyedRecords(sources);
  const records = held.map(({ record }) => record);
  const codes = codebook?.codes ?? [];
  const { chosen, others } = inOrder(parsed);
  const context = {
    legend: protocol.legend,
    index: indexFramework(framework),
    records: indexRecords(records),
    sourceOf: new Map(held.map(({ record, source }) => [record, source])),
    codes: new Map(codes.map((code) => [keyOf(code.id), code])),
  };
  const cases = chosen.map((note) => gatherCase(note, context));
  const unlinked: Unlinked = {
    files,
    protocol,
    framework,
    cases,
    otherNotes: others,
    sources,
    records,
    codes,
    codebook,
    coding: gatherCoding(parsed.ratings, { protocol, cases, index: context.index }),
    works: parsed.works,
    citationStyle: parsed.citationStyle,
    register: parsed.register,
    checklists: parsed.checklists,
    images: [...images].map(([path, bytes]) => factsOf(path, bytes)),
    outcome: protocol.outcome && context.index.find(protocol.outcome.text),
    ...leftoversOf(parsed),
  };
  return linked(unlinked, resolverFor(unlinked, context, paths), parsed);
}

/** The study with all that its texts refer to. */
function linked(unlinked: Unlinked, resolver: Resolver, { sources }: Parsed): Study {
  const references = gatherReferences(unlinked, resolver, sources);
  const targets = new Map(
    references.flatMap(({ node, target }) => (target ? [[node, target] as const] : [])),
  );
  return { ...unlinked, references, targets };
}

/** What stands in files of any kind. */
function leftoversOf(parsed: Parsed): Pick<Study, 'footnotes' | 'memos' | 'unread'> {
  const { protocol, notes, sources, codebook, ratings } = parsed;
  const all = [protocol, ...notes, ...sources, ...(codebook ? [codebook] : []), ...ratings];
  return {
    footnotes: new Map(all.flatMap(({ footnotes }) => [...footnotes])),
    memos: all.flatMap(({ memos }) => memos),
    unread: [...all.flatMap(({ unread }) => unread), ...parsed.unread],
  };
}

/** Cases in the order of the protocol; without one, by the names of their files. */
function inOrder({ protocol, notes }: Parsed): { chosen: CaseNote[]; others: CaseNote[] } {
  const ids = protocol.cases?.map(({ text }) => text) ?? notes.map(({ id }) => id);
  const chosen = [...new Set(ids)].flatMap((id) => notes.find((note) => note.id === id) ?? []);
  return { chosen, others: notes.filter((note) => !chosen.includes(note)) };
}

/** An id that two cases use is known by its case: `chaoyang/D122`. */
function keyedRecords(sources: Source[]): { record: Record; source: Source }[] {
  const held = sources.flatMap((source) => source.records.map((record) => ({ record, source })));
  const homes = new Map<string, Set<string | null>>();
  for (const { record } of held)
    homes.set(record.id, (homes.get(record.id) ?? new Set()).add(record.case));
  return held.map(({ record, source }) => {
    const isShared = (homes.get(record.id)?.size ?? 0) > 1;
    return {
      record: {
        ...record,
        key: isShared && record.case !== null ? `${record.case}/${record.id}` : record.id,
      },
      source,
    };
  });
}
