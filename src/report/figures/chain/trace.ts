/** The chain of evidence as layers: sources, records, codes and components, with what leads from one to the next. */
import type { Case, Evidence, Record } from '../../../domain/study.js';
import type { Code, Source } from '../../../domain/source.js';
import { componentsOf } from '../../../study/framework.js';
import { evidenceOf } from '../../../study/entries.js';
import { keyOfParts, keyOfSource } from '../../../study/keys.js';
import { anchorOf } from '../../prose/anchors.js';
import type { Context } from '../../names/context.js';
import { fill, wordFor } from '../../prose/words.js';

/** The layers from left to right. */
export const layers = ['source', 'record', 'code', 'component'] as const;
/** The name of a layer. */
export type Layer = (typeof layers)[number];

/** A thing in a layer: a source, a record or all of a source, a code, a component. */
export interface Knot {
  /** Unique in its layer. */
  key: string;
  label: string;
  /** In words, with what the label leaves out. */
  title: string;
  /** Under what heading it stands: a case for sources, a dimension for components; null for none. */
  head: string | null;
  anchor: string | null;
}

/** A way from one knot to another. */
export interface Thread {
  from: [Layer, string];
  to: [Layer, string];
  /** Pieces of evidence that take this way. */
  n: number;
}

/** A whole chain: its knots by layer, and the threads between them. */
export interface Trace {
  knots: { [Key in Layer]: Knot[] };
  threads: Thread[];
}

/** A piece of evidence whose record is known. */
export interface Piece {
  case: string;
  component: string;
  record: Record;
  source: Source;
  codes: Code[];
}

/** The pieces of evidence of the study that have a record. */
export function piecesOf(context: Context): Piece[] {
  return evidenceOf(context.study).flatMap(({ entry, evidence }) => {
    const found = resolvedOf(evidence);
    return found ? [{ ...found, case: entry.case, component: entry.component.id }] : [];
  });
}

function resolvedOf({
  resolved: { record, source, codes },
}: Evidence): Pick<Piece, 'record' | 'source' | 'codes'> | null {
  return record && source ? { record, source, codes } : null;
}

/** Traces pieces through the layers; with `isGathered` the records of a source are one knot. */
export function traceOf(
  context: Context,
  pieces: Piece[],
  { cases, isGathered }: { cases: Case[]; isGathered: boolean },
): Trace {
  const threads = new Map<string, Thread>();
  const tie = (from: [Layer, string], to: [Layer, string]) => {
    const key = keyOfParts(...from, ...to);
    const thread = threads.get(key) ?? { from, to, n: 0 };
    thread.n += 1;
    threads.set(key, thread);
  };
  for (const { component, record, source, codes } of pieces) {
    const knot = isGathered ? keyOfSource(source) : record.key;
    tie(['source', keyOfSource(source)], ['record', knot]);
    if (codes.length === 0) tie(['record', knot], ['component', component]);
    for (const { id } of codes) {
      tie(['record', knot], ['code', id]);
      tie(['code', id], ['component', component]);
    }
  }
  const sources = sourceKnots(context, pieces, cases);
  const knots = {
    source: sources,
    record: recordKnots(context, pieces, { sources, isGathered }),
    code: codeKnots(context, pieces),
    component: componentKnots(context, pieces),
  };
  return { knots, threads: [...threads.values()] };
}

function sourceKnots({ study, words }: Context, pieces: Piece[], cases: Case[]): Knot[] {
  const used = new Set(pieces.map(({ source }) => keyOfSource(source)));
  const rank = ({ case: id }: Source) =>
    (cases.findIndex((each) => each.id === id) + cases.length + 1) % (cases.length + 1);
  const first = new Map([...study.sources].reverse().map((source) => [source.id, source]));
  return study.sources
    .filter((source) => used.has(keyOfSource(source)))
    .sort((a, b) => rank(a) - rank(b))
    .map((source) => ({
      key: keyOfSource(source),
      label: source.title === null ? source.id : `${source.id}: ${source.title}`,
      title: fill(words.figures.source, {
        kind: wordFor(words.kinds, source.kind),
        source: source.title === null ? source.id : `${source.id}: ${source.title}`,
      }),
      head:
        cases.length > 1
          ? (cases.find(({ id }) => id === source.case)?.title ?? words.figures.noCase)
          : null,
      anchor: first.get(source.id) === source ? anchorOf({ kind: 'source', id: source.id }) : null,
    }));
}

function recordKnots(
  { words }: Context,
  pieces: Piece[],
  { sources, isGathered }: { sources: Knot[]; isGathered: boolean },
): Knot[] {
  return sources.flatMap(({ key, label }): Knot[] => {
    const own = new Map(
      pieces
        .filter(({ source }) => keyOfSource(source) === key)
        .map(({ record }) => [record.key, record]),
    );
    const title = fill(words.figures.recordsOf, { n: own.size, source: label });
    if (isGathered) return [{ key, label: String(own.size), title, head: null, anchor: null }];
    return [...own.keys()].map((id) => ({
      key: id,
      label: id,
      title: fill(words.figures.recordOf, { record: id, source: label }),
      head: null,
      anchor: anchorOf({ kind: 'record', id }),
    }));
  });
}

function codeKnots({ study }: Context, pieces: Piece[]): Knot[] {
  const used = new Set(pieces.flatMap(({ codes }) => codes.map(({ id }) => id)));
  return study.codes
    .filter(({ id }) => used.has(id))
    .map(({ id, name }) => ({
      key: id,
      label: id,
      title: name === id ? id : `${id}: ${name}`,
      head: null,
      anchor: anchorOf({ kind: 'code', id }),
    }));
}

function componentKnots({ study, dimensionOf }: Context, pieces: Piece[]): Knot[] {
  const used = new Set(pieces.map(({ component }) => component));
  return componentsOf(study.framework)
    .filter(({ id }) => used.has(id))
    .map(({ id, title }) => {
      const cases = [
        ...new Set(pieces.filter(({ component }) => component === id).map((piece) => piece.case)),
      ];
      const [only] = cases;
      const anchor =
        cases.length === 1 && only !== undefined
          ? anchorOf({ kind: 'entry', case: only, id })
          : null;
      return { key: id, label: title, title, head: dimensionOf.get(id)?.title ?? null, anchor };
    });
}
