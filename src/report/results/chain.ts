import type { Heading, PhrasingContent, RootContent } from 'mdast';
import type { Chain } from '../../analyse/chain.js';
import type { Holder, Record, Scalar, Source } from '../../model.js';
import { anchorOf } from '../anchors.js';
import { linkedBlocks, safeUrl } from '../linked.js';
import { division, heading, joined, labelled, link, paragraph, strong, text, withProperties } from '../nodes.js';
import { bracketed, fill, listed, titled, wordFor, type Words } from '../words.js';
import { beside, describeRecord, shownOriginal } from './evidence.js';
import { caseTitle, linkTo, titleOf, type Context, type Reader } from './context.js';

/** Every source with its records in full, and behind each record the places that use it. */
export const readChain: Reader<Chain> = (chain, context) => {
  const { study, words, under } = context;
  if (chain.length === 0) return [paragraph(text(words.text.noRecords))];
  const uses = new Map(chain.map(({ record, usedBy }) => [record, usedBy]));
  const bySource = new Map<Source, Record[]>();
  for (const { record, source } of context.recordByKey.values()) bySource.set(source, [...(bySource.get(source) ?? []), record]);
  // Two cases may each have a source D; a link to it leads to the first.
  const first = new Map([...study.sources].reverse().map((source) => [source.id, source]));
  return study.sources.flatMap((source) => [
    withId(
      heading(under + 1, text(nameOf(words, source))),
      first.get(source.id) === source ? anchorOf({ kind: 'source', id: source.id }) : null,
    ),
    ...describeSource(context, source),
    ...(bySource.get(source) ?? []).map((record) => recordBlock(context, record, source, uses.get(record.key) ?? [])),
  ]);
};

function withId(node: Heading, id: string | null): Heading {
  return id === null ? node : withProperties(node, { id });
}

function nameOf(words: Words, { id, title }: Source): string {
  return title === null ? id : titled(words, id, title);
}

function describeSource({ study, words, under }: Context, source: Source): RootContent[] {
  const facts = [...source.attributes]
    .filter(([key]) => !['title', 'url'].includes(key))
    .map(([key, value]) => titled(words, wordFor(words.facts, key), listed(words, [value].flat().map(factIn(words, key)))));
  const hidden = (source.withheldAttributes ?? []).map((key) => titled(words, wordFor(words.facts, key), words.disclosure.value));
  const url = source.url === null ? null : safeUrl(source.url);
  const address: PhrasingContent[][] = source.url === null ? [] : [[url === null ? text(source.url) : link(url, text(source.url))]];
  const line = joined([...address, ...[...facts, ...hidden].map((fact) => [text(fact)])], ' · ');
  return [...(line.length > 0 ? [division('facts', [paragraph(...line)])] : []), ...linkedBlocks(study, source.about, under + 1)];
}

/** The value of a property that crosscase knows in the words of the report; any other as the author wrote it. */
function factIn(words: Words, key: string): (value: Scalar) => string {
  const known: { [key: string]: { [value: string]: string } } = {
    kind: words.kinds,
    perspective: words.perspectives,
    access: words.access,
  };
  return (value) => wordFor(Object.hasOwn(known, key) ? (known[key] ?? {}) : {}, String(value));
}

function recordBlock(context: Context, record: Record, source: Source, users: Holder[]): RootContent {
  const { study, words, under } = context;
  const label = [
    strong(text(record.key)),
    text(words.marks.space + bracketed(words, describeRecord(context, record, source)) + words.marks.colon),
  ];
  const body = labelled(label, linkedBlocks(study, record.content, under + 1));
  const uses =
    users.length === 0
      ? [text(words.text.unused)]
      : [
          text(words.text.usedIn + words.marks.label),
          ...joined(
            users.map((holder) => [linkToHolder(context, holder)]),
            words.marks.items,
          ),
        ];
  return division(
    'record',
    [...beside({ ...context, under: under + 1 }, body, shownOriginal(record)), division('uses', [paragraph(...uses)])],
    {
      id: anchorOf({ kind: 'record', id: record.key }),
    },
  );
}

function linkToHolder(context: Context, holder: Holder): PhrasingContent {
  return linkTo(holder, text(labelOf(context, holder)));
}

function labelOf(context: Context, holder: Holder): string {
  const { words, study } = context;
  const phrase = words.holders[holder.kind];
  switch (holder.kind) {
    case 'entry':
      return fill(phrase, { component: titleOf(context, holder.id), case: caseTitle(context, holder.case) });
    case 'dimension':
      return fill(phrase, {
        dimension: study.framework.dimensions.find(({ id }) => id === holder.id)?.title ?? holder.id,
        case: caseTitle(context, holder.case),
      });
    case 'case':
      return fill(phrase, { name: caseTitle(context, holder.id) });
    case 'section':
      return fill(phrase, { name: study.protocol.sections.find(({ id }) => id === holder.id)?.title ?? holder.id });
    default:
      return fill(phrase, { name: holder.id });
  }
}
