/**
 * private/respondents.yaml: who the respondents are. A fault in it is a place and what was expected there. No word of the file is
 * repeated, so the messages of YAML and zod are not used.
 */
import { isMap, isScalar, LineCounter, parseDocument, type Pair, type YAMLMap } from 'yaml';
import type { VFile } from 'vfile';
import type * as z from 'zod';
import type { Place } from '../../domain/text.js';
import type { Register, Respondent } from '../../domain/source.js';
import { isTooDeep } from '../text/front-matter.js';
import { isKey, keys, type Key } from './respondent-keys.js';

type Fault = Register['faults'][number];
type Point = (range: readonly number[] | null | undefined) => Place;

/** Parses the register; keeps all that can be read. Never throws on content. */
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
  const parsed = people.items.map((pair) =>
    parseRespondent(pair, at, (node) => node.toJS(yaml, { maxAliasCount: 20 })),
  );
  return {
    respondents: parsed.flatMap(({ respondent }) => respondent ?? []),
    faults: parsed.flatMap(({ faults }) => faults),
  };
}

type Plain = (node: YAMLMap) => unknown;

function parseRespondent(
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
  const faults = [...unknownKeys(value, at), ...missingNames(written, place)];
  const valid = <T>(key: Key, schema: z.ZodType<T>, fallback: T): T => {
    if (!written.has(key)) return fallback;
    const result = schema.safeParse(written.get(key));
    if (!result.success)
      faults.push({ place: at(rangeOf(value.get(key, true))), expected: keys[key].expected });
    return result.success ? result.data : fallback;
  };
  const respondent = {
    source,
    names: valid('names', keys.names.schema, []),
    aliases: valid('aliases', keys.aliases.schema, []),
    telephones: valid('telephones', keys.telephones.schema, []),
    workplaces: valid('workplaces', keys.workplaces.schema, []),
    posts: valid('posts', keys.posts.schema, []),
    consent: valid('consent', keys.consent.schema, 'none'),
    place,
  };
  return { respondent, faults };
}

function unknownKeys({ items }: YAMLMap, at: Point): Fault[] {
  const expected = `one of \`${Object.keys(keys).join('`, `')}\``;
  return items
    .filter((item) => !isKey(nameOf(item) ?? ''))
    .map(({ key }) => ({ place: at(rangeOf(key)), expected }));
}

function missingNames(written: Map<string, unknown>, place: Place): Fault[] {
  return written.has('names')
    ? []
    : [{ place, expected: `\`names:\` with ${keys.names.expected}` }];
}

function nameOf({ key }: Pair): string | null {
  return isScalar(key) && (typeof key.value === 'string' || typeof key.value === 'number')
    ? String(key.value)
    : null;
}

/** Null where aliases expand without end, which the parser answers with an error. */
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
