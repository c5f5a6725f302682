/** `[D122]`, `[@key, p. 12]` and `@key` in a text become nodes. */
import type { PhrasingContent, Text } from 'mdast';
import type { Position } from 'unist';
import type { Citation, Cite, CrossReference } from '../../text/markdown.js';
import { idPattern, normaliseId } from '../../text/names.js';
import { placeOfPiece, type Document } from './document.js';
import { findSigns, type Sign } from './signs.js';

/**
 * What must not precede an `@` that cites: letters and digits, as in an e-mail address, and signs of a web address. Chinese may
 * precede it, as it does any word.
 */
const boundary = String.raw`(?<![\p{Script=Latin}\p{Nd}._%+\-/\\@＠&=#~])`;
const inner = String.raw`[\p{L}\p{M}\p{N}_]`;
/** A key in the run of a sentence ends where Chinese follows Latin letters or digits: `@fei2019认为`. */
const latinKey = String.raw`(?:(?!\p{Script=Han})${inner}|[:.#$%&+?<>~/\-](?=(?!\p{Script=Han})${inner}))`;
const runningKey = String.raw`\p{Script=Han}*(?:(?!\p{Script=Han})${inner})${latinKey}*|\p{Script=Han}+`;
const locatorWord = String.raw`(?:[Pp]{1,2}|[Cc]h(?:aps?|apters?)?|[Ss]ec(?:s|tions?)?|[Vv]ol(?:s|umes?)?|[Nn]os?|[Ff]ig(?:s|ures?)?|[Pp]ara(?:s|graphs?)?|[Ll]ines?|[Nn]otes?|[Pp]ages?|[Tt]ables?)\b|[§¶第页頁章节節]`;

const idForm = String.raw`\[(?<id>${idPattern})\]`;
const groupForm = String.raw`(?<group>[[［][^\][［］]*[@＠][^\][［］]*[\]］])`;
const runningForm = String.raw`${boundary}[@＠](?<key>${runningKey})(?:[ \t]?[[［](?<locator>(?:\p{Nd}|${locatorWord})[^\][［］@＠]*)[\]］])?`;
const anyForm = new RegExp(`${idForm}|${groupForm}|${runningForm}`, 'gu');

/** Keys within brackets end at a space or a separator only. */
const groupKey = new RegExp(
  String.raw`(?<minus>(?<![\p{L}\p{N}])-)?(?<![\p{Script=Latin}\p{Nd}._%+/\\@＠&=#~])[@＠](?<key>[^\s,，;；、\]］@＠]+)`,
  'gu',
);

interface Source {
  document: Document;
  value: string;
  position: Position | undefined;
  /** The at signs of the text, in its order. */
  signs: Sign[];
}

/** Splits a text at what refers to something; `mayCite` says that a bare `@key` may be a citation there. */
export function splitReferences(
  document: Document,
  node: Text,
  mayCite: boolean,
): PhrasingContent[] {
  const { value, position } = node;
  if (!/[[@＠［]/.test(value)) return [node];
  const source: Source = { document, value, position, signs: findSigns(document, value, position) };
  const parts: PhrasingContent[] = [];
  let end = 0;
  // The next one is looked for in here, as the same words may occur in a text more than once.
  let rest = position;
  for (const match of value.matchAll(anyForm)) {
    const made = nodeOf(source, match, mayCite);
    if (!made) continue;
    const [written] = match;
    if (match.index > end) parts.push({ type: 'text', value: value.slice(end, match.index) });
    const place = rest && placeOfPiece(document, rest, written).position;
    parts.push(place ? { ...made, position: place } : made);
    if (rest && place && place !== rest) rest = { start: place.end, end: rest.end };
    end = match.index + written.length;
  }
  if (end === 0) return [node];
  if (end < value.length) parts.push({ type: 'text', value: value.slice(end) });
  return parts;
}

function nodeOf(
  source: Source,
  match: RegExpExecArray,
  mayCite: boolean,
): CrossReference | Citation | null {
  const [written] = match;
  const { id, group, key, locator } = match.groups ?? {};
  if (id !== undefined)
    return {
      type: 'crossReference',
      identifier: normaliseId(id),
      children: [{ type: 'text', value: id }],
    };
  const items =
    group === undefined
      ? runningItem(source, match.index, key ?? '', locator)
      : groupItems(source, match.index, group);
  if (items.length === 0 || (group === undefined && !mayCite)) return null;
  return {
    type: 'citation',
    isNarrative: group === undefined,
    items,
    children: [{ type: 'text', value: written }],
  };
}

function runningItem(
  source: Source,
  index: number,
  key: string,
  locator: string | undefined,
): Cite[] {
  const sign = source.signs.find((each) => each.index === index);
  if (sign?.isEscaped) return [];
  return [
    {
      key,
      locator: locator?.trim() ?? null,
      prefix: null,
      isAuthorSuppressed: false,
      ...at(sign, key),
    },
  ];
}

/** Between two keys, what stands behind the last separator belongs to the second. */
function groupItems(source: Source, index: number, group: string): Cite[] {
  const signOf = (match: RegExpExecArray) =>
    source.signs.find(
      (each) => each.index === index + match.index + (match.groups?.minus ?? '').length,
    );
  const keys = [...group.matchAll(groupKey)].filter((match) => signOf(match)?.isEscaped !== true);
  return keys.map((match, position) => {
    const { minus, key = '' } = match.groups ?? {};
    const before = between(group, keys[position - 1], match);
    const cut = Math.max(before.lastIndexOf(';'), before.lastIndexOf('；'));
    const prefix = before
      .slice(cut + 1)
      .replace(/^\s*[,，、]/, '')
      .trim();
    const locator = locatorIn(
      between(group, match, keys[position + 1]),
      position === keys.length - 1,
    );
    return {
      key,
      locator: locator === '' ? null : locator,
      prefix: prefix === '' ? null : prefix,
      isAuthorSuppressed: minus !== undefined,
      ...at(signOf(match), key),
    };
  });
}

function between(
  group: string,
  left: RegExpExecArray | undefined,
  right: RegExpExecArray | undefined,
): string {
  return group.slice(left ? left.index + left[0].length : 1, right?.index ?? -1);
}

function locatorIn(words: string, isLast: boolean): string {
  const cut = isLast ? words.length : Math.max(words.lastIndexOf(';'), words.lastIndexOf('；'), 0);
  return words
    .slice(0, cut)
    .replace(/^\s*[,，;；、]?\s*/, '')
    .trim();
}

function at(sign: Sign | undefined, key: string): Pick<Cite, 'position'> {
  if (!sign?.start) return {};
  const { line, column } = sign.start;
  return { position: { start: { line, column }, end: { line, column: column + key.length + 1 } } };
}
