/** What changed in the front matter of study.md: legend, outcome, conditions, settings. */
import type { Condition } from '../domain/qca.js';
import type { EvidenceRule, Rating } from '../domain/protocol.js';
import type { Study } from '../domain/study.js';
import { startOf } from '../messages/pointer.js';
import { indexFramework } from '../study/framework.js';
import { keyOf, normaliseMark } from '../text/names.js';
import { entriesOf, expectationsOf } from '../study/entries.js';
import { keysOfEntry } from './entries.js';
import { changed, found, type Found } from './found.js';
import { matchBy, type Pair } from './match.js';

/** The study's title, legend, outcome, conditions and settings. */
export function changesOfProtocol(pair: Pair): Found[] {
  const [then, now] = [pair.older.protocol, pair.newer.protocol];
  const at = startOf(now.path);
  const outcome = (study: Study, idOf: (id: string) => string) => {
    const asked = study.protocol.qca.outcome?.text ?? null;
    return [study.outcome && idOf(study.outcome.id), asked]
      .filter((each) => each !== null)
      .join(', ');
  };
  const [before, after] = [outcome(pair.older, pair.componentOf), outcome(pair.newer, (id) => id)];
  return [
    ...changed(then.title, now.title, { of: 'study', aspect: 'title', at }),
    ...changed(before, after, {
      of: 'outcome',
      at: now.outcome?.place ?? at,
      bearsOn: ['mill', 'qca'],
    }),
    ...changesOfLegend(pair, at),
    ...changesOfEvidenceRules(pair, at),
    ...changesOfConditions(pair),
    ...changesOfPlan(pair, at),
  ];
}

type At = Parameters<typeof found>[0]['at'];

function changesOfLegend(pair: Pair, at: At): Found[] {
  const used = usesOfMarks(pair);
  const [older, newer] = [pair.older.protocol.legend, pair.newer.protocol.legend];
  const keyed = ({ symbol }: Rating) => symbol;
  const { both, gone, come } = matchBy(older, newer, { older: keyed, newer: keyed });
  const changeOf = ({ symbol }: Rating) => ({
    of: 'mark' as const,
    id: symbol,
    at,
    bearsOn: [...(used.get(symbol) ?? [])],
  });
  const shown = ({ membership }: Rating) => (membership === null ? null : String(membership));
  return [
    ...come.map((each) => found({ ...changeOf(each), how: 'added', to: each.label })),
    ...gone.map((each) =>
      found({ ...changeOf(each), how: 'removed', from: each.label, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => [
      ...changed(one.label, other.label, { ...changeOf(other), aspect: 'label', bearsOn: [] }),
      ...changed(shown(one), shown(other), { ...changeOf(other), aspect: 'membership' }),
    ]),
  ];
}

/** The evidence that the study asks for a mark, or for every mark. Rewording a rule is no change if its counts stay. */
function changesOfEvidenceRules({ older, newer }: Pair, at: At): Found[] {
  const [then, now] = [older, newer].map(
    ({ protocol }) => new Map(protocol.evidenceRules.map((rule) => [rule.rating, rule])),
  );
  const asked = (rule: EvidenceRule | undefined) =>
    rule && JSON.stringify([Object.entries(rule.least).sort(), [...rule.notAlone].sort()]);
  return [...new Set([...(now?.keys() ?? []), ...(then?.keys() ?? [])])].flatMap((id) => {
    const [from, to] = [then?.get(id), now?.get(id)];
    if (asked(from) === asked(to)) return [];
    return changed(from?.text, to?.text, {
      of: id === null ? 'study' : 'mark',
      id,
      aspect: 'evidence',
      at: to?.place ?? at,
    });
  });
}

/** The results that rest on each mark: of the entries that have it, and of the propositions that expect it. */
function usesOfMarks(pair: Pair): Map<string, Set<string>> {
  const uses = new Map<string, Set<string>>();
  const add = (symbol: string | null, keys: string[]) => {
    if (symbol === null) return;
    const known = uses.get(symbol) ?? new Set<string>();
    for (const key of keys) known.add(key);
    uses.set(symbol, known);
  };
  for (const study of [pair.older, pair.newer]) {
    const isOlder = study === pair.older;
    for (const { case: id, component, rating, mark } of entriesOf(study)) {
      const keys = isOlder
        ? keysOfEntry(pair, pair.caseOf(id), pair.componentOf(component.id))
        : keysOfEntry(pair, id, component.id);
      add(rating ?? (mark && normaliseMark(mark.text)), keys);
    }
    for (const [id, { expects }] of expectationsOf(study)) add(expects, [`proposition:${id}`]);
  }
  return uses;
}

function changesOfConditions({ older, newer, componentOf }: Pair): Found[] {
  const named = (study: Study, nameOf: (id: string) => string) => {
    const index = indexFramework(study.framework);
    return (each: Condition) =>
      each.kind === 'component'
        ? nameOf(index.find(each.text)?.id ?? each.text)
        : `${each.kind} ${keyOf(each.text)}`;
  };
  const { both, gone, come } = matchBy(older.protocol.conditions, newer.protocol.conditions, {
    older: named(older, componentOf),
    newer: named(newer, (id) => id),
  });
  const about = ({ text }: Condition) => ({ of: 'condition' as const, id: text, bearsOn: ['qca'] });
  return [
    ...come.map((each) => found({ ...about(each), how: 'added', to: each.text, at: each.place })),
    ...gone.map((each) =>
      found({ ...about(each), how: 'removed', from: each.text, at: each.place, isGone: true }),
    ),
    ...both.flatMap(([one, other]) => [
      ...changed(settingOf(one), settingOf(other), {
        ...about(other),
        aspect: 'calibration',
        at: other.place,
      }),
      ...changed(expectationOf(one), expectationOf(other), {
        ...about(other),
        aspect: 'expects',
        at: other.place,
      }),
    ]),
  ];
}

function settingOf({ calibration }: Condition): string {
  if (!calibration) return '';
  const { method, thresholds, idm, exponents } = calibration;
  return [
    method,
    ...thresholds,
    ...(method === 'direct' ? [idm] : []),
    ...(method === 'linear' ? exponents : []),
  ].join(' ');
}

function expectationOf({ expects }: Condition): string {
  return expects ? [expects.levels].flat().join(', ') : '';
}

/** Settings of the comparative analysis. Its conditions and outcome are compared elsewhere. */
function changesOfPlan({ older, newer }: Pair, at: At): Found[] {
  const [then, now] = [older.protocol.qca, newer.protocol.qca];
  const settings = [
    'nCut',
    'inclCut',
    'priCut',
    'unclear',
    'rowDominance',
    'models',
    'includeContradictions',
  ] as const;
  return settings.flatMap((id) =>
    changed(then[id]?.toString(), now[id]?.toString(), { of: 'plan', id, at, bearsOn: ['qca'] }),
  );
}
