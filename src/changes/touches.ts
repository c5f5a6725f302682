/** What rests on a change: findings, rivals and suggestions by what they cite, results by what they are computed from. */
import type { Dimension } from '../domain/framework.js';
import type { Holder, Study, Target } from '../domain/study.js';
import { componentsOf } from '../study/framework.js';
import type { Found, Subject } from './found.js';
import type { Pair } from './match.js';
import type { Weighed } from './results.js';
import type { Change } from './schema.js';
import { excerptOf } from './words.js';
import { keyOfThing } from '../study/keys.js';

/** Gives every change what rests on it. */
export function withTouches(pair: Pair, changes: Found[], results: Weighed[]): Change[] {
  const items = indexItems(pair);
  const byKey = new Map<string, Set<string>>();
  for (const { result, keys } of results) for (const key of keys) put(byKey, key, result.id);
  return changes.map(({ subjects, bearsOn, piece, ...change }) => ({
    ...change,
    ...(piece && { [change.how === 'removed' ? 'from' : 'to']: excerptOf(piece.content.text) }),
    touches: {
      items: items(subjects).filter((id) => id !== change.id),
      results: [...new Set(bearsOn.flatMap((key) => [...(byKey.get(key) ?? [])]))],
    },
  }));
}

function put(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  if (known) known.add(id);
  else index.set(key, new Set([id]));
}

/** Finds the items of the newer study that cite one of the subjects, in either state, in the order of study.md. */
function indexItems(pair: Pair): (subjects: Subject[]) => string[] {
  const { older, newer } = pair;
  const citing = new Map<string, Set<string>>();
  const same = {
    ...pair,
    caseOf: (id: string) => id,
    componentOf: (id: string) => id,
    recordOf: (key: string) => key,
  };
  for (const [study, renaming] of [[older, pair] as const, [newer, same] as const]) {
    const dimensions = new Map(study.framework.dimensions.map((each) => [each.id, each]));
    for (const { holder, target } of study.references) {
      const keys =
        isItem(holder) && target ? keysOf(study, target, { ...renaming, dimensions }) : [];
      for (const key of keys) put(citing, key, holder?.id ?? '');
    }
  }
  const order = newer.protocol.sections.flatMap(({ items }) => items.map(({ id }) => id));
  const rank = new Map(order.map((id, at) => [id, at]));
  return (subjects) => {
    const reached = new Set(
      subjects.flatMap((subject) => [...(citing.get(keyOfThing(subject)) ?? [])]),
    );
    // A suggestion that cites a finding rests on what the finding rests on.
    for (const id of reached)
      for (const other of citing.get(keyOfThing({ kind: 'item', id })) ?? []) reached.add(other);
    return [...reached]
      .filter((id) => rank.has(id))
      .sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  };
}

function isItem(holder: Holder | null): holder is Holder & { kind: 'item' } {
  return holder?.kind === 'item';
}

interface Names extends Pick<Pair, 'caseOf' | 'componentOf' | 'recordOf'> {
  dimensions: Map<string, Dimension>;
}

/** The keys of all subjects that a target stands for, in the names of the newer state. */
function keysOf(study: Study, target: Target, names: Names): string[] {
  const { caseOf, componentOf, recordOf } = names;
  const entries = (ids: string[], cases: string[]) =>
    ids.flatMap((id) =>
      cases.map((home) => keyOfThing({ kind: 'entry', id: componentOf(id), case: caseOf(home) })),
    );
  const all = study.cases.map(({ id }) => id);
  switch (target.kind) {
    case 'record':
      return [keyOfThing({ kind: 'record', id: recordOf(target.id) })];
    case 'entry':
      return [
        ...entries([target.id], [target.case]),
        keyOfThing({ kind: 'component', id: componentOf(target.id) }),
      ];
    case 'dimension': {
      const ids = names.dimensions.get(target.id)?.components.map(({ id }) => id) ?? [];
      return entries(ids, target.case === null ? all : [target.case]);
    }
    case 'proposition': {
      const holding = componentsOf(study.framework).flatMap(({ id, propositions }) =>
        propositions.some((each) => each.id === target.id) ? [id] : [],
      );
      return [keyOfThing({ kind: 'proposition', id: target.id }), ...entries(holding, all)];
    }
    case 'file':
      return [];
    default:
      return [
        keyOfThing({ ...target, id: target.kind === 'case' ? caseOf(target.id) : target.id }),
      ];
  }
}
