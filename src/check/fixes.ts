/** The fix for a name: the one answer in place of what is written, where the source contains it literally. */
import type { VFile } from 'vfile';
import type { Name, Place, Replacement } from '../domain/text.js';
import type { Study } from '../domain/study.js';
import { normaliseId } from '../text/names.js';

type Files = Pick<Study, 'files'>;

/** Characters with a special meaning in Markdown, YAML or tables. */
const isMarkup = /[\\`*[\]<>|"#\t\n\r\p{Cc}]|\s_|_\s|^_|_$/u;

/** Puts an answer in place of a name; nothing without an answer, or unless the source has the name exactly once. */
export function mendName(study: Files, name: Name, answer: string | null): { fix?: Replacement[] } {
  if (
    answer === null ||
    isMarkup.test(answer) ||
    (/\.csv$/i.test(name.place.path) && /[,;]/.test(answer))
  )
    return {};
  return mendWords(study, name, answer);
}

/** The same for words that may contain Markdown: the caller must make sure that it is safe. */
export function mendWords(study: Files, name: Name, answer: string): { fix?: Replacement[] } {
  if (answer === name.text) return {};
  const place = placeOfName(study, name);
  return place ? { fix: [{ place, text: answer }] } : {};
}

/** The words that stand at a place, line by line; empty if the file has no such place. */
export function sourceAt({ files }: Files, { path, position: { start, end } }: Place): string[] {
  const file = files.get(path);
  if (!file) return [];
  return linesOf(file)
    .slice(start.line - 1, end.line)
    .map((line, index, { length }) =>
      line.slice(
        index === 0 ? start.column - 1 : 0,
        index === length - 1 && start.line + index === end.line ? end.column - 1 : undefined,
      ),
    );
}

function placeOfName(study: Files, { text, place }: Name): Place | null {
  const lines = sourceAt(study, place);
  const found = lines.flatMap((line, index) =>
    occurrencesOf(text, line).map((at) => ({ line, index, at })),
  );
  const [one, second] = found;
  const { start } = place.position;
  // An id is stored without its spaces, and may be in brackets.
  if (!one) {
    const [, opening = '', id = ''] = /^(\[?)(.*?)\]?$/u.exec(lines.join(' ')) ?? [];
    return normaliseId(id) === text ? within(place, opening.length, id.length) : null;
  }
  if (second) return null;
  if (one.index === 0) return within(place, one.at, text.length);
  const line = start.line + one.index;
  return {
    path: place.path,
    position: {
      start: { line, column: one.at + 1 },
      end: { line, column: one.at + 1 + text.length },
    },
  };
}

/** A part of a place, in its first line. */
function within({ path, position: { start } }: Place, from: number, length: number): Place {
  const at = { line: start.line, column: start.column + from };
  return { path, position: { start: at, end: { ...at, column: at.column + length } } };
}

/** Where words occur in a line, but not as part of longer ones. */
function occurrencesOf(words: string, line: string): number[] {
  const found: number[] = [];
  if (words === '') return found;
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    const isPart =
      /[\p{L}\p{N}]$/u.test(line.slice(0, at)) ||
      /^[\p{L}\p{N}]/u.test(line.slice(at + words.length));
    if (!isPart) found.push(at);
  }
  return found;
}

/** Kept by file, because one long file may contain many names. */
const split = new WeakMap<VFile, string[]>();

function linesOf(file: VFile): string[] {
  const lines = split.get(file) ?? String(file).split('\n');
  split.set(file, lines);
  return lines;
}
