/** What the register may say of a respondent. */
import * as z from 'zod';
import { consents } from '../../domain/source.js';

const text = z.string().regex(/[\p{L}\p{N}]/u);
const texts = z.union([text.transform((each) => [each]), z.array(text)]);
// An unquoted number is a number in YAML.
// An extension alone is no number, and two numbers in one text would not be found as either.
const isNumber = (each: string) => {
  const counts = each
    .split(/[\p{L},;、，；|]+/u)
    .map((part) => (part.match(/\p{Nd}/gu) ?? []).length);
  return (
    counts.some((count) => count >= fewestDigits) && counts.every((count) => count <= mostDigits)
  );
};
const digits = z.union([z.string(), z.number().transform(String)]).refine(isNumber);
const telephones = z.union([digits.transform((each) => [each]), z.array(digits)]);
const fewestDigits = 6;
/** Fifteen (ITU-T E.164), and the two that are dialled before them from abroad. */
const mostDigits = 17;

const ofNames =
  'names, each of two letters or more, one to an item, without brackets, commas or strokes';

/** Every key of a respondent: its schema, and what is expected, in words for an author. */
export const keys = {
  names: {
    schema: texts.refine((names) => names.length > 0 && names.every(isOneName)),
    expected: listOf(ofNames),
  },
  aliases: { schema: texts.refine((names) => names.every(isOneName)), expected: listOf(ofNames) },
  telephones: {
    schema: telephones,
    expected: listOf(
      `numbers of ${String(fewestDigits)} to ${String(mostDigits)} digits, in quotation marks`,
    ),
  },
  workplaces: { schema: texts, expected: listOf('places of work') },
  posts: { schema: texts, expected: listOf('posts') },
  consent: {
    schema: z.enum(consents),
    expected: 'one of `quote`, `paraphrase`, `none`',
  },
} satisfies { [key: string]: { schema: z.ZodType; expected: string } };

/** A key of a respondent. */
export type Key = keyof typeof keys;

/** Whether a respondent has a key of this name. */
export function isKey(name: string): name is Key {
  return Object.hasOwn(keys, name);
}

function listOf(what: string): string {
  return `a list of ${what}`;
}

/** One letter alone would be found everywhere; two names in one text (`张三, Zhang San`) would be found nowhere. */
function isOneName(name: string): boolean {
  const isLong = (name.match(/[\p{L}\p{N}]/gu) ?? []).length > 1;
  return isLong && !/[()（）[\]［］【】<>《》,，、;；/／|｜&＆]/u.test(name) && !isTwice(name);
}

/** In Han characters and in letters, with a space between them; `Amy姐` is one name. */
function isTwice(name: string): boolean {
  return /\p{Script=Han}{2}\s+\p{Script=Latin}{2}|\p{Script=Latin}{2}\s+\p{Script=Han}{2}/u.test(
    name.normalize('NFC'),
  );
}
