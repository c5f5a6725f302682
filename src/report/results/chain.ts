import type { Heading, PhrasingContent, RootContent } from 'mdast';
import type { Chain } from '../../analyse/chain.js';
import type { Record } from '../../domain/study.js';
import type { Scalar } from '../../domain/text.js';
import type { Source } from '../../domain/source.js';
import { anchorOf } from '../prose/anchors.js';
import { linkedBlocks, safeUrl } from '../prose/linked.js';
import {
  division,
  heading,
  joined,
  labelled,
  link,
  paragraph,
  strong,
  text,
  withProperties,
} from '../prose/nodes.js';
import { bracketed, listed, titled, wordFor, type Words } from '../prose/words.js';
import { beside, describeRecord, shownOriginal } from './evidence.js';
import { linkTo, type Context, type Renderer } from '../names/context.js';
import { linkedThings } from '../names/things.js';

/** Every source with its records in full, and after each record the places that use it. */
export const renderChain: Renderer<Chain> = (chain, context) => {
  const { study, words, under } = context;
  if (chain.length === 0) return [paragraph(text(words.text.noRecords))];
  const rows = new Map(chain.map((row) => [row.record, row]));
  const bySource = new Map<Source, Record[]>();
  for (const { record, source } of context.recordByKey.values())
    bySource.set(source, [...(bySource.get(source) ?? []), record]);
  // Two cases may each have a source D; a link to it leads to the first.
  const first = new Map([...study.sources].reverse().map((source) => [source.id, source]));
  return study.sources.flatMap((source) => [
    withId(
      heading(under + 1, text(nameOfSource(words, source))),
      first.get(source.id) === source ? anchorOf({ kind: 'source', id: source.id }) : null,
    ),
    ...describeSource(context, source),
    ...(bySource.get(source) ?? []).map((record) =>
      recordBlock(context, { record, source }, rows.get(record.key)),
    ),
  ]);
};

function withId(node: Heading, id: string | null): Heading {
  return id === null ? node : withProperties(node, { id });
}

/** A source by its id, with its title if it has one. */
export function nameOfSource(words: Words, { id, title }: Source): string {
  return title === null ? id : titled(words, id, title);
}

/** What is known of a source: where it can be found, its properties, and what is said of it. */
export function describeSource({ study, words, under }: Context, source: Source): RootContent[] {
  const facts = [...source.attributes]
    .filter(([key]) => !['title', 'url'].includes(key))
    .map(([key, value]) =>
      titled(
        words,
        wordFor(words.facts, key),
        listed(words, [value].flat().map(factIn(words, key))),
      ),
    );
  const hidden = (source.withheldAttributes ?? []).map((key) =>
    titled(words, wordFor(words.facts, key), words.disclosure.value),
  );
  const url = source.url === null ? null : safeUrl(source.url);
  const address: PhrasingContent[][] =
    source.url === null ? [] : [[url === null ? text(source.url) : link(url, text(source.url))]];
  const line = joined([...address, ...[...facts, ...hidden].map((fact) => [text(fact)])], ' · ');
  return [
    ...(line.length > 0 ? [division('facts', [paragraph(...line)])] : []),
    ...linkedBlocks(study, source.about, under + 1),
  ];
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

function recordBlock(
  context: Context,
  { record, source }: { record: Record; source: Source },
  row: Chain[number] | undefined,
): RootContent {
  const { study, words, under } = context;
  const label = [
    strong(text(record.key)),
    text(
      words.marks.space +
        bracketed(words, describeRecord(context, record, source)) +
        words.marks.colon,
    ),
  ];
  const body = labelled(label, linkedBlocks(study, record.content, under + 1));
  const uses = division('uses', [paragraph(...stepsOf(context, source, row))]);
  return division(
    'record',
    [...beside({ ...context, under: under + 1 }, body, shownOriginal(record)), uses],
    {
      id: anchorOf({ kind: 'record', id: record.key }),
    },
  );
}

/** Where a record comes from, which codes it has, and who uses it. */
function stepsOf(
  context: Context,
  source: Source,
  row: Chain[number] | undefined,
): PhrasingContent[] {
  const { words } = context;
  const { codes = [], usedBy = [] } = row ?? {};
  const origin: PhrasingContent[] = [
    text(words.trace.source + words.marks.label),
    linkTo({ kind: 'source', id: source.id }, text(source.id)),
  ];
  const users = [text(words.text.usedIn + words.marks.label), ...linkedThings(context, usedBy)];
  return joined(
    [origin, ...codesOf(context, codes), usedBy.length === 0 ? [text(words.text.unused)] : users],
    ' · ',
  );
}

function codesOf({ words }: Context, codes: string[]): PhrasingContent[][] {
  if (codes.length === 0) return [];
  const linked = codes.map((id) => [linkTo({ kind: 'code', id }, text(id))]);
  return [[text(words.trace.codes + words.marks.label), ...joined(linked, words.marks.list)]];
}
