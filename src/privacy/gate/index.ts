/** The last door: what is about to be written is searched for every registered name, and nothing is written while one stands in it. */
import type { VFile } from 'vfile';
import { byPlace } from '../../messages/stamp.js';
import { searchFor, type Search, type Sought } from '../search/index.js';
import type { Input } from '../../domain/input.js';
import type { Place } from '../../domain/text.js';
import type { Study } from '../../domain/study.js';
import { hidesPictures, textsOf, type Written } from '../read/index.js';
import { UserError } from '../../domain/user-error.js';
import { isStop, remark, unexpected, withdraw } from './messages.js';
import { findInStudy, findOnce, type FindInFile, type Found } from './places.js';
import { faultsOf } from './register.js';
import { veilFiles, veilMessages, veilText } from './veil.js';

export interface Gate {
  /** Says what is wrong in the register, and in the public profile where the study names a respondent. */
  announce: () => void;
  /** What may be written: all of it, or nothing, with errors that say in which output whose name stands. */
  pass: <Output extends Written>(outputs: Output[]) => Promise<Output[]>;
  /** Takes names out of messages, in place. */
  hush: (files: Iterable<VFile>) => void;
  /** The files as they may be called where they are shown. */
  veil: (files: VFile[]) => VFile[];
  /** Words as they may be shown: without names. */
  conceal: (text: string) => string;
  /** Does something in which no error may hold a name. */
  guard: <Result>(action: () => Promise<Result>) => Promise<Result>;
}

/** Null for a study without a register. Nothing is searched for and no package is loaded then. */
export async function openGate(
  study: Study,
  input: Pick<Input, 'files' | 'images' | 'templates'>,
): Promise<Gate | null> {
  const { register, files, protocol } = study;
  if (!register) return null;
  const isPublic = protocol.profile === 'public';
  const search = await searchFor(register);
  const faults = faultsOf(register, study, search);
  const find = findOnce(search);
  const found = isPublic ? await findInStudy(input, search, find) : [];
  return {
    announce: () => {
      for (const { place, expected } of faults)
        remark(files, {
          rule: 'register-is-readable',
          severity: 'error',
          place,
          reason: `Unexpected register of respondents, expected ${expected}`,
        });
      for (const each of found) if (each.of !== 'memo') warn(files, each);
      sortMessages(study);
    },
    pass: async (outputs) => {
      if (!isPublic) return outputs;
      const leaks = await leaksIn(outputs, { study, input, search });
      for (const leak of leaks)
        stop(study, leak, await placesOf(leak, { found, input, search, find }));
      sortMessages(study);
      return leaks.some(({ sought }) => sought === null || isStop(sought)) ? [] : outputs;
    },
    hush: (shown) => {
      veilMessages(shown, search, find);
    },
    veil: (shown) => veilFiles(shown, search),
    conceal: (text) => veilText(text, search),
    guard: (action) =>
      action().catch((error: unknown) => {
        throw error instanceof UserError ? new UserError(veilText(error.message, search)) : error;
      }),
  };
}

function sortMessages({ files }: Study): void {
  for (const { messages } of files.values()) messages.sort(byPlace);
}

/** What stands in which outputs; null for what cannot be searched. */
interface Leak {
  sought: Sought | null;
  outputs: string[];
}

interface Within {
  study: Study;
  input: Pick<Input, 'files' | 'images' | 'templates'>;
  search: Search;
}

async function leaksIn(outputs: Written[], { study, input, search }: Within): Promise<Leak[]> {
  const leaks = new Map<string, Leak>();
  const add = (sought: Sought | null, path: string) => {
    const key = JSON.stringify(sought);
    const leak = leaks.get(key) ?? { sought, outputs: [] };
    if (!leak.outputs.includes(path)) leak.outputs.push(path);
    leaks.set(key, leak);
  };
  // A PDF holds pictures as they are, deep within its streams.
  const shown = study.references.flatMap(({ form, target }) =>
    form === 'image' && target ? [target.id] : [],
  );
  const pictures = [...new Set(shown)].flatMap((path) => {
    const bytes = input.images.get(path);
    return bytes ? [{ path, bytes }] : [];
  });
  // One after the other: a long report has many forms.
  for (const output of outputs) {
    const name = veilText(output.path, search);
    for (const part of hidesPictures(output.path) ? [output, ...pictures] : [output]) {
      const texts = await textsOf(part);
      if (texts === null) add(null, name);
      for (const { source, kind } of (texts ?? []).flatMap(search)) add({ source, kind }, name);
    }
  }
  return [...leaks.values()];
}

/** Where in the study it comes from, as far as can be told; a template of the study may hold it too. */
async function placesOf(
  { sought }: Leak,
  { found, input, search, find }: { found: Found[]; find: FindInFile } & Omit<Within, 'study'>,
): Promise<Place[]> {
  if (!sought) return [];
  const fits = (each: Found) =>
    each.sought.source === sought.source && each.sought.kind === sought.kind;
  const inStudy = found.filter(fits);
  const told = inStudy.some(({ of }) => of !== 'memo')
    ? inStudy.filter(({ of }) => of !== 'memo')
    : inStudy;
  if (told.length > 0) return told.map(({ place }) => place);
  const files = new Map([...input.templates.values()].map((file) => [file.path, file]));
  return (await findInStudy({ files, images: new Map() }, search, find))
    .filter(fits)
    .map(({ place }) => place);
}

function warn(files: Map<string, VFile>, { sought, place, of }: Found): void {
  const where =
    of === 'path'
      ? ' in the name of this file'
      : of === 'picture'
        ? ' in what this picture says of itself'
        : '';
  const wanted = isStop(sought)
    ? `the pseudonym \`${sought.source}\`; a public report that shows it is not written`
    : 'words that point to more than one person';
  const rule = isStop(sought) ? 'respondent-is-unnamed' : 'respondent-is-not-traceable';
  remark(files, {
    rule,
    severity: 'warning',
    place,
    reason: `${unexpected(sought)}${where}, expected ${wanted}`,
  });
}

function stop({ files, protocol }: Study, { sought, outputs }: Leak, places: Place[]): void {
  const listed = outputs.map((path) => `\`${path}\``).join(', ');
  const start = { line: 1, column: 1 };
  const nowhere: Place = { path: protocol.path, position: { start, end: start } };
  if (sought === null) {
    const reason = `Unexpected ${listed}, which cannot be searched for registered names, expected outputs that can`;
    remark(files, { rule: 'output-is-searchable', severity: 'error', place: nowhere, reason });
    return;
  }
  // The warnings at the places have said so.
  if (!isStop(sought) && places.length > 0) return;
  const expected =
    places.length > 0
      ? `the pseudonym \`${sought.source}\``
      : 'none there; no line of the study has it';
  const rule = isStop(sought) ? 'respondent-is-unnamed' : 'respondent-is-not-traceable';
  const reason = `${unexpected(sought)} in ${listed}, expected ${expected}`;
  for (const place of places.length > 0 ? places : [nowhere]) {
    const file = files.get(place.path);
    if (file) withdraw(file, place.position);
    remark(files, { rule, severity: isStop(sought) ? 'error' : 'warning', place, reason });
  }
}
