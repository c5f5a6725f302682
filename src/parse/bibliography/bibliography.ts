/** Works that a study cites: BibTeX or CSL-JSON, read by citation-js. */
import type { VFile } from 'vfile';
import type { CslItem, Work } from '../../domain/work.js';
import type { Place, Unread } from '../../domain/text.js';
import { readJson } from './csl-json.js';
import { workOf } from './work.js';

export interface Bibliography {
  works: Work[];
  unread: Unread[];
}

/** Part of a bibliography that may be read by itself. */
interface Piece {
  text: string;
  /** Number of its first line. */
  line: number;
}

/** Reads a bibliography. An entry that cannot be read is an unread thing, and a work without anything but its key. */
export async function parseBibliography(file: VFile): Promise<Bibliography> {
  const text = String(file);
  if (text.trim() === '') return { works: [], unread: [] };
  // Loaded here because most of its 75 ms are wasted on a study without a bibliography.
  const { Cite } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const read = (data: unknown): CslItem[] => new Cite(data).data.map(withoutInternals);
  const isJson =
    /\.json$/i.test(file.path) || (!/\.bib$/i.test(file.path) && /^\s*[[{]/.test(text));
  return isJson ? readJson(file, read) : readBibtex(file, read);
}

/** What citation-js keeps for itself is of no use to anyone else. */
function withoutInternals(item: object): CslItem {
  // citation-js gives every item an id and a type.
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => !name.startsWith('_')),
  ) as CslItem;
}

const entryStart = /^[ \t]*@[ \t]*(?:string|preamble|comment|[\p{L}]+[ \t]*[{(])/iu;

function readBibtex({ path, value }: VFile, read: (data: string) => CslItem[]): Bibliography {
  const text = String(value);
  const placeOf = placesOfKeys(path, text);
  const made = (items: CslItem[]): Work[] => items.map((item) => workOf(item, placeOf(item.id)));
  try {
    return { works: made(read(text)), unread: [] };
  } catch {
    return readPieces(path, piecesOf(text), { read, made });
  }
}

interface Reader {
  read: (data: string) => CslItem[];
  made: (items: CslItem[]) => Work[];
}

/** A fault ends the reading of a whole file, so each entry is read by itself, with the abbreviations that any may use. */
function readPieces(path: string, pieces: Piece[], { read, made }: Reader): Bibliography {
  const abbreviations = pieces.filter(
    ({ text }) => /^[ \t]*@[ \t]*string/i.test(text) && canRead(read, text),
  );
  const shared = abbreviations.map(({ text }) => text).join('\n');
  const works: Work[] = [];
  const unread: Unread[] = [];
  for (const piece of pieces) {
    if (abbreviations.includes(piece) || /^[ \t]*@[ \t]*(comment|preamble)/i.test(piece.text))
      continue;
    const isEntry = entryStart.test(piece.text);
    if (!isEntry && /^(\s*(%.*)?)*$/.test(piece.text)) continue;
    try {
      if (!isEntry) throw new Error('not an entry');
      works.push(...made(read(`${shared}\n${piece.text}`)));
    } catch (error) {
      unread.push(faultOf(path, piece, isEntry ? lineIn(error, shared.split('\n').length) : null));
      const key = keyOf(piece.text);
      // Known by its key alone, so that what cites it is no fault too.
      if (isEntry && key !== null) works.push(...made([{ id: key, type: 'document', title: key }]));
    }
  }
  return { works, unread };
}

function canRead(read: Reader['read'], text: string): boolean {
  try {
    read(`${text}\n@misc{any, title={any}}`);
    return true;
  } catch {
    return false;
  }
}

/** Pieces begin where a line begins an entry. What stands between two entries is no entry's, as in any BibTeX. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = pieces.at(-1);
    if (!last || entryStart.test(line)) pieces.push({ text: line, line: index + 1 });
    else last.text += `\n${line}`;
  }
  return pieces;
}

/** Line within a piece, from 0, at which citation-js gave up; null if it does not say. */
function lineIn(error: unknown, shared: number): number | null {
  const [, line] = /line (\d+) col/.exec(error instanceof Error ? error.message : '') ?? [];
  return line === undefined ? null : Number(line) - 1 - shared;
}

/** An entry that has no end is named by its start; any other fault by the line that has it. */
function faultOf(path: string, { text, line }: Piece, fault: number | null): Unread {
  const lines = text.trimEnd().split('\n');
  const isOpen = fault !== null && (fault >= lines.length || depthOf(text) > 0);
  const nth =
    fault === null || isOpen
      ? Math.max(
          0,
          lines.findIndex((each) => each.trim() !== ''),
        )
      : Math.max(0, fault);
  const written = lines[nth] ?? '';
  const column = written.length - written.trimStart().length + 1;
  const at = { line: line + nth, column };
  const position = {
    start: at,
    end: { ...at, column: Math.max(column, written.trimEnd().length + 1) },
  };
  const key = keyOf(text);
  const found = key === null ? 'text in a bibliography' : `text in the entry \`${key}\``;
  const expected = isOpen
    ? 'a `}` for each `{` of the entry'
    : key === null
      ? 'entries such as `@book{key, title = {…}}`'
      : 'fields such as `title = {…}`, with a comma between two of them';
  return { kind: 'text', place: { path, position }, found, expected };
}

function keyOf(text: string): string | null {
  return /^[^{(]*[{(]\s*([^\s,{}()]+)\s*,/.exec(text)?.[1] ?? null;
}

function depthOf(text: string): number {
  const signs = text.replace(/\\[{}]/g, '').replace(/[^{}]/g, '');
  return signs.replaceAll('}', '').length - signs.replaceAll('{', '').length;
}

/** The place of each entry; of a key that stands twice, in turn. */
function placesOfKeys(path: string, text: string): (key: string) => Place {
  const places = new Map<string, Place[]>();
  for (const [index, line] of text.split('\n').entries()) {
    for (const { 1: before = '', 2: key = '', index: from } of line.matchAll(
      /(@[ \t]*\p{L}+[ \t]*[{(][ \t]*)([^\s,{}()"]+)[ \t]*,/gu,
    )) {
      const start = { line: index + 1, column: from + before.length + 1 };
      const place = {
        path,
        position: { start, end: { ...start, column: start.column + key.length } },
      };
      places.set(key, [...(places.get(key) ?? []), place]);
    }
  }
  const start = { line: 1, column: 1 };
  return (key) => {
    const found = places.get(key) ?? [];
    return (
      (found.length > 1 ? found.shift() : found[0]) ?? { path, position: { start, end: start } }
    );
  };
}
