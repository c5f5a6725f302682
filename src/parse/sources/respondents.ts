/**
 * private/respondents.yaml: who the respondents are. What is wrong in it is told by place and by what was expected there; no word
 * of it is repeated, so neither YAML's own messages nor zod's are used.
 */
import { isMap, isScalar, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Place } from '../../domain/text.js';
import { consents, type Register, type Respondent } from '../../domain/source.js';
import { isTooDeep } from '../text/front-matter.js';

const text = z.string().regex(/[\p{L}\p{N}]/u);
const texts = z.union([text.transform((each) => [each]), z.array(text)]);
// An unquoted number is a number in YAML.
// An extension is none by itself, and two in one are sought as neither.
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
/** Fifteen, and the two that are dialled before them abroad (ITU-T E.164). */
const mostDigits = 17;

const ofNames =
  'names, each of two letters or more, one to an item, without brackets, commas or strokes';

/** Every key of a respondent: its schema, and what is expected of it, in an author's words. */
const keys = {
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

type Key = keyof typeof keys;

function isKey(name: string): name is Key {
  return Object.hasOwn(keys, name);
}

function listOf(what: string): string {
  return `a list of ${what}`;
}

/** One letter stands everywhere, and two names that are written as one (`张三, Zhang San`) stand nowhere. */
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

type Fault = Register['faults'][number];
type Point = (range: readonly number[] | null | undefined) => Place;

/** Reads the register. Never throws, and keeps all that can be read. */
export function parseRegister(file: VFile): Register {
  const lines = new LineCounter();
  const at: Point = (range) => placeIn(file.path, lines, range ?? []);
  const fail = (expected: string, place = at([])): Register => ({
    respondents: [],
    faults: [{ place, expected }],
  });
  const { unreadable, notUtf8 } = file.data;
  if (unreadable !== undefined) return fail(unreadable);
  if (notUtf8 !== undefined) return fail('UTF-8', lineOf(file.path, notUtf8));
  const source = String(file);
  if (isTooDeep(source)) return fail('`respondents:` with one key for each of them');
  const yaml = parseDocument(source, { uniqueKeys: true, logLevel: 'silent', lineCounter: lines });
  const [error] = yaml.errors;
  if (error)
    return fail(
      error.code === 'DUPLICATE_KEY' ? 'each key once' : 'YAML that can be read',
      at(error.pos),
    );
  const root: unknown = yaml.contents;
  const [top] = isMap(root) ? root.items : [];
  const people: unknown = top && nameOf(top) === 'respondents' ? top.value : null;
  if (!isMap(root) || root.items.length !== 1 || !isMap(people) || people.items.length === 0)
    return fail('`respondents:` alone, with at least one of them by the id of their source');
  const read = people.items.map((pair) =>
    readRespondent(pair, at, (node) => node.toJS(yaml, { maxAliasCount: 20 })),
  );
  return {
    respondents: read.flatMap(({ respondent }) => respondent ?? []),
    faults: read.flatMap(({ faults }) => faults),
  };
}

type Plain = (node: YAMLMap) => unknown;

function readRespondent(
  pair: Pair,
  at: Point,
  plain: Plain,
): { respondent: Respondent | null; faults: Fault[] } {
  const place = at(rangeOf(pair.key));
  const source = nameOf(pair);
  const { value } = pair;
  if (source === null)
    return { respondent: null, faults: [{ place, expected: 'the id of a source as key' }] };
  if (!isMap(value))
    return { respondent: null, faults: [{ place, expected: 'a respondent with `names:`' }] };
  const written = valueOf(value, plain);
  if (!written)
    return { respondent: null, faults: [{ place, expected: 'YAML without nested aliases' }] };
  const faults: Fault[] = [];
  const read = <T>(key: Key, schema: z.ZodType<T>, fallback: T): T => {
    if (!written.has(key)) return fallback;
    const result = schema.safeParse(written.get(key));
    if (!result.success)
      faults.push({ place: at(rangeOf(value.get(key, true))), expected: keys[key].expected });
    return result.success ? result.data : fallback;
  };
  for (const item of value.items) {
    if (!isKey(nameOf(item) ?? ''))
      faults.push({
        place: at(rangeOf(item.key)),
        expected: `one of \`${Object.keys(keys).join('`, `')}\``,
      });
  }
  if (!written.has('names'))
    faults.push({ place, expected: `\`names:\` with ${keys.names.expected}` });
  const respondent = {
    source,
    names: read('names', keys.names.schema, []),
    aliases: read('aliases', keys.aliases.schema, []),
    telephones: read('telephones', keys.telephones.schema, []),
    workplaces: read('workplaces', keys.workplaces.schema, []),
    posts: read('posts', keys.posts.schema, []),
    consent: read('consent', keys.consent.schema, 'none'),
    place,
  };
  return { respondent, faults };
}

function nameOf({ key }: Pair): string | null {
  return isScalar(key) && (typeof key.value === 'string' || typeof key.value === 'number')
    ? String(key.value)
    : null;
}

/** Null where aliases expand without end, of which the parser throws. */
function valueOf(node: YAMLMap, plain: Plain): Map<string, unknown> | null {
  try {
    const value = plain(node);
    return new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  } catch {
    return null;
  }
}

function rangeOf(node: unknown): readonly number[] | null {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? node.range.map(Number)
    : null;
}

function placeIn(
  path: string,
  lines: LineCounter,
  [from = 0, to = from]: readonly number[],
): Place {
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  return { path, position: { start: point(from), end: point(to) } };
}

function lineOf(path: string, line: number): Place {
  return { path, position: { start: { line, column: 1 }, end: { line, column: 1 } } };
}
