/** Which records still bring a new code, in the order of their dates; and which were not coded at all. */
import type { Record, Study } from '../domain/study.js';
import type { Source } from '../domain/source.js';
import { componentsOf } from '../study/framework.js';
import { evidenceOf, usesOfRecords } from '../study/entries.js';
import { dateOf, type Span } from './dates.js';
import { findGaps } from './gaps.js';
import { type Saturation, type Course } from './saturation-schema.js';

/** Of records, by key: the ids of their codes. */
type Codes = Map<string, Set<string>>;

/** For the study and for each case. Uncoded records are left out of the order, since they cannot show saturation. */
export function followCodes(study: Study): Saturation {
  const coded = codesByCase(study);
  const whole = new Map<string, Set<string>>();
  for (const records of coded.values()) {
    for (const [record, codes] of records)
      whole.set(record, new Set([...(whole.get(record) ?? []), ...codes]));
  }
  const found = indexRecords(study);
  return {
    study: follow(null, whole, found),
    cases: study.cases.map(({ id }) =>
      follow(id, coded.get(id) ?? new Map<string, Set<string>>(), found),
    ),
    uncoded: sortOut(study, whole),
    coverage: coverCases(study),
  };
}

/** The codes that the entries of each case give to a record. */
function codesByCase(study: Study): Map<string, Codes> {
  const byCase = new Map(study.cases.map(({ id }) => [id, new Map<string, Set<string>>()]));
  for (const { entry, evidence } of evidenceOf(study)) {
    const { record, codes } = evidence.resolved;
    const records = byCase.get(entry.case);
    if (!record || !records || codes.length === 0) continue;
    const known = records.get(record.key) ?? new Set<string>();
    for (const code of codes) known.add(code.id);
    records.set(record.key, known);
  }
  return byCase;
}

/** A record with its source, and its place in the order of the files. */
interface Found {
  key: string;
  at: number;
  source: Source;
  date: ReturnType<typeof dateOf>;
}

function indexRecords({
  records,
  sources,
}: Pick<Study, 'records' | 'sources'>): Map<string, Found> {
  // By file and id: two cases may each have a source D.
  const keyIn = (path: string, id: string) => `${path} ${id}`;
  const byKey = new Map(
    sources.map((source) => [
      keyIn(source.place.path, source.id),
      { source, date: dateOf(source) },
    ]),
  );
  return new Map(
    records.flatMap(({ key, place, source }, at) => {
      const home = byKey.get(keyIn(place.path, source));
      return home ? [[key, { key, at, ...home }] as const] : [];
    }),
  );
}

function follow(id: string | null, codes: Codes, found: Map<string, Found>): Course {
  const placed = [...codes]
    .flatMap(([key, given]) => {
      const record = found.get(key);
      return record ? [{ ...record, codes: [...given] }] : [];
    })
    .sort((one, other) => one.at - other.at);
  // Sorting is stable, so that records of like dates stay in the order of the files.
  const dated = placed
    .flatMap(({ date, ...each }) => (date ? [{ ...each, ...date }] : []))
    .sort((one, other) => inTime(one.span, other.span));
  const known = new Set<string>();
  const steps = dated.map(({ key, written, codes: given }) => {
    const added = given.filter((code) => !known.has(code));
    for (const code of added) known.add(code);
    return { record: key, date: written, added, known: known.size };
  });
  const undated = placed.filter(({ date }) => date === null);
  const at = steps.findLastIndex(({ added }) => added.length > 0);
  return {
    case: id,
    steps,
    sources: new Set(dated.map(({ source }) => source)).size,
    dates: new Set(dated.map(({ span }) => `${span.from} ${span.to}`)).size,
    overlapping: doOverlap(dated.map(({ span }) => span)),
    undated: undated.map(({ key }) => key),
    onlyUndated: [...new Set(undated.flatMap((each) => each.codes))].filter(
      (code) => !known.has(code),
    ),
    last: steps[at]?.record ?? null,
    since: at < 0 ? null : steps.length - 1 - at,
  };
}

function inTime(one: Span, other: Span): number {
  const [a, b] = [one.from + one.to, other.from + other.to];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether any two of the ordered spans overlap without being equal. */
function doOverlap(spans: Span[]): boolean {
  let latest = '';
  return spans.some(({ from, to }, index) => {
    const before = spans[index - 1];
    const isSame = before?.from === from && before.to === to;
    const reaches = !isSame && from <= latest;
    if (to > latest) latest = to;
    return reaches;
  });
}

function sortOut(study: Study, coded: Codes): Saturation['uncoded'] {
  const evidence = new Set(
    evidenceOf(study).flatMap((each) => each.evidence.resolved.record?.key ?? []),
  );
  const uses = usesOfRecords(study);
  const uncoded = study.records.filter((record) => !coded.has(record.key));
  const others = uncoded.filter(({ key }) => !evidence.has(key));
  const keys = (records: Record[]) => records.map(({ key }) => key);
  return {
    evidence: keys(uncoded.filter(({ key }) => evidence.has(key))),
    cited: keys(others.filter(({ key }) => uses.has(key))),
    unused: keys(others.filter(({ key }) => !uses.has(key))),
  };
}

function coverCases(study: Study): Saturation['coverage'] {
  const components = componentsOf(study.framework).length;
  const gaps = findGaps(study);
  return study.cases.map(({ id }) => {
    const missing = gaps.filter(({ cells }) => (cells[id] ?? null) !== null).length;
    return { case: id, covered: components - missing, components };
  });
}
