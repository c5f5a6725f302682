/** The list of formats, in the order in which they are made. Everything else that names formats follows from it. */
import { endingOf } from './ending.js';
import type { FileKind, Format } from './format.js';
import { docx } from './formats/docx.js';
import { html } from './formats/html.js';
import { json } from './formats/json.js';
import { md } from './formats/md.js';
import { pdf } from './formats/pdf.js';
import { svg } from './formats/svg.js';

/** All formats by name. */
export const formats = { md, html, pdf, docx, svg, json } satisfies { [name: string]: Format };

/** The name of a format, as `formats:` of study.md and `--format` have it. */
export type FormatName = keyof typeof formats;

/** True if there is a format of this name. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}

/** The names of all formats, in order. */
export const formatNames = Object.keys(formats).filter(isFormatName);

/** The formats that are made where nobody chooses, in order. */
export const defaultFormats = formatNames.filter((name) => formats[name].isDefault);

const kinds = new Map(
  Object.values(formats)
    .flatMap(({ files }): FileKind[] => files)
    .map((kind) => [endingOf(kind.path), kind]),
);

/** What is known of a file by the ending of its path; null if no format makes files with that ending. */
export function fileKindOf(path: string): FileKind | null {
  return kinds.get(endingOf(path)) ?? null;
}
