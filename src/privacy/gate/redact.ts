/** Words as they may be shown: a registered name in them is replaced by the source that stands for the respondent. */
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { reworded } from '../../messages/stamp.js';
import { unescaped } from '../read/escapes.js';
import { withoutMarkup } from '../read/markup.js';
import type { Search } from '../search/index.js';
import type { FindInFile, Found } from './places.js';

/** The text with `[D]` for each name of D. */
export function redactText(text: string, search: Search): string {
  const plain = unescaped(text);
  // The address of a link may part a name; without it every letter keeps its place.
  const hitsIn = (form: string) =>
    [...search(form), ...search(withoutMarkup(form))].sort(
      (a, b) => a.start - b.start || b.end - a.end,
    );
  let form = plain !== null && hitsIn(plain).length > 0 ? plain : text;
  for (let round = 0; round < 3; round++) {
    const hits = hitsIn(form);
    if (hits.length === 0) return form;
    form = replaceHits(form, hits, search);
  }
  return '…';
}

function replaceHits(text: string, hits: ReturnType<Search>, search: Search): string {
  let end = 0;
  const parts: string[] = [];
  for (const hit of hits) {
    if (hit.end <= end) continue;
    // A pseudonym that is a name itself is a fault of the register, and no way to call anyone.
    if (hit.start >= end)
      parts.push(
        text.slice(end, hit.start),
        search(hit.source).length > 0 ? '…' : `[${hit.source}]`,
      );
    end = hit.end;
  }
  return [...parts, text.slice(end)].join('');
}

/**
 * The same messages without names in their words; one whose line or file holds a name is private from then on. Where each
 * stands is not changed.
 */
export function redactMessages(
  messages: VFileMessage[],
  files: Map<string, VFile>,
  { search, find }: { search: Search; find: FindInFile },
): VFileMessage[] {
  const linesOf = new Map<string, Set<number> | 'all'>();
  const linesIn = (path: string) => {
    const file = files.get(path);
    const lines = search(path).length > 0 ? 'all' : linesWithNames(file ? find(file) : []);
    linesOf.set(path, lines);
    return lines;
  };
  return messages.map((message) => {
    const path = message.file ?? '';
    const lines = linesOf.get(path) ?? linesIn(path);
    const redacted = reworded(message, (words) => redactText(words, search));
    const isNamed = lines === 'all' || lines.has(message.line ?? 1);
    if (isNamed || redacted.reason !== message.reason) redacted.isPrivate = true;
    return redacted;
  });
}

function linesWithNames(found: Found[]): Set<number> {
  const lines = new Set<number>();
  for (const { place } of found) {
    const { start, end } = place.position;
    for (let { line } = start; line <= end.line; line++) lines.add(line);
  }
  return lines;
}

/** Files under the paths by which they may be called; one with a name in its path shows none of its lines. */
export function redactPaths(files: VFile[], search: Search): VFile[] {
  return files.map((file) => {
    const path = redactText(file.path, search);
    return path === file.path ? file : new VFile({ path, value: '' });
  });
}
