/** A work made safe for the citation engine, and the language in which it is set. */
import type { CslItem, CslName, Work } from '../../domain/work.js';

const isHan = /\p{Script=Han}/u;

/** Whether a work is set in Chinese form: by the language of its entry or, without one, by its authors’ names. */
export function isChinese({ item }: Work): boolean {
  if (typeof item.language === 'string' && item.language !== '')
    return /^(zh|zho|chi|chinese|cn|中文|汉语)\b|^(中文|汉语)/i.test(item.language);
  const names = [...namesIn(item.author), ...namesIn(item.editor)].map(
    ({ family = '', literal = '', given = '' }) => family + literal + given,
  );
  return isHan.test(names.length > 0 ? names.join('') : (item.title ?? ''));
}

/** The short form of a work's authors in running text, for styles that name none: `Bryson et al.`. */
export function shortNames(work: Work, and: string): string {
  const { item, label } = work;
  const names = [item.author, item.editor].map(namesIn).find(({ length }) => length > 0) ?? [];
  const [first = '', second, third] = names.map(
    ({ family, literal, given }) => family ?? literal ?? given ?? '',
  );
  if (first === '') return label.replace(/, [^,]*$/, '');
  const isSetInChinese = isChinese(work);
  if (second === undefined) return isSetInChinese ? wholeName(names[0] ?? {}) : first;
  if (isSetInChinese)
    return third === undefined ? names.map(wholeName).join('、') : `${wholeName(names[0] ?? {})}等`;
  return third === undefined ? `${first} ${and} ${second}` : `${first} et al.`;
}

/** Which variables of an item hold names, and which dates; all others hold words. */
export interface Kinds {
  names: string[];
  dates: string[];
}

/** An item without values on which the engine fails: numbers where it expects words, words where it expects names or a date. */
export function itemFor(work: Work, id: string, kinds: Kinds): object {
  const language = isChinese(work) ? 'zh-CN' : 'en-US';
  const kept = Object.entries(work.item).flatMap(([variable, value]): [string, unknown][] => {
    const clean = cleanValue(variable, value, kinds);
    return clean === null ? [] : [[variable, clean]];
  });
  return { ...Object.fromEntries(kept), type: typeOf(work.item), id, language };
}

function cleanValue(variable: string, value: unknown, { names, dates }: Kinds): unknown {
  if (names.includes(variable)) {
    const people = namesIn(value);
    return people.length === 0 ? null : people.map(nameFor);
  }
  if (dates.includes(variable)) return dateFor(value);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const words = plain(String(value));
  // An address of another kind would be taken for a DOI.
  return words === '' || (variable === 'URL' && !/^https?:/i.test(words)) ? null : words;
}

function typeOf({ type }: CslItem): string {
  return typeof type === 'string' && /^[a-z_-]+$/.test(type) ? type : 'document';
}

/** Words without control characters, and without the signs that mark the works of a citation. */
export function plain(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\p{Co}]+/gu, ' ').trim();
}

function namesIn(value: unknown): CslName[] {
  if (!Array.isArray(value)) return [];
  const names = value.filter((name): name is object => typeof name === 'object' && name !== null);
  return names
    .map((name): CslName => Object.fromEntries(Object.entries(name).filter(isFilled)))
    .filter(({ family, literal, given }) => (family ?? literal ?? given) !== undefined);
}

function isFilled(part: [string, unknown]): part is [string, string] {
  return typeof part[1] === 'string' && part[1].trim() !== '';
}

/** A Chinese name is one word, the family’s first, and never has initials. */
function nameFor(name: CslName): CslName {
  const clean = Object.fromEntries(
    Object.entries(name).map(([part, value]) => [part, unshadowed(plain(String(value)))]),
  );
  if (isHan.test(name.family ?? '') || (name.family === undefined && isHan.test(name.given ?? '')))
    return { family: wholeName(name) };
  return name.family === undefined && name.literal === undefined ? { literal: clean.given } : clean;
}

/** The engine uses names as keys of plain objects; a zero-width space makes `__proto__` a key like any other. */
function unshadowed(name: string): string {
  return name in Object.prototype ? `${name}\u200B` : name;
}

function wholeName({ family = '', given = '', literal = '' }: CslName): string {
  const isJoined = isHan.test(family + given);
  return plain(isJoined ? family + given : literal || family || given);
}

function dateFor(value: unknown): object | null {
  if (typeof value !== 'object' || value === null) return null;
  const parts = 'date-parts' in value ? value['date-parts'] : null;
  const literal =
    'literal' in value && typeof value.literal === 'string'
      ? value.literal
      : 'raw' in value
        ? value.raw
        : null;
  if (!Array.isArray(parts))
    return typeof literal === 'string' ? { literal: plain(literal) } : null;
  const lists = parts.filter((list): list is unknown[] => Array.isArray(list));
  const dates = lists
    .map((list) => calendarDate(list.map(Number).filter(Number.isInteger)))
    .filter(({ length }) => length > 0);
  const [from, to] = dates;
  if (!from) return null;
  // The engine throws at a range whose ends are not equally exact.
  const exact = Math.min(from.length, to?.length ?? 3);
  const ends = [from, ...(to ? [to] : [])].map((date) => date.slice(0, exact));
  return { 'date-parts': String(ends[0]) === String(ends[1]) ? ends.slice(0, 1) : ends };
}

/** As much of a year, month (13 to 24: seasons) and day as a calendar may have; there is no year 0. */
function calendarDate([year = 0, month = 0, day = 0]: number[]): number[] {
  if (year === 0) return [];
  if (month < 1 || month > 24) return [year];
  return day < 1 || day > 31 ? [year, month] : [year, month, day];
}
