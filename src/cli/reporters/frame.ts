/** The line of the source that a message means, with carets under the words. */
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';

const widest = 100;

/** Two lines: the source and the carets; none for what nobody may see. Widths are counted as a terminal shows them, two columns for 汉 and 🙂. */
export function frameOf(
  file: VFile,
  message: VFileMessage,
  paint: (text: string) => string,
): string[] {
  const { line, column } = message;
  if (message.isPrivate) return [];
  const source = line === undefined ? undefined : linesOf(file)[line - 1];
  if (source === undefined || column === undefined || source === '') return [];
  const end = message.place && 'end' in message.place ? message.place.end : undefined;
  const to = end && end.line === line ? end.column : source.length + 1;
  const start = Math.max(
    0,
    stringWidth(source.slice(0, column - 1)) > widest - 30 ? column - 1 - 40 : 0,
  );
  const clean = (text: string) => stripVTControlCharacters(text).replace(/\p{Cc}/gu, ' ');
  const shown = cut(clean(source.slice(start)));
  const before = stringWidth(clean(source.slice(start, column - 1)));
  const marked = stringWidth(clean(source.slice(column - 1, Math.max(column, to - 1))));
  const gutter = String(line);
  const carets = '^'.repeat(Math.max(1, Math.min(marked, stringWidth(shown) - before)));
  return [
    `  ${gutter} | ${start > 0 ? '…' : ''}${shown}`,
    `  ${' '.repeat(gutter.length)} | ${' '.repeat(before + (start > 0 ? 1 : 0))}${paint(carets)}`,
  ];
}

const known = new WeakMap<VFile, string[]>();

/** Split once a file: a transcript may have thousands of messages. */
function linesOf(file: VFile): string[] {
  const lines = known.get(file) ?? String(file).split('\n');
  known.set(file, lines);
  return lines;
}

function cut(text: string): string {
  if (stringWidth(text) <= widest) return text;
  let width = 0;
  let end = 0;
  for (const character of text) {
    width += stringWidth(character);
    if (width > widest) break;
    end += character.length;
  }
  return `${text.slice(0, end)}…`;
}
