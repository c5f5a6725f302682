/** What the evidence of each entry weighs, and where cells that are compared rest on unequal evidence. Nothing is scored. */
import type { Entry, Study } from '../domain/study.js';
import type { Source } from '../domain/source.js';
import { componentsOf } from '../study/framework.js';
import { evidenceIn } from '../study/entries.js';
import { isGoodForWantOfBadNews, ruleOn, weighPieces } from '../study/weight.js';
import { dateOf } from './dates.js';
import { keyOfParts } from '../study/keys.js';
import { type Weight, type WeightRow, type Respect } from './weight-schema.js';

/** A row an entry, in the order of the framework and of the cases. */
export function weighEvidence(study: Study): Weight {
  const byComponent = componentsOf(study.framework).map(({ id }) => ({
    component: id,
    rows: study.cases.flatMap(({ entries }) => {
      const entry = entries.get(id);
      return entry ? [rowOf(study, entry)] : [];
    }),
  }));
  return {
    entries: byComponent.flatMap(({ rows }) => rows),
    unequal: byComponent
      .map(({ component, rows }) => ({
        component,
        respects: compareRows(rows.filter(({ pieces }) => pieces > 0)),
      }))
      .filter(({ respects }) => respects.length > 0),
  };
}

function rowOf({ protocol }: Study, entry: Entry): WeightRow {
  const evidence = evidenceIn(entry);
  const basis = weighPieces(evidence);
  const ruled = ruleOn(entry, protocol);
  return {
    case: entry.case,
    component: entry.component.id,
    state: entry.state,
    rating: entry.rating,
    pieces: basis.pieces,
    records: basis.records.length,
    sources: basis.sources.length,
    kinds: basis.kinds,
    perspectives: basis.perspectives,
    triangulated: basis.statedKinds.length > 1,
    singleVoice: basis.isSingleVoice,
    selfReportOnly: basis.isAll['self-report'],
    translatedOnly: basis.isAll.translation,
    counter: evidence.filter(({ isCounter }) => isCounter).length,
    ...datesOf(basis.sources),
    rule: ruled && {
      written: ruled.rules.map(({ text }) => text),
      met: ruled.missing.length === 0,
      missing: ruled.missing,
    },
    noBadNews: isGoodForWantOfBadNews(entry, protocol),
  };
}

function datesOf(sources: Source[]): Pick<WeightRow, 'oldest' | 'newest' | 'undated'> {
  const dates = sources.flatMap((source) => dateOf(source) ?? []);
  const [oldest] = dates.toSorted((one, other) => order(one.span.from, other.span.from));
  const [newest] = dates.toSorted((one, other) => order(other.span.to, one.span.to));
  return {
    oldest: oldest?.written ?? null,
    newest: newest?.written ?? null,
    undated: sources.length - dates.length,
  };
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

type Compared = Pick<Respect, 'respect'> & {
  valueIn: (row: WeightRow) => string[] | boolean | null;
};

const compared: Compared[] = [
  { respect: 'kinds', valueIn: ({ kinds }) => kinds },
  {
    respect: 'perspectives',
    valueIn: ({ perspectives }) => (perspectives.length > 0 ? perspectives : null),
  },
  { respect: 'triangulated', valueIn: ({ triangulated }) => triangulated },
  { respect: 'single-voice', valueIn: ({ singleVoice }) => singleVoice },
  {
    respect: 'self-report-only',
    valueIn: ({ selfReportOnly, perspectives }) =>
      perspectives.length > 0 ? selfReportOnly : null,
  },
  { respect: 'counter', valueIn: ({ counter }) => counter > 0 },
];

function compareRows(rows: WeightRow[]): Respect[] {
  return compared.flatMap(({ respect: name, valueIn }): Respect[] => {
    const groups = new Map<string, Respect['groups'][number]>();
    for (const each of rows) {
      const found = valueIn(each);
      if (found === null) continue;
      const value = typeof found === 'boolean' ? found : found.toSorted();
      const key = keyOfParts(...[value].flat());
      const group = groups.get(key) ?? { value, cases: [] };
      group.cases.push(each.case);
      groups.set(key, group);
    }
    const [first, second, ...rest] = [...groups.values()].sort(
      (one, other) => other.cases.length - one.cases.length,
    );
    if (!first || !second) return [];
    const isLargest = first.cases.length > second.cases.length;
    const apart = [
      ...(isLargest ? [] : first.cases),
      ...second.cases,
      ...rest.flatMap(({ cases }) => cases),
    ];
    return [{ respect: name, groups: [first, second, ...rest], apart }];
  });
}
