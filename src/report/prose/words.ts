/** The words of the report in each language: data in templates/words, complete by type. */
import * as z from 'zod';
import { isLanguageTag } from '../../text/languages.js';
import en from '../../../templates/words/en.json' with { type: 'json' };
import zh from '../../../templates/words/zh.json' with { type: 'json' };

/** All words of a language, as the English ones are arranged. */
export type Words = typeof en;

const languages: { [language: string]: Words } = { en, zh };

/** The words of a language; null if there are none. */
export function wordsOf(language: string): Words | null {
  return Object.hasOwn(languages, language) ? (languages[language] ?? null) : null;
}

/** The languages in which a report can be written. */
export const knownLanguages = Object.keys(languages);

/** Every path of the words, so that templates can be checked. */
export const wordsSchema = schemaOf(en);

type SchemaOf<T> = T extends string ? z.ZodString : z.ZodObject<{ [K in keyof T]: SchemaOf<T[K]> }>;

interface Group {
  [key: string]: string | Group;
}

function schemaOf<T extends string | Group>(words: T): SchemaOf<T> {
  const schema =
    typeof words === 'string'
      ? z.string()
      : z.object(
          Object.fromEntries(Object.entries(words).map(([key, value]) => [key, schemaOf(value)])),
        );
  // The type follows the value's own shape, which Object.entries forgets.
  return schema as unknown as SchemaOf<T>;
}

/** Fills the gaps of a phrase: `{n} records` with `n`. */
export function fill(phrase: string, values: { [name: string]: string | number }): string {
  return phrase.replace(/\{(\w+)\}/g, (gap, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : gap,
  );
}

/** The word for a key that may not have one, such as an author's own kind of source. */
export function wordFor(words: { [key: string]: string }, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/**
 * Words in a row, separated as the language does it: `a, b`, `甲、乙`. `parts` are those of one description, `items` may hold
 * commas themselves.
 */
export function listed(
  { marks }: Pick<Words, 'marks'>,
  words: string[],
  as: 'list' | 'parts' | 'items' = 'list',
): string {
  return words.join(marks[as]);
}

/** A name with what it stands for: `D: Interview with an official`, `perspective: insider`. */
export function titled({ marks }: Pick<Words, 'marks'>, name: string, title: string): string {
  return name + marks.colon + title;
}

/** `(HAIR)`, `（HAIR）`. */
export function bracketed({ marks }: Pick<Words, 'marks'>, words: string): string {
  return marks.open + words + marks.close;
}

/** `leadership (HAIR)`, `领导力（HAIR）`. */
export function explained(words: Pick<Words, 'marks'>, name: string, more: string): string {
  return name + words.marks.space + bracketed(words, more);
}

/** The locale in which numbers and dates are written; never that of the machine. */
const locales: { [language: string]: string } = { en: 'en-GB', zh: 'zh-CN' };

/** A date such as `2026-11-23` in the form of a language; any other text as it is. */
export function dateIn(language: string, date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    time,
  );
}

/** The name of a language in words of the report; as written if it is not a language tag. */
export function languageIn(language: string, written: string): string {
  if (!isLanguageTag(written)) return written;
  return new Intl.DisplayNames(locales[language], { type: 'language' }).of(written) ?? written;
}

/** The known language that was meant by `zh-CN`, `cn`, `Chinese` or `中文`; null if none was. */
export function languageMeant(written: string): string | null {
  const [first = ''] = written.toLowerCase().split(/[-_]/);
  const spoken = /^[a-z]{2}$/.test(first)
    ? new Intl.Locale(`und-${first}`).maximize().language
    : first;
  const isMeant = (code: string) =>
    [code, languageIn('en', code), languageIn(code, code)].some(
      (name) => name.toLowerCase() === first,
    );
  return knownLanguages.find(isMeant) ?? knownLanguages.find((code) => code === spoken) ?? null;
}

/** A number in the form of a language, with a fixed number of decimals, or at most that many. */
export function numberIn(
  language: string,
  value: number,
  decimals?: number | { atMost: number },
): string {
  const digits =
    typeof decimals === 'number'
      ? { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
      : { maximumFractionDigits: decimals?.atMost ?? 3 };
  return new Intl.NumberFormat(locales[language], digits).format(value);
}
