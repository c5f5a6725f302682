/** A record in full, where it comes from, and everything that rests on it. */
import type { PhrasingContent, RootContent } from 'mdast';
import { keyOfThing } from '../../study/keys.js';
import type { Holder, Record } from '../../domain/study.js';
import type { Source } from '../../domain/source.js';
import { evidenceOf } from '../../study/entries.js';
import { linkedBlocks } from '../prose/linked.js';
import { quotation, text } from '../prose/nodes.js';
import { describeSource, nameOfSource } from '../results/chain.js';
import { linkTo, shownMark } from '../names/context.js';
import { beside, describeRecord } from '../results/evidence.js';
import { linkedThing } from '../names/things.js';
import { bracketed, fill, listed, titled, wordFor } from '../prose/words.js';
import { said, saidAt } from './messages.js';
import {
  facts,
  part,
  placeIn,
  points,
  recordLine,
  titleLine,
  usesOf,
  type Explaining,
} from './parts.js';
import type { SubjectOf } from './subject.js';

/** A record: its words, its source, its codes, the entries that use it, and what these lead to. */
export function explainRecord(context: Explaining, { id }: SubjectOf<'record'>): RootContent[] {
  const { words, study, caseById } = context;
  const found = context.recordByKey.get(id);
  if (!found) return [];
  const { record, source } = found;
  const chain = context.analysis.chain.find((row) => row.record === id);
  const quoted = beside(
    { ...context, under: 2 },
    linkedBlocks(study, record.content, 2),
    record.original,
  );
  return [
    titleLine(context, id, 'record'),
    ...facts(context, [
      [words.explain.what, describeRecord(context, record, source)],
      [
        words.explain.kinds.source,
        [linkTo({ kind: 'source', id: source.id }, text(nameOfSource(words, source)))],
      ],
      [
        words.explain.kinds.case,
        record.case === null ? null : (caseById.get(record.case)?.title ?? record.case),
      ],
      [words.explain.codes, listed(words, chain?.codes ?? [])],
      [words.explain.place, placeIn(record.place)],
    ]),
    quotation(quoted),
    ...part(words.explain.evidenceIn, points(context, evidenceLines(context, record))),
    ...usesOf(context, { kind: 'record', id }, isHolderOf(context, record)),
    ...saidAt(context, record.place, [
      ...record.content.nodes,
      ...(record.original?.content.nodes ?? []),
    ]),
  ];
}

/** Whether a user of a record has it as evidence: such entries are listed separately. */
function isHolderOf({ study }: Explaining, record: Record): (user: Holder) => boolean {
  const own = evidenceOf(study).filter(({ evidence }) => evidence.resolved.record === record);
  const keys = new Set(
    own.map(({ entry }) => keyOfThing({ kind: 'entry', id: entry.component.id, case: entry.case })),
  );
  return (user) => keys.has(keyOfThing(user));
}

/** Each piece of evidence: the entry with its mark, how it is used, with which codes, and what it supports. */
function evidenceLines(context: Explaining, record: Record): PhrasingContent[][] {
  const { words, study } = context;
  return evidenceOf(study).flatMap(({ entry, evidence }) => {
    if (evidence.resolved.record !== record) return [];
    const holder: Holder = { kind: 'entry', id: entry.component.id, case: entry.case };
    const state =
      entry.state === 'rated' ? shownMark(entry.rating ?? '') : words.states[entry.state];
    const counter = evidence.isCounter ? words.text.counter : words.text.speaksFor;
    const parts = [
      words.explain.evidence[evidence.kind],
      ...evidence.codes.map((code) => code.text),
      ...(evidence.speaksFor === null
        ? []
        : [fill(counter, { mark: shownMark(evidence.speaksFor) })]),
      placeIn(evidence.place),
    ];
    return [
      [
        linkedThing(context, holder),
        text(
          `${words.marks.space}${bracketed(words, state)}${words.marks.colon}${listed(words, parts, 'items')}`,
        ),
      ],
    ];
  });
}

/** A source: what is known of it, and its records. */
export function explainSource(
  context: Explaining,
  { id, path }: SubjectOf<'source'>,
): RootContent[] {
  const { words, study, citations } = context;
  const source = study.sources.find((each) => each.id === id && each.place.path === path);
  if (!source) return [];
  const own = recordsOf(context, source);
  const lines = own.map(({ key }) => {
    const n = citations.holdersOf.get(keyOfThing({ kind: 'record', id: key }))?.length ?? 0;
    return [
      ...recordLine(context, key),
      text(
        `${words.marks.space}${bracketed(words, n === 0 ? words.explain.unused : fill(words.explain.used, { n }))}`,
      ),
    ];
  });
  return [
    titleLine(context, nameOfSource(words, source), 'source'),
    ...facts(context, [
      [words.explain.what, wordFor(words.kinds, source.kind)],
      [
        words.explain.kinds.case,
        source.case === null ? null : (context.caseById.get(source.case)?.title ?? source.case),
      ],
      [words.explain.place, placeIn(source.place)],
    ]),
    ...describeSource({ ...context, under: 2 }, source),
    ...part(titled(words, words.explain.records, String(own.length)), points(context, lines)),
    ...(citations.holdersOf.has(keyOfThing({ kind: 'source', id }))
      ? usesOf(context, { kind: 'source', id })
      : []),
    ...said(
      context,
      context.messages.filter(
        ({ file, line }) => file === path && line === source.place.position.start.line,
      ),
    ),
  ];
}

function recordsOf({ recordByKey }: Explaining, source: Source): Record[] {
  return [...recordByKey.values()].flatMap((each) => (each.source === source ? [each.record] : []));
}
