/** Where registered names stand in the study itself: in its texts, in the names of its files, in what its pictures say of themselves. */
import type { VFile } from 'vfile';
import type { Hit, Search, Sought } from '../search/index.js';
import type { Input } from '../../domain/input.js';
import type { Place } from '../../domain/text.js';
import { startOf } from '../../messages/pointer.js';
import { unescaped } from '../read/escapes.js';
import { textsOf } from '../read/index.js';
import { withoutMarkup } from '../read/markup.js';

/** A registered name, and where. */
export interface Found {
  sought: Sought;
  place: Place;
  /** What holds it: the text at this place, a memo there, the name of the file, or the file itself, which is a picture. */
  holder: 'text' | 'memo' | 'path' | 'picture';
}

/** All that one file holds. */
export type FindInFile = (file: VFile) => Found[];

/** Each file is searched once, however often it is asked for. */
export function findOnce(search: Search): FindInFile {
  const known = new Map<VFile, Found[]>();
  return (file) => {
    const found = known.get(file) ?? findInFile(file, search);
    known.set(file, found);
    return found;
  };
}

/** Everywhere in a study. */
export async function findInStudy(
  { files, images }: Pick<Input, 'files' | 'images'>,
  search: Search,
  find: FindInFile,
): Promise<Found[]> {
  const texts = [...files.values()].flatMap((file) => [
    ...findInPath(file.path, search),
    ...find(file),
  ]);
  const pictures = await Promise.all(
    [...images].map(([path, bytes]) => findInPicture(path, bytes, search)),
  );
  return [...texts, ...pictures.flat()];
}

/** In the text of one file: a name that is split by markup at its place, one that is written in escapes by its line. */
function findInFile(file: VFile, search: Search): Found[] {
  const text = String(file);
  const memos = [...text.matchAll(/<!--[\s\S]*?(?:-->|$)/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const plain = withoutMarkup(text);
  const hits = [
    ...search(text),
    ...(plain === text ? [] : search(plain)),
    ...hitsInEscapes(text, search),
  ];
  const places = placesIn(file.path, text);
  const known = new Map(
    hits.map((hit) => [`${hit.kind} ${hit.source} ${String(hit.start)} ${String(hit.end)}`, hit]),
  );
  const isMemo = (hit: Hit) => memos.some(({ start, end }) => start <= hit.start && hit.end <= end);
  return [...known.values()].map((hit) => ({
    sought: soughtOf(hit),
    place: places(hit),
    holder: isMemo(hit) ? 'memo' : 'text',
  }));
}

function hitsInEscapes(text: string, search: Search): Hit[] {
  if (unescaped(text) === null) return [];
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    const plain = unescaped(line);
    return plain === null
      ? []
      : search(plain).map((hit) => ({ ...hit, start: from, end: from + line.length }));
  });
}

function findInPath(path: string, search: Search): Found[] {
  return search(unescaped(path) ?? path).map((hit) => ({
    sought: soughtOf(hit),
    place: startOf(path),
    holder: 'path',
  }));
}

async function findInPicture(path: string, bytes: Uint8Array, search: Search): Promise<Found[]> {
  const said =
    (await textsOf({ path: `picture${/\.[^./]*$/.exec(path)?.[0] ?? ''}`, bytes })) ?? [];
  const hits = said
    .flatMap(search)
    .map((hit): Found => ({ sought: soughtOf(hit), place: startOf(path), holder: 'picture' }));
  return [...findInPath(path, search), ...hits.slice(0, 1)];
}

function soughtOf({ source, kind }: Hit): Sought {
  return { source, kind };
}

/** Offsets to lines and columns, without counting all lines anew for each. */
function placesIn(path: string, text: string): (range: { start: number; end: number }) => Place {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const point = (offset: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return ({ start, end }) => ({ path, position: { start: point(start), end: point(end) } });
}
