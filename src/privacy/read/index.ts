/** Bytes of an output → all texts in it, shown or hidden, to be searched before anything is written. */
import { endingOf } from '../../output/ending.js';
import type { ReadBack } from '../../output/format.js';
import { fileKindOf } from '../../output/formats.js';
import { embeddedIn } from './embedded.js';
import { unescaped } from './escapes.js';
import { textsOfJson } from './json.js';
import { escapedMarkup, withoutMarkup, withoutTags } from './markup.js';

/** An output as it is to be written. */
export interface Written {
  path: string;
  bytes: string | Uint8Array;
}

/** All texts of a file, its path first; null if it cannot be read. Readers of heavy formats are loaded for them alone. */
export async function textsOf(file: Written): Promise<string[] | null> {
  try {
    return [...seen(file.path, withoutMarkup), ...(await textsWithin(file))];
  } catch {
    return null;
  }
}

type Reader = (bytes: Written['bytes']) => string[] | Promise<string[]>;

/** What reads each kind of output again. The formats say which of them reads their files. */
const readers: Record<ReadBack, Reader> = {
  markdown: (bytes) => textsOfMarkup(bytes, withoutMarkup),
  markup: (bytes) => textsOfMarkup(bytes, withoutTags),
  json: (bytes) => seen(textsOfJson(stringOf(bytes)).join('\n'), withoutMarkup),
  pdf: async (bytes) => seenEach(await (await import('./pdf.js')).textsOfPdf(asBytes(bytes))),
  archive: async (bytes) =>
    textsOfParts((await import('./archive.js')).partsOfArchive(asBytes(bytes))),
};

/** True if pictures within this kind of file cannot be read there, so that they are to be read by themselves. */
export function hidesPictures(path: string): boolean {
  return fileKindOf(path)?.readBack === 'pdf';
}

/** XML is made by no format but stands in archives. Files of any other kind are read as pictures, whose every word counts. */
function readerFor(path: string): Reader {
  const readBack = fileKindOf(path)?.readBack ?? (endingOf(path) === 'xml' ? 'markup' : null);
  return readBack === null
    ? async (bytes) => seenEach((await import('./picture.js')).wordsOfPicture(asBytes(bytes)))
    : readers[readBack];
}

async function textsWithin({ path, bytes }: Written): Promise<string[]> {
  return readerFor(path)(bytes);
}

async function textsOfMarkup(
  bytes: Written['bytes'],
  strip: (text: string) => string,
): Promise<string[]> {
  const { rest, files } = embeddedIn(stringOf(bytes));
  return [...seen(rest, strip), ...(await textsOfParts(files))];
}

async function textsOfParts(parts: Written[]): Promise<string[]> {
  const texts = await Promise.all(
    parts.map(async (part) => [part.path, ...(await textsWithin(part))]),
  );
  return texts.flat();
}

/**
 * A text as it stands, and as it is read: without its markup and with what is escaped in it, also where that looks like markup
 * itself. A report is long, so that no form is given twice.
 */
function seen(text: string, strip: (text: string) => string): string[] {
  const stripped = strip(text);
  const plain = unescaped(stripped) ?? stripped;
  const hidden = stripped === text ? '' : (unescaped(escapedMarkup(text)) ?? '');
  const forms = [text, plain, hidden, plain.includes('<') ? strip(plain) : plain];
  return [...new Set(forms)].filter((form) => form !== '');
}

function seenEach(texts: string[]): string[] {
  return texts.flatMap((text) => seen(text, withoutTags));
}

function stringOf(bytes: Written['bytes']): string {
  return typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
}

function asBytes(bytes: Written['bytes']): Uint8Array {
  return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
}
