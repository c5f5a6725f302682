/** The words of the report in each language: data in templates/words, complete by type. */
import * as z from 'zod';
import en from '../../templates/words/en.json' with { type: 'json' };

export type Words = typeof en;

const languages: { [language: string]: Words } = { en };

/** The words of a language; null if there are none. */
export function wordsOf(language: string): Words | null {
  return languages[language] ?? null;
}

export const knownLanguages = Object.keys(languages);

/** Every path of the words, so that templates can be checked. */
export const wordsSchema = schemaOf(en);

type SchemaOf<T> = T extends string ? z.ZodString : z.ZodObject<{ [K in keyof T]: SchemaOf<T[K]> }>;

function schemaOf<T>(words: T): SchemaOf<T> {
  const schema =
    typeof words === 'string'
      ? z.string()
      : z.object(Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, schemaOf(value)])));
  // The type follows the value's own shape, which Object.entries forgets.
  return schema as unknown as SchemaOf<T>;
}

/** Fills the gaps of a phrase: `{n} records` with `n`. */
export function fill(phrase: string, values: { [name: string]: string | number }): string {
  return phrase.replace(/\{(\w+)\}/g, (gap, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : gap));
}

/** The word for a key that may not have one, such as an author's own kind of source. */
export function wordFor(words: { [key: string]: string }, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}
