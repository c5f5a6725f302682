/** Text as a line of print can hold it. */
import { writable } from '../../text/languages.js';
import type { LayoutState, Node } from './state.js';

/** Longer than any word that a column holds. */
const longest = 24;
const long = new RegExp(String.raw`[^\s\u200B\p{Script=Han}]{${String(longest + 1)},}`, 'gu');
const piece = new RegExp(String.raw`.{${String(longest)}}(?=.)`, 'gsu');

/**
 * Without control characters and halves of characters, and with places in very long words where a line may end. A sign that
 * no font has is written as its number, so that a reader sees which one is meant.
 */
export function printable(text: string, unknown: Set<string>): string {
  const plain = writable(text)
    .replace(/[\t\n\r]+/g, ' ')
    .replace(/[\uFFF0-\uFFFB]/g, '')
    .replace(long, (word) => word.replace(piece, '$&\u200B'));
  if (unknown.size === 0) return plain;
  return Array.from(plain, (sign) => (unknown.has(sign) ? `[${numberOf(sign)}]` : sign)).join('');
}

/** `U+20BB7`. */
export function numberOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A text as the layout takes it. */
export function textOf({ unknown }: LayoutState, value: string): Node {
  return { t: 'text', v: printable(value, unknown) };
}
