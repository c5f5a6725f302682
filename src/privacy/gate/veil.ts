/** Messages and paths as they may be shown: a registered name in them is replaced by the source that stands for the respondent. */
import { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { Search } from '../search/index.js';
import { unescaped } from '../read/escapes.js';
import { withoutMarkup } from '../read/markup.js';
import type { FindInFile, Found } from './places.js';

/** The text with `[D]` for each name of D. */
export function veilText(text: string, search: Search): string {
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

/** Changes messages in place, so that nothing that prints them prints a name; which lines hold one is looked up once a file. */
export function veilMessages(files: Iterable<VFile>, search: Search, find: FindInFile): void {
  for (const file of files) {
    if (file.messages.length === 0) continue;
    const isNamed = search(file.path).length > 0;
    const lines = linesWithNames(find(file));
    for (const message of file.messages)
      veilMessage(message, search, isNamed || lines.has(message.line ?? 1));
  }
}

function veilMessage(message: VFileMessage, search: Search, isPrivate: boolean): void {
  const reason = veilText(message.reason, search);
  if (isPrivate || reason !== message.reason) message.isPrivate = true;
  message.reason = reason;
  message.message = reason;
  message.name = veilText(message.name, search);
  // A trace begins with the words of the message.
  message.stack = '';
  if (message.expected) message.expected = message.expected.map((each) => veilText(each, search));
}

function linesWithNames(found: Found[]): Set<number> {
  const lines = new Set<number>();
  for (const { place } of found) {
    const { start, end } = place.position;
    for (let { line } = start; line <= end.line; line++) lines.add(line);
  }
  return lines;
}

/** The files under the paths by which they may be called; one with a name in its path shows none of its lines. */
export function veilFiles(files: VFile[], search: Search): VFile[] {
  return files.map((file) => {
    const path = veilText(file.path, search);
    for (const { cause } of file.messages) {
      // The other place of a message is a message of its own.
      const other = cause as VFileMessage | undefined;
      if (other?.file) other.file = veilText(other.file, search);
    }
    if (path === file.path) return file;
    const shown = new VFile({ path, value: '' });
    for (const message of file.messages) message.file = path;
    shown.messages.push(...file.messages);
    return shown;
  });
}
