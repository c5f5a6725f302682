/** Finds small cells: combinations of attributes that fit so few respondents that they could identify them. */
import type { Attributes } from '../../domain/text.js';
import type { Disclosure } from '../../domain/protocol.js';
import type { Source } from '../../domain/source.js';
import type { Study } from '../../domain/study.js';
import { keyOf } from '../../text/names.js';
import { coarsen, valueKey } from './coarsen.js';
import { consentsOf, isInterview, levelsOf } from './levels.js';

/** A combination that fits too few respondents, and no part of which does. */
export interface SmallCell {
  source: Source;
  /** Names, and values as a public report gives them. */
  attributes: [string, string][];
  /** How many respondents it fits. */
  fits: number;
}

/** The small cells of a study. */
export interface SmallCells {
  /** Sources that stand for a respondent and whose attributes a public report prints. */
  respondents: Source[];
  /** Names of the attributes that were combined. */
  identifying: string[];
  cells: SmallCell[];
  /** How many further cells there are; `cells` has at most five of a respondent and a hundred of all. */
  more: number;
}

/** Larger combinations are rarer still, but few people know so much of a respondent. */
const mostAttributes = 3;
const mostOfOne = 5;
const mostOfAll = 100;
/** Limit of the combinations that are counted, over all respondents. */
const mostCounted = 1_000_000;

/** Attributes that describe a source and not a person. */
const technical = [
  'title',
  'url',
  'date',
  'language',
  'original-language',
  'original',
  'kind',
  'perspective',
  'access',
  'case',
].map(keyOf);

/**
 * The minimal combinations of up to three attributes that fit fewer than k respondents: minimal sample uniques, for k = 2, of
 * Elliot, Manning and Ford (2002), whose idea is that a subset of a rare combination which is rare itself is what singles out.
 */
export function findSmallCells(
  study: Pick<Study, 'sources' | 'register' | 'protocol'>,
): SmallCells {
  const { disclosure } = study.protocol;
  const respondents = respondentsOf(study);
  const rows = respondents.map((source) => ({ source, values: valuesOf(source, disclosure) }));
  const names =
    disclosure.identifying?.map(({ text }) => text) ?? namesIn(rows.map(({ values }) => values));
  const identifying = [...new Map(names.map((name) => [keyOf(name), name])).values()].filter(
    (name) => rows.some(({ values }) => values.has(keyOf(name))),
  );
  const found: SmallCell[] = [];
  const known = new Map<Source, string[][]>();
  let toCount = mostCounted;
  for (let size = 1; size <= mostAttributes; size++) {
    toCount -= setsOf(identifying.length, size) * rows.length;
    if (toCount < 0 && size > 1) break;
    const isMinimal = ({ row, set }: Small) =>
      !known.get(row.source)?.some((other) => other.every((key) => set.includes(key)));
    const small = combinations(identifying.map(keyOf), size).flatMap((set) =>
      smallIn(rows, set, disclosure.k).filter(isMinimal),
    );
    for (const { row, set, fits } of small) {
      const own = known.get(row.source);
      if (own) own.push(set);
      else known.set(row.source, [set]);
      found.push({
        source: row.source,
        attributes: set.flatMap((key) => printedIn(row, key)),
        fits,
      });
    }
  }
  return { respondents, identifying, ...chosenOf(found) };
}

/** How many sets of a size `n` things have: the binomial coefficient. */
function setsOf(n: number, size: number): number {
  return Array.from({ length: size }, (_, index) => (n - index) / (index + 1)).reduce(
    (product, factor) => product * factor,
    1,
  );
}

function printedIn({ values }: Row, key: string): [string, string][] {
  const value = values.get(key);
  return value ? [[value.name, value.printed]] : [];
}

interface Small {
  row: Row;
  set: string[];
  fits: number;
}

/** Rows in groups of fewer than k that share their values of a set of attributes. */
function smallIn(rows: Row[], set: string[], k: number): Small[] {
  const groups = [...groupBy(rows, set).values()].filter((members) => members.length < k);
  return groups.flatMap((members) => members.map((row) => ({ row, set, fits: members.length })));
}

function chosenOf(found: SmallCell[]): Pick<SmallCells, 'cells' | 'more'> {
  const ofOne = new Map<Source, number>();
  const cells = found.filter(({ source }) => {
    const n = (ofOne.get(source) ?? 0) + 1;
    ofOne.set(source, n);
    return n <= mostOfOne;
  });
  return {
    cells: cells.slice(0, mostOfAll),
    more: found.length - Math.min(cells.length, mostOfAll),
  };
}

/** A source that is withheld is left out, as none of its attributes is printed. */
function respondentsOf(study: Pick<Study, 'sources' | 'register'>): Source[] {
  const consents = consentsOf(study);
  const { ofSource } = levelsOf(study);
  return study.sources.filter(
    (source) =>
      (isInterview(source) || consents.has(source)) && ofSource(source).paraphrased === null,
  );
}

interface Value {
  name: string;
  /** As a public report gives it. */
  printed: string;
  /** The form in which two spellings of it are one. */
  key: string;
}

/** By the key of their name. */
type Values = Map<string, Value>;

function valuesOf({ attributes, case: inCase }: Source, disclosure: Disclosure): Values {
  const all: Attributes = inCase === null ? attributes : new Map([...attributes, ['case', inCase]]);
  return new Map(
    [...coarsen(all, disclosure).attributes].map(([name, value]) => {
      const printed = [value].flat().map(String).join(', ');
      return [keyOf(name), { name, printed, key: JSON.stringify(valueKey(printed)) }];
    }),
  );
}

function namesIn(rows: Values[]): string[] {
  const names = new Map(
    rows.flatMap((values) => [...values].map(([key, { name }]) => [key, name] as const)),
  );
  return [...names].flatMap(([key, name]) => (technical.includes(key) ? [] : [name]));
}

interface Row {
  source: Source;
  values: Values;
}

/** Groups of rows that share their values of a set of attributes; a row that lacks one is in no group. */
function groupBy(rows: Row[], set: string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const values = set.flatMap((key) => row.values.get(key)?.key ?? []);
    if (values.length < set.length) continue;
    const key = values.join();
    const members = groups.get(key);
    if (members) members.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function combinations(keys: string[], size: number, from = 0): string[][] {
  if (size === 0) return [[]];
  return keys
    .slice(from)
    .flatMap((key, index) =>
      combinations(keys, size - 1, from + index + 1).map((rest) => [key, ...rest]),
    );
}
