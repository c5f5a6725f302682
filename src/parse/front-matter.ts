/** YAML front matter, held to a schema; each fault is kept with the place of the key or value that has it. */
import { isMap, isScalar, LineCounter, parseDocument, type Document as YamlDocument, type Node } from 'yaml';
import * as z from 'zod';
import type { Place } from '../model.js';
import { nearest } from '../names.js';
import type { Document } from './document.js';

export interface FrontMatter<T> {
  data: T;
  /** The place of a value, by the keys that lead to it; of the closest thing there is, if it is missing. */
  placeOf: (path: PropertyKey[]) => Place;
}

/**
 * Reads the front matter of a document. A key whose value does not fit the schema is left out, so that the rest still
 * counts; `schema` must accept an object without any key.
 */
export function readFrontMatter<T>(document: Document, schema: z.ZodType<T>): FrontMatter<T> {
  const [node] = document.root.children;
  const text = node?.type === 'yaml' ? node.value : '';
  const counter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: counter, uniqueKeys: true, maxAliasCount: 20 } as object);
  const places: Places = { document, yaml, counter };
  const raw = plainValue(places);
  return { data: keepValid(places, schema, raw), placeOf: (path) => placeAt(places, path) };
}

interface Places {
  document: Document;
  yaml: YamlDocument.Parsed;
  counter: LineCounter;
}

function plainValue(places: Places): Map<string, unknown> {
  const { document, yaml } = places;
  const [fault] = yaml.errors;
  if (fault) {
    complain(places, rangePlace(places, fault.pos), 'front matter', `YAML that can be read: ${firstLine(fault.message)}`);
    return new Map();
  }
  let value: unknown;
  try {
    value = yaml.toJS({ maxAliasCount: 20 });
  } catch {
    complain(places, placeAt(places, []), 'aliases that expand without end', 'YAML without nested aliases');
    return new Map();
  }
  if (value === null || value === undefined) return new Map();
  if (typeof value === 'object' && !Array.isArray(value)) return new Map(Object.entries(value));
  const [node] = document.root.children;
  complain(places, placeAt(places, []), node?.type ?? 'front matter', 'lines of the form `key: value`');
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
      const place = placeAt(places, issue.path);
      complain(places, place, `\`${issue.path.join('.')}\``, issue.message);
      rest.delete(String(issue.path[0]));
    }
  }
  return rest.size < raw.size ? keepValid(places, schema, rest) : schema.parse({});
}

function complainOfKey(places: Places, key: string, schema: z.ZodType): void {
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const meant = nearest(key, known);
  const expected = meant === null ? `one of ${known.map((name) => `\`${name}\``).join(', ')}` : `a known key; did you mean \`${meant}\`?`;
  complain(places, placeOfKey(places, key), `key \`${key}\``, expected);
}

function complain({ document }: Places, place: Place, found: string, expected: string): void {
  document.unread.push({ kind: 'front-matter', place, found, expected });
}

function placeAt(places: Places, path: PropertyKey[]): Place {
  for (let length = path.length; length > 0; length--) {
    const node = places.yaml.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return rangePlace(places, [node.range[0], node.range[1]]);
  }
  return rangePlace(places, [0, 0]);
}

function placeOfKey(places: Places, key: string): Place {
  const { contents } = places.yaml;
  const pair = isMap(contents) ? contents.items.find((item) => isScalar(item.key) && String(item.key.value) === key) : undefined;
  const range = isScalar(pair?.key) ? pair.key.range : undefined;
  return range ? rangePlace(places, [range[0], range[1]]) : placeAt(places, [key]);
}

function rangePlace({ document, counter }: Places, [from, to]: [number, number]): Place {
  // The front matter's first line is the second line of the file.
  const at = (offset: number) => {
    const { line, col } = counter.linePos(offset);
    return { line: line + 1, column: col };
  };
  return { path: document.path, position: { start: at(from), end: at(to) } };
}

function firstLine(message: string): string {
  return message.replace(/ at line [\s\S]*$/, '').replace(/\n[\s\S]*$/, '');
}
