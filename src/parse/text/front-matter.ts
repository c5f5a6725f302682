/** YAML front matter, held to a schema; each fault is kept with the place of the key or value that has it. */
import { isMap, isNode, isScalar, parseDocument, type Document as YamlDocument } from 'yaml';
import * as z from 'zod';
import type { Place } from '../../domain/text.js';
import { nearest } from '../../text/names.js';
import type { Document } from './document.js';
import { expectedOf, firstLine, remedyFor } from './front-matter-faults.js';

/** Valid front matter, with the places of its keys and values. */
export interface FrontMatter<T> {
  data: T;
  /** The place of a value, by the keys that lead to it; of the closest thing there is, if it is missing. */
  placeOf: (path: PropertyKey[]) => Place;
  /** The place of the last of these keys. */
  placeOfKey: (path: PropertyKey[]) => Place;
}

/**
 * Reads the front matter of a document. A key whose value does not fit the schema is left out, so that the rest still
 * counts; `schema` must accept an object without any key.
 */
export function parseFrontMatter<T>(document: Document, schema: z.ZodType<T>): FrontMatter<T> {
  const [node] = document.root.children;
  const text = node?.type === 'yaml' ? node.value : '';
  const isDeep = isTooDeep(text);
  const yaml = parseDocument(isDeep ? '' : text, { uniqueKeys: true, logLevel: 'error' });
  const places: Places = { document, yaml, text };
  if (isDeep)
    complain(
      places,
      placeAt(places, []),
      'front matter',
      `at most ${String(deepest)} levels of nesting`,
    );
  const raw = plainValue(places);
  return {
    data: keepValid(places, schema, raw),
    placeOf: (path) => placeAt(places, path),
    placeOfKey: (path) => placeOfKey(places, path),
  };
}

/** Levels of nesting: the YAML parser is recursive, and a text nested without end would exhaust the stack. */
const deepest = 100;

/** Whether YAML is nested too deep for the parser. */
export function isTooDeep(text: string): boolean {
  return depthOf(text) > deepest;
}

/** At least as many levels as a text has, be it by brackets, by dashes in one line or by indentation. */
function depthOf(text: string): number {
  let open = 0;
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    // A closing bracket too many must not hide those that are opened later.
    open = sign === '[' || sign === '{' ? open + 1 : Math.max(0, open - 1);
    depth = Math.max(depth, open);
  }
  const lines = text.split('\n').map((line) => /^[\s?:-]*/.exec(line)?.[0].length ?? 0);
  return lines.reduce((most, length) => Math.max(most, length), depth);
}

interface Places {
  document: Document;
  yaml: YamlDocument.Parsed;
  text: string;
}

function plainValue(places: Places): Map<string, unknown> {
  const { yaml } = places;
  const [fault] = yaml.errors;
  if (fault) {
    complain(
      places,
      rangePlace(places, fault.pos),
      'front matter',
      `YAML that can be read: ${remedyFor(fault.code) ?? firstLine(fault.message)}`,
    );
    return new Map();
  }
  let value: unknown;
  try {
    value = yaml.toJS({ maxAliasCount: 20 });
  } catch {
    complain(
      places,
      placeAt(places, []),
      'aliases that expand without end',
      'YAML without nested aliases',
    );
    return new Map();
  }
  if (value === null || value === undefined) return new Map();
  if (typeof value === 'object' && !Array.isArray(value)) return new Map(Object.entries(value));
  complain(places, placeAt(places, []), 'front matter', 'lines of the form `key: value`');
  return new Map();
}

function keepValid<T>(places: Places, schema: z.ZodType<T>, raw: Map<string, unknown>): T {
  const result = schema.safeParse(Object.fromEntries(raw));
  if (result.success) return result.data;
  const rest = new Map(raw);
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
      for (const key of issue.keys) {
        complainOfKey(places, key, schema);
        rest.delete(key);
      }
    } else {
      complainOfValue(places, issue, schema);
      rest.delete(String(issue.path[0]));
    }
  }
  return rest.size < raw.size ? keepValid(places, schema, rest) : schema.parse({});
}

function complainOfKey(places: Places, key: string, schema: z.ZodType): void {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const meant = nearest(key, known);
  const expected =
    meant === null
      ? `one of ${known.map((name) => `\`${name}\``).join(', ')}`
      : `a known key; did you mean \`${meant}\`?`;
  complain(places, placeOfKey(places, [key]), `key \`${key}\``, expected);
}

function complainOfValue(places: Places, issue: z.core.$ZodIssue, schema: z.ZodType): void {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const meant = nearest(key, keysAt(schema, issue.path));
      const expected =
        meant === null ? 'known keys only' : `a known key; did you mean \`${meant}\`?`;
      complain(
        places,
        placeOfKey(places, [...issue.path, key]),
        `key \`${key}\` of \`${name}\``,
        expected,
      );
    }
  } else if (places.yaml.hasIn(issue.path))
    complain(places, placeAt(places, issue.path), `\`${name}\``, expectedOf(issue));
  else
    complain(
      places,
      placeAt(places, issue.path),
      `\`${issue.path.slice(0, -1).join('.')}\` without \`${String(issue.path.at(-1))}\``,
      expectedOf(issue),
    );
}

/** The keys of the object to which a path leads through objects and lists. */
function keysAt(schema: unknown, path: PropertyKey[]): string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodPipe) return keysAt(schema.out, path);
  const [first, ...rest] = path;
  if (schema instanceof z.ZodArray && first !== undefined) return keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return first === undefined
    ? Object.keys(schema.shape)
    : keysAt(schema.shape[String(first)], rest);
}

function complain({ document }: Places, place: Place, found: string, expected: string): void {
  document.unread.push({ kind: 'front-matter', place, found, expected });
}

function placeAt(places: Places, path: PropertyKey[]): Place {
  for (let length = path.length; length > 0; length--) {
    const node = places.yaml.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return rangePlace(places, [node.range[0], node.range[1]]);
  }
  return rangePlace(places, [0, 0]);
}

function placeOfKey(places: Places, path: PropertyKey[]): Place {
  const above = path.slice(0, -1);
  const map = above.length === 0 ? places.yaml.contents : places.yaml.getIn(above, true);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(path.at(-1)))
    : undefined;
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? rangePlace(places, [range[0], range[1]]) : placeAt(places, path);
}

function rangePlace({ document, text }: Places, [from, to]: [number, number]): Place {
  // The front matter's first line is the second line of the file. (The parser's own count of lines ends where it finds a fault.)
  const at = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length + 1, column: (before.at(-1)?.length ?? 0) + 1 };
  };
  return { path: document.path, position: { start: at(from), end: at(to) } };
}
