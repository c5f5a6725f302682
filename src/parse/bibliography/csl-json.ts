/** CSL-JSON, with the place of each item and of what is wrong. */
import type { VFile } from 'vfile';
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import type { CslItem, Work } from '../../domain/work.js';
import type { Place, Unread } from '../../domain/text.js';
import { workOf } from './work.js';

type ParseItems = (data: unknown) => CslItem[];

/** Parses a list of items, or one item. Parsed as YAML, which includes JSON, a list with a fault still gives its other items. */
export function parseCslJson(
  file: VFile,
  parseItems: ParseItems,
): { works: Work[]; unread: Unread[] } {
  const text = String(file);
  const lineCounter = new LineCounter();
  const yaml = parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' });
  const pointAt = (offset: number) => {
    const { line, col } = lineCounter.linePos(Math.min(offset, text.length));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const placeAt = (from: number, to: number): Place => ({
    path: file.path,
    position: { start: pointAt(from), end: pointAt(to) },
  });
  const fault = faultIn(text, yaml.errors[0]?.pos[0] ?? null);
  const unread =
    fault === null
      ? []
      : [
          unreadAt(
            placeAt(fault.offset, fault.offset),
            'a bibliography that is not JSON',
            fault.expected,
          ),
        ];
  const works: Work[] = [];
  for (const node of itemsIn(yaml.contents)) {
    const made = parseItem(node, yaml, parseItems);
    const [from = 0, to = 0] = made.node.range ?? [];
    if ('works' in made) works.push(...made.works.map((item) => workOf(item, placeAt(from, to))));
    // An item that a fault cut off is not reported again.
    else if (fault === null) unread.push(unreadAt(placeAt(from, from), made.found, made.expected));
  }
  if (works.length === 0 && unread.length === 0 && !isSeq(yaml.contents))
    unread.push(
      unreadAt(placeAt(0, 0), 'a bibliography without items', 'a list of items as CSL-JSON has it'),
    );
  return { works, unread };
}

/** Where a comma is missing, YAML makes one item the key of the next. */
function itemsIn(node: unknown): YAMLMap[] {
  if (isSeq(node)) return node.items.flatMap(itemsIn);
  if (!isMap(node)) return [];
  const merged = node.items.filter(({ key }) => isMap(key));
  node.items = node.items.filter(({ key }) => !isMap(key));
  return [
    ...(node.items.length > 0 ? [node] : []),
    ...merged.flatMap(({ key, value }) => [...itemsIn(key), ...itemsIn(value)]),
  ];
}

type Made = { node: Node } & ({ works: CslItem[] } | { found: string; expected: string });

function parseItem(node: YAMLMap, yaml: Document, parseItems: ParseItems): Made {
  const id = node.get('id', true);
  const key =
    isScalar(id) && (typeof id.value === 'string' || typeof id.value === 'number')
      ? String(id.value)
      : '';
  if (!isScalar(id) || key === '')
    return {
      node,
      found: 'an item without an `id`',
      expected: 'the key by which the text cites it',
    };
  try {
    const data: unknown = node.toJS(yaml, { maxAliasCount: 0 });
    return { node: id, works: parseItems([{ ...itemOf(data), id: key }]) };
  } catch {
    return { node: id, found: `item \`${key}\``, expected: 'an item as CSL-JSON has it' };
  }
}

function itemOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function unreadAt(place: Place, found: string, expected: string): Unread {
  return { kind: 'text', place, found, expected };
}

const commaAtEnd = /"(?:\\.|[^"\\])*"|(,)(?=\s*[\]}])/gs;

/** Where the text stops being JSON; null if it is JSON. `other` is where YAML found a fault, for errors without a position. */
function faultIn(text: string, other: number | null): { offset: number; expected: string } | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    // The fault is the comma, not the bracket after it.
    const comma = [...text.matchAll(commaAtEnd)].find(([, found]) => found !== undefined);
    const [, at] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
    if (comma && (at === undefined || Number(at) > comma.index))
      return { offset: comma.index, expected: 'no comma behind the last of a list' };
    const offset = at === undefined ? other : Number(at);
    if (offset === null || text.slice(offset).trim() === '')
      return { offset: text.trimEnd().length, expected: 'an end of each `[`, `{` and `"`' };
    return { offset, expected: 'a comma between two items, and quotation marks around words' };
  }
}
