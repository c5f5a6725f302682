/** What changed in the theory: framework, dimensions, components, propositions and the signs they expect. */
import type { Component, Dimension, Proposition } from '../domain/framework.js';
import type { Study } from '../domain/study.js';
import { keyOf } from '../text/names.js';
import { propositionsOf } from '../study/framework.js';
import { expectationsOf } from '../study/entries.js';
import { changed, found, reworded, type Found, type Subject } from './found.js';
import { matchBy, matchLeft, type Matched, type Matches, type Pair } from './match.js';

/** What changed between the frameworks of two states. */
export function changesOfFramework({ older, newer, components }: Pair & Matches): Found[] {
  const all = {
    of: 'framework' as const,
    id: newer.framework.id,
    at: newer.protocol.framework?.place ?? null,
  };
  return [
    ...changed(older.framework.id, newer.framework.id, { ...all, bearsOn: ['all'], aspect: 'id' }),
    ...(older.framework.id === newer.framework.id
      ? changed(older.framework.title, newer.framework.title, { ...all, aspect: 'title' })
      : []),
    ...changesOfDimensions(older, newer),
    ...changesOfComponents(components, dimensionsIn(older), dimensionsIn(newer)),
    ...changesOfPropositions(older, newer),
  ];
}

/** By id, else by title. */
export function matchDimensions(older: Study, newer: Study): Matched<Dimension> {
  const keyed = ({ id }: Dimension) => id;
  const byId = matchBy(older.framework.dimensions, newer.framework.dimensions, {
    older: keyed,
    newer: keyed,
  });
  return matchLeft(byId, ({ title }) => keyOf(title));
}

function changesOfDimensions(older: Study, newer: Study): Found[] {
  const { both, gone, come } = matchDimensions(older, newer);
  const changeOf = ({ id, place: at }: Dimension) => ({ of: 'dimension' as const, id, at });
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.title })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.title, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => renamed(one, other, changeOf(other))),
  ];
}

function renamed(
  one: Component | Dimension,
  other: Component | Dimension,
  change: Omit<Parameters<typeof found>[0], 'how'>,
): Found[] {
  if (keyOf(one.title) === keyOf(other.title)) return [];
  return [found({ ...change, how: 'renamed', aspect: 'title', from: one.title, to: other.title })];
}

function dimensionsIn({ framework }: Study): Map<string, Dimension> {
  return new Map(
    framework.dimensions.flatMap((each) => each.components.map(({ id }) => [id, each] as const)),
  );
}

function changesOfComponents(
  { both, gone, come }: Matched<Component>,
  then: Map<string, Dimension>,
  now: Map<string, Dimension>,
): Found[] {
  const changeOf = ({ id, place: at }: Component) => ({
    of: 'component' as const,
    id,
    component: id,
    at,
    subjects: [{ kind: 'component', id, case: null } satisfies Subject],
  });
  const dimensionOf = (dimensions: Map<string, Dimension>, { id }: Component) =>
    dimensions.get(id)?.title ?? '';
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.title })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.title, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => {
      const change = changeOf(other);
      const isElsewhere = then.get(one.id)?.id !== now.get(other.id)?.id;
      return [
        ...renamed(one, other, change),
        ...(isElsewhere
          ? changed(dimensionOf(then, one), dimensionOf(now, other), {
              ...change,
              aspect: 'dimension',
            })
          : []),
        ...reworded(one.question, other.question, { ...change, aspect: 'question' }),
        ...reworded(one.about.text, other.about.text, { ...change, aspect: 'about' }),
      ];
    }),
  ];
}

/** The expected sign may come from the framework or from study.md. */
function changesOfPropositions(older: Study, newer: Study): Found[] {
  const keyed = ({ id }: Proposition) => id;
  const { both, gone, come } = matchBy(
    propositionsOf(older.framework),
    propositionsOf(newer.framework),
    { older: keyed, newer: keyed },
  );
  const [then, now] = [expectationsOf(older), expectationsOf(newer)];
  const changeOf = ({ id, place: at }: Proposition) => ({
    of: 'proposition' as const,
    id,
    at,
    subjects: [{ kind: 'proposition', id, case: null } satisfies Subject],
  });
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.text })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.text, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => [
      ...changed(then.get(one.id)?.expects, now.get(other.id)?.expects, {
        ...changeOf(other),
        aspect: 'expects',
        bearsOn: [`proposition:${other.id}`],
        at: now.get(other.id)?.rule?.place ?? other.place,
      }),
      ...reworded(one.text, other.text, { ...changeOf(other), aspect: 'text' }),
    ]),
  ];
}
