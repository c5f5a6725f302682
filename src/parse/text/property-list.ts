/** A bullet list directly under a heading in which every item is `key: value`. */
import { toString } from 'mdast-util-to-string';
import type { ListItem, RootContent } from 'mdast';
import type { Attributes, Place } from '../../domain/text.js';
import { keyOf, nearest } from '../../text/names.js';
import { leaveUnread, placeOf, type Document } from './document.js';

/** An item `key (mark): value`. */
export interface Property {
  /** As written, without what stands in brackets behind it. */
  key: string;
  /** `+` of `P5 (+): …`. */
  mark: string | null;
  value: string;
  place: Place;
}

const keyed = /^([\p{L}\p{N}][\p{L}\p{N} _/-]*?)\s*(?:[(（]([^()（）]*)[)）])?\s*[:：]\s*(.*)$/su;

/** Takes the property list off the blocks under a heading; a list in which only some items fit is left where it is. */
export function takeProperties(
  document: Document,
  blocks: RootContent[],
): { properties: Property[]; rest: RootContent[] } {
  const [list, ...rest] = blocks;
  if (list?.type !== 'list' || list.ordered) return { properties: [], rest: blocks };
  const items = list.children.map((item) => ({ item, property: parseProperty(document, item) }));
  const properties = items.flatMap(({ property }) => property ?? []);
  if (properties.length === items.length) return { properties, rest };
  if (properties.length > 0) {
    for (const { item, property } of items) {
      if (!property)
        leaveUnread(
          document,
          placeOf(document, item),
          'an item without a key in a property list',
          '`key: value`',
        );
    }
  }
  return { properties: [], rest: blocks };
}

function parseProperty(document: Document, item: ListItem): Property | null {
  const text = item.children
    .map((child) => toString(child))
    .join(' ')
    .replace(/\s*\n\s*/g, ' ');
  const [, key, mark, value] = keyed.exec(text) ?? [];
  if (key === undefined || value === undefined) return null;
  return { key, mark: mark ?? null, value: value.trim(), place: placeOf(document, item) };
}

/** Leaves unread each property whose key is not known; `thing` names what the properties describe. */
export function complainOfKeys(
  document: Document,
  properties: Property[],
  known: string[],
  thing: string,
): void {
  for (const { key, place } of properties) {
    if (known.some((name) => keyOf(name) === keyOf(key))) continue;
    const meant = nearest(key, known);
    const expected = meant
      ? `a property of ${thing}; did you mean \`${meant}\`?`
      : `one of \`${known.join('`, `')}\``;
    leaveUnread(document, place, `property \`${key}\``, expected);
  }
}

/** The value of the first property of that key, in any spelling. */
export function valueOf(properties: Property[], key: string): string | null {
  return properties.find((property) => keyOf(property.key) === keyOf(key))?.value ?? null;
}

/** All values of a key that may stand more than once or hold several, separated by commas. */
export function valuesOf(properties: Property[], key: string): string[] {
  return properties
    .filter((property) => keyOf(property.key) === keyOf(key))
    .flatMap((property) => property.value.split(/[,，、]/))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** Every property as an attribute, in order. */
export function attributesOf(properties: Property[]): Attributes {
  return new Map(properties.map(({ key, value }) => [key, value]));
}
