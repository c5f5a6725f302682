/** Which registered names stand in what is about to be written, and from where in the study they come. */
import type { VFile } from 'vfile';
import type { Input } from '../../domain/input.js';
import type { Study } from '../../domain/study.js';
import type { Place } from '../../domain/text.js';
import { hidesPictures, textsOf, type Written } from '../read/index.js';
import type { Search, Sought } from '../search/index.js';
import type { Leak } from './messages.js';
import { findInStudy, type FindInFile, type Found } from './places.js';
import { redactText } from './redact.js';

/** What is searched, and how. */
export interface Within {
  study: Study;
  input: Pick<Input, 'files' | 'images' | 'templates'>;
  search: Search;
  find: FindInFile;
}

/** Everything in these outputs that points to a respondent. */
export async function leaksIn(
  outputs: Written[],
  { study, input, search }: Within,
): Promise<Leak[]> {
  const leaks = new Map<string, Leak>();
  const add = (sought: Sought | null, path: string) => {
    const key = sought === null ? '' : `${sought.kind} ${sought.source}`;
    const leak = leaks.get(key) ?? { sought, outputs: [] };
    if (!leak.outputs.includes(path)) leak.outputs.push(path);
    leaks.set(key, leak);
  };
  const pictures = picturesOf(study, input);
  // One after the other: a long report has many forms.
  for (const output of outputs) {
    const name = redactText(output.path, search);
    for (const part of hidesPictures(output.path) ? [output, ...pictures] : [output]) {
      const texts = await textsOf(part);
      if (texts === null) add(null, name);
      for (const { source, kind } of (texts ?? []).flatMap(search)) add({ source, kind }, name);
    }
  }
  return [...leaks.values()];
}

/** Some formats hold pictures where they cannot be read: these are searched beside them. */
function picturesOf({ references }: Study, { images }: Within['input']): Written[] {
  const shown = references.flatMap(({ form, target }) =>
    form === 'image' && target ? [target.id] : [],
  );
  return [...new Set(shown)].flatMap((path) => {
    const bytes = images.get(path);
    return bytes ? [{ path, bytes }] : [];
  });
}

/** Where in the study a leak comes from, as far as can be told; a template of the study may hold it too. */
export async function placesOf(
  { sought }: Leak,
  found: Found[],
  { input, search, find }: Within,
): Promise<Place[]> {
  if (!sought) return [];
  const fits = (each: Found) =>
    each.sought.source === sought.source && each.sought.kind === sought.kind;
  const inStudy = found.filter(fits);
  const inWords = inStudy.filter(({ holder }) => holder !== 'memo');
  const told = inWords.length > 0 ? inWords : inStudy;
  if (told.length > 0) return told.map(({ place }) => place);
  const files = new Map<string, VFile>(
    [...input.templates.values()].map((file) => [file.path, file]),
  );
  const inTemplates = await findInStudy({ files, images: new Map() }, search, find);
  return inTemplates.filter(fits).map(({ place }) => place);
}
