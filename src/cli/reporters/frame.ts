/** The line of a file that a message is about, with carets under the words. */
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { endOf } from './messages.js';

const widest = 100;

/** Two lines, the source and the carets; none where the line may name a respondent. Widths are those of a terminal: two columns for 汉 and 🙂. */
export function renderFrame(
  file: VFile,
  message: VFileMessage,
  paint: (text: string) => string,
): string[] {
  const { line, column } = message;
  if (message.isPrivate) return [];
  const source = line === undefined ? undefined : linesOf(file)[line - 1];
  if (source === undefined || column === undefined || source === '') return [];
  const end = endOf(message);
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

const splitFiles = new WeakMap<VFile, string[]>();

/** Splits each file only once: a transcript may have thousands of messages. */
function linesOf(file: VFile): string[] {
  const lines = splitFiles.get(file) ?? String(file).split('\n');
  splitFiles.set(file, lines);
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
