/** Dates as authors write them, for sorting. Vague dates such as `about 2006` are not read. */
import type { Source } from '../domain/source.js';

/** From the first day to the last, as ISO writes them: `2016` is `2016-01-01` to `2016-12-31`. */
export interface Span {
  from: string;
  to: string;
}

/** Year, month and day, as far as they are said. */
type Parts = [year: number, month: number | undefined, day: number | undefined];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;

const numeric = /^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?$/;
const chinese = /^(\d{4}) ?年(?: ?(\d{1,2}) ?月(?:份| ?(\d{1,2}) ?[日号])?)?$/u;
const dayFirst = new RegExp(String.raw`^(?:(\d{1,2}) )?${month},? (\d{4})$`);
const monthFirst = new RegExp(String.raw`^${month} (\d{1,2}),? (\d{4})$`);

/** Reads `2016`, `2019-05`, `2019年5月3日`, `3 May 2019`, and ranges of these; null for anything else. */
export function readDate(written: string): Span | null {
  // Remarks in brackets are not part of the date: `2016 (issue 6)`.
  const text = written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
  const single = spanOf(partsOf(text));
  if (single) return single;
  const [first = '', second = '', ...more] = text.split(
    / ?(?:至|到|–|—+|~) ?| (?:-|to|until) |\/(?=\d{4})|(?<=^\d{4})-(?=\d{4}$)/u,
  );
  const start = partsOf(first);
  const [from, to] = [spanOf(start), spanOf(partsOf(second) ?? restOf(second, start))];
  return from && to && more.length === 0 && from.from <= to.to
    ? { from: from.from, to: to.to }
    : null;
}

function partsOf(text: string): Parts | null {
  const [, year, , inYear, inMonth] = numeric.exec(text) ?? [];
  if (year !== undefined) return partsFrom(year, inYear, inMonth);
  const [, ...found] = chinese.exec(text) ?? [];
  if (found[0] !== undefined) return partsFrom(found[0], found[1], found[2]);
  const [, day, name, ofYear] = dayFirst.exec(text) ?? [];
  if (ofYear !== undefined) return partsFrom(ofYear, monthNamed(name), day);
  const [, named, dayOf, last] = monthFirst.exec(text) ?? [];
  return last === undefined ? null : partsFrom(last, monthNamed(named), dayOf);
}

/** The end of a Chinese range leaves out what it shares with its start: `2019年5月至7月`. */
function restOf(text: string, start: Parts | null): Parts | null {
  const [, inYear, inMonth] = /^(?:(\d{1,2}) ?月)?(?: ?(\d{1,2}) ?[日号])?$/u.exec(text) ?? [];
  if (!start || text === '' || (inYear ?? inMonth) === undefined) return null;
  const [year, ofStart] = start;
  return inYear === undefined && ofStart === undefined
    ? null
    : partsFrom(String(year), inYear ?? String(ofStart), inMonth);
}

function partsFrom(year: string, inYear?: string, inMonth?: string): Parts {
  return [
    Number(year),
    inYear === undefined ? undefined : Number(inYear),
    inMonth === undefined ? undefined : Number(inMonth),
  ];
}

function monthNamed(name = ''): string {
  return String(months.indexOf(name.slice(0, 3)) + 1);
}

function spanOf(parts: Parts | null): Span | null {
  if (!parts) return null;
  const [year, inYear, inMonth] = parts;
  if (inYear !== undefined && (inYear < 1 || inYear > 12)) return null;
  const longest = new Date(Date.UTC(year, inYear ?? 12, 0)).getUTCDate();
  if (inMonth !== undefined && (inMonth < 1 || inMonth > longest)) return null;
  return {
    from: iso(year, inYear ?? 1, inMonth ?? 1),
    to: iso(year, inYear ?? 12, inMonth ?? longest),
  };
}

function iso(...parts: [number, number, number]): string {
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** The date of a source, as written and as a span; null where it has none that can be read. */
export function dateOf({
  attributes,
}: Pick<Source, 'attributes'>): { written: string; span: Span } | null {
  const written = [attributes.get('date') ?? []].flat().map(String);
  const spans = written.flatMap((date) => readDate(date) ?? []);
  const [first] = spans;
  if (!first || spans.length < written.length) return null;
  const from = spans.reduce((least, span) => (span.from < least ? span.from : least), first.from);
  const to = spans.reduce((most, span) => (span.to > most ? span.to : most), first.to);
  return { written: written.join(', '), span: { from, to } };
}
