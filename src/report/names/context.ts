/** What a result is rendered from: the study, the words, and how each thing is named and linked. */
import type { PhrasingContent, RootContent, TableCell } from 'mdast';
import type { Claims } from '../../analyse/claims.js';
import type { Cell } from '../../analyse/comparison.js';
import type { Analysis } from '../../analyse/index.js';
import { keyOfSource, keyOfThing } from '../../study/keys.js';
import type { Case, Record, Study, Target } from '../../domain/study.js';
import type { Component, Dimension } from '../../domain/framework.js';
import type { Legend, Style } from '../../domain/protocol.js';
import type { Source } from '../../domain/source.js';
import { componentsOf } from '../../study/framework.js';
import { anchorOf } from '../prose/anchors.js';
import { inline, link, text, withProperties } from '../prose/nodes.js';
import { listed, type Words } from '../prose/words.js';
import type { View } from '../document/view.js';

/** What the rendering of any result may use. */
export interface Context {
  study: Study;
  words: Words;
  /** Of the words: `en`, `zh`. */
  language: string;
  style: Style;
  messages: View['messages'];
  messagesWithheld: number;
  memos: View['memos'];
  /** Null where no older state was asked for. */
  changes: View['changes'];
  componentById: Map<string, Component>;
  dimensionOf: Map<string, Dimension>;
  caseById: Map<string, Case>;
  /** Records with their sources, by the record's key. */
  recordByKey: Map<string, { record: Record; source: Source }>;
  /** Depth of the heading under which the result stands. */
  under: number;
}

/** A context for a result that rests on results of other methods. */
export interface ContextWith<Key extends keyof Analysis> extends Context {
  analysis: Pick<Analysis, Key>;
}

/** The context of a report, in which all methods have run. */
export interface WholeContext extends ContextWith<keyof Analysis> {
  /** What each claim rests on and by whom it is cited, by `keyOfThing`. */
  claims: Map<string, Claims[number]>;
}

/** A result as blocks. `argument` is what the template gives after the result's name. */
export type Renderer<T, In extends Context = Context> = (
  result: T,
  context: In,
  argument: string | null,
) => RootContent[];

function recordsOf({ records, sources }: Study): Context['recordByKey'] {
  const byKey = new Map(sources.map((source) => [keyOfSource(source), source]));
  return new Map(
    records.flatMap((record) => {
      const source = byKey.get(keyOfSource({ place: record.place, id: record.source }));
      return source ? [[record.key, { record, source }] as const] : [];
    }),
  );
}

/** What a document holds besides the study. */
type Said = Pick<View, 'messages' | 'messagesWithheld' | 'memos' | 'changes'>;

/** Those parts of a document. */
export function saidIn({ messages, messagesWithheld, memos, changes }: Said): Said {
  return { messages, messagesWithheld, memos, changes };
}

/** Adds indexes of a study's names and things to what is given. */
export function contextOf<
  Made extends Pick<Context, 'study' | 'words' | 'language' | 'style' | keyof Said>,
>(made: Made): Made & Omit<Context, 'under'> {
  const { study } = made;
  return {
    ...made,
    caseById: new Map(study.cases.map((each) => [each.id, each])),
    recordByKey: recordsOf(study),
    componentById: new Map(
      componentsOf(study.framework).map((component) => [component.id, component]),
    ),
    dimensionOf: new Map(
      study.framework.dimensions.flatMap((dimension) =>
        dimension.components.map(({ id }) => [id, dimension] as const),
      ),
    ),
  };
}

/** The claims of an analysis, found by the keys of their things. */
export function indexClaims(claims: Claims): WholeContext['claims'] {
  return new Map(claims.map((row) => [keyOfThing(row.claim), row]));
}

/** A link to a thing of the study. Where the report does not hold it, the link is taken away later. */
export function linkTo(
  target: Exclude<Target, { kind: 'file' }>,
  ...children: PhrasingContent[]
): PhrasingContent {
  return withProperties(link(`#${anchorOf(target)}`, ...children), {
    className: ['ref', `ref-${target.kind}`],
  });
}

/** The title of a component, or its id if the framework does not have it. */
export function titleOf({ componentById }: Context, component: string): string {
  return componentById.get(component)?.title ?? component;
}

/** Titles of components in a row; some hold commas themselves. */
export function titlesOf(context: Context, components: string[]): string {
  const titles = components.map((id) => titleOf(context, id));
  return listed(context.words, titles, 'items');
}

/** The title of a case, or its id where there is no such case. */
export function caseTitle({ caseById }: Context, id: string): string {
  return caseById.get(id)?.title ?? id;
}

/** The most cases shown side by side in columns with their findings; more are shown below each other. */
export const columnsAtMost = 4;

/** The heads of columns for the cases: their titles, or their ids where there are many. */
export function caseHeads(
  context: Context,
  cell: (children: PhrasingContent[], id: string) => TableCell,
): TableCell[] {
  const { cases } = context.study;
  return cases.map((each) =>
    cell(
      [
        linkTo(
          { kind: 'case', id: each.id },
          text(cases.length > columnsAtMost ? each.id : each.title),
        ),
      ],
      each.id,
    ),
  );
}

/** A rating as its mark, any other state as its word; `membership` lets a format colour the mark. */
export function markOf(
  { study, words }: Context,
  { state, rating }: Pick<Cell, 'state' | 'rating'>,
): PhrasingContent {
  if (state !== 'rated' || rating === null)
    return inline('state', [text(words.states[state])], { dataState: state });
  const label = study.protocol.legend.find(({ symbol }) => symbol === rating)?.label ?? '';
  return inline('rating', [text(shownMark(rating))], {
    dataSide: sideOf(study.protocol.legend, rating),
    title: label,
  });
}

/** On which side of the middle a rating stands. */
export type Side = 'favourable' | 'unfavourable' | 'middle' | 'none';

/** On which side of the set of favourable cases a rating stands, by its membership. */
export function sideOf(legend: Legend, rating: string): Side {
  const membership = legend.find(({ symbol }) => symbol === rating)?.membership ?? null;
  if (membership === null) return 'none';
  return membership > 0.5 ? 'favourable' : membership < 0.5 ? 'unfavourable' : 'middle';
}

/** A hyphen that stands for a minus is shown as one. */
export function shownMark(symbol: string): string {
  return symbol === '-' ? '−' : symbol;
}

/** Words and blocks that may stand in a cell. */
export type Blocks = RootContent[];
