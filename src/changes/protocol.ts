/** What changed in the front matter of study.md: legend, outcome, conditions, settings. */
import type { Condition, Legend, Rating, Study } from '../model.js';
import { indexFramework, keyOf } from '../names.js';
import { changed, found, type Found } from './found.js';
import { matchBy, type Pair } from './match.js';

/** The study's title, legend, outcome, conditions and settings. */
export function changesOfProtocol(pair: Pair): Found[] {
  const [then, now] = [pair.older.protocol, pair.newer.protocol];
  const start = { line: 1, column: 1 };
  const at = { path: now.path, position: { start, end: start } };
  const outcome = (study: Study, of: (id: string) => string) => {
    const asked = study.protocol.qca.outcome?.text ?? null;
    return [study.outcome && of(study.outcome.id), asked].filter((each) => each !== null).join(', ');
  };
  const [before, after] = [outcome(pair.older, pair.componentOf), outcome(pair.newer, (id) => id)];
  return [
    ...changed(then.title, now.title, { of: 'study', aspect: 'title', at }),
    ...changed(before, after, { of: 'outcome', at: now.outcome?.place ?? at, bearsOn: ['mill', 'qca'] }),
    ...changesOfLegend(then.legend, now.legend, at),
    ...changesOfConditions(pair),
    ...changesOfPlan(pair, at),
  ];
}

type At = Parameters<typeof found>[0]['at'];

function changesOfLegend(older: Legend, newer: Legend, at: At): Found[] {
  const keyed = ({ symbol }: Rating) => symbol;
  const { both, gone, come } = matchBy(older, newer, { older: keyed, newer: keyed });
  const of = ({ symbol }: Rating) => ({ of: 'mark' as const, id: symbol, at });
  const shown = ({ membership }: Rating) => (membership === null ? null : String(membership));
  return [
    ...come.map((each) => found({ ...of(each), how: 'added', to: each.label, bearsOn: ['all'] })),
    ...gone.map((each) => found({ ...of(each), how: 'removed', from: each.label, isGone: true, bearsOn: ['all'] })),
    ...both.flatMap(([one, other]) => [
      ...changed(one.label, other.label, { ...of(other), aspect: 'label' }),
      ...changed(shown(one), shown(other), { ...of(other), aspect: 'membership', bearsOn: ['all'] }),
    ]),
  ];
}

function changesOfConditions({ older, newer, componentOf }: Pair): Found[] {
  const named = (study: Study, of: (id: string) => string) => {
    const index = indexFramework(study.framework);
    return (each: Condition) => (each.of === 'component' ? of(index.find(each.text)?.id ?? each.text) : `${each.of} ${keyOf(each.text)}`);
  };
  const { both, gone, come } = matchBy(older.protocol.conditions, newer.protocol.conditions, {
    older: named(older, componentOf),
    newer: named(newer, (id) => id),
  });
  const of = ({ text }: Condition) => ({ of: 'condition' as const, id: text, bearsOn: ['qca'] });
  const setting = ({ calibration }: Condition) => {
    if (!calibration) return '';
    const { method, thresholds, idm, exponents } = calibration;
    return [method, ...thresholds, ...(method === 'direct' ? [idm] : []), ...(method === 'linear' ? exponents : [])].join(' ');
  };
  const expectation = ({ expects }: Condition) => (expects ? [expects.levels].flat().join(', ') : '');
  return [
    ...come.map((each) => found({ ...of(each), how: 'added', to: each.text, at: each.place })),
    ...gone.map((each) => found({ ...of(each), how: 'removed', from: each.text, at: each.place, isGone: true })),
    ...both.flatMap(([one, other]) => [
      ...changed(setting(one), setting(other), { ...of(other), aspect: 'calibration', at: other.place }),
      ...changed(expectation(one), expectation(other), { ...of(other), aspect: 'expects', at: other.place }),
    ]),
  ];
}

/** Settings of the comparative analysis: not where its conditions and outcome are, which are told by themselves. */
function changesOfPlan({ older, newer }: Pair, at: At): Found[] {
  const [then, now] = [older.protocol.qca, newer.protocol.qca];
  const settings = ['nCut', 'inclCut', 'priCut', 'unclear', 'rowDominance', 'models', 'includeContradictions'] as const;
  return settings.flatMap((id) => changed(then[id]?.toString(), now[id]?.toString(), { of: 'plan', id, at, bearsOn: ['qca'] }));
}
