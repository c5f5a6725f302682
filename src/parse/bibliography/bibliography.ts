/** Works that a study cites: BibTeX or CSL-JSON, parsed by citation-js. */
import type { VFile } from 'vfile';
import type { CslItem, Work } from '../../domain/work.js';
import type { Place, Unread } from '../../domain/text.js';
import { startOf } from '../../messages/pointer.js';
import { parseCslJson } from './csl-json.js';
import { workOf } from './work.js';

/** The works of one file, and what is wrong in it. */
export interface Bibliography {
  works: Work[];
  unread: Unread[];
}

/** Part of a bibliography that can be parsed by itself. */
interface Piece {
  text: string;
  /** Number of its first line. */
  line: number;
}

/** Parses a bibliography. An entry that cannot be parsed is unread, and becomes a work that has only its key. */
export async function parseBibliography(file: VFile): Promise<Bibliography> {
  const text = String(file);
  if (text.trim() === '') return { works: [], unread: [] };
  // Loaded here, since it takes 75 ms that a study without a bibliography need not spend.
  const { Cite } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  const parseItems = (data: unknown): CslItem[] => new Cite(data).data.map(withoutInternals);
  const isJson =
    /\.json$/i.test(file.path) || (!/\.bib$/i.test(file.path) && /^\s*[[{]/.test(text));
  return isJson ? parseCslJson(file, parseItems) : parseBibtex(file, parseItems);
}

/** Drops the properties that citation-js keeps for itself. */
function withoutInternals(item: CslItem): CslItem {
  const own = Object.entries(item).filter(([name]) => !name.startsWith('_'));
  return { ...Object.fromEntries(own), id: item.id, type: item.type };
}

const entryStart = /^[ \t]*@[ \t]*(?:string|preamble|comment|[\p{L}]+[ \t]*[{(])/iu;

function parseBibtex(
  { path, value }: VFile,
  parseItems: (data: string) => CslItem[],
): Bibliography {
  const text = String(value);
  const placeOf = placesOfKeys(path, text);
  const made = (items: CslItem[]): Work[] => items.map((item) => workOf(item, placeOf(item.id)));
  try {
    return { works: made(parseItems(text)), unread: [] };
  } catch {
    return parsePieces(path, piecesOf(text), { parseItems, made });
  }
}

interface Reader {
  parseItems: (data: string) => CslItem[];
  made: (items: CslItem[]) => Work[];
}

/** A fault would end the parsing of the whole file, so each entry is parsed by itself, together with all abbreviations. */
function parsePieces(path: string, pieces: Piece[], { parseItems, made }: Reader): Bibliography {
  const abbreviations = pieces.filter(
    ({ text }) => /^[ \t]*@[ \t]*string/i.test(text) && canParse(parseItems, text),
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
      works.push(...made(parseItems(`${shared}\n${piece.text}`)));
    } catch (error) {
      unread.push(faultOf(path, piece, isEntry ? lineIn(error, shared.split('\n').length) : null));
      const key = keyOf(piece.text);
      // Known by its key, so that its citations are not faults too.
      if (isEntry && key !== null) works.push(...made([{ id: key, type: 'document', title: key }]));
    }
  }
  return { works, unread };
}

function canParse(parseItems: Reader['parseItems'], text: string): boolean {
  try {
    parseItems(`${text}\n@misc{any, title={any}}`);
    return true;
  } catch {
    return false;
  }
}

/** A piece begins at a line that begins an entry. BibTeX ignores text between entries. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const last = pieces.at(-1);
    if (!last || entryStart.test(line)) pieces.push({ text: line, line: index + 1 });
    else last.text += `\n${line}`;
  }
  return pieces;
}

/** Line of a piece, from 0, at which citation-js stopped; null if it does not say. */
function lineIn(error: unknown, shared: number): number | null {
  const [, line] = /line (\d+) col/.exec(error instanceof Error ? error.message : '') ?? [];
  return line === undefined ? null : Number(line) - 1 - shared;
}

/** The fault of an entry without an end is placed at its start, any other at its own line. */
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

/** The place of each entry by its key; of a key that is given twice, one place after the other. */
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
  return (key) => {
    const found = places.get(key) ?? [];
    return (found.length > 1 ? found.shift() : found[0]) ?? startOf(path);
  };
}
