/** Paths → media types, for the provenance of what was read and what was made. */
import { endingOf } from './ending.js';
import { fileKindOf } from './formats.js';
import { imageTypes } from './image-types.js';

/** Of files that are only read. */
const readTypes = new Map([
  ['markdown', 'text/markdown'],
  ['bib', 'application/x-bibtex'],
  ['csl', 'application/vnd.citationstyles.style+xml'],
  ['csv', 'text/csv'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['css', 'text/css'],
  ['js', 'text/javascript'],
  ['xml', 'application/xml'],
  ['typ', 'text/plain'],
]);

/** The media type of a file by the ending of its path; `application/octet-stream` if the ending is not known. */
export function mediaTypeOf(path: string): string {
  const ending = endingOf(path);
  return (
    fileKindOf(path)?.mediaType ??
    imageTypes.get(ending) ??
    readTypes.get(ending) ??
    'application/octet-stream'
  );
}
