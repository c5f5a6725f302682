/** ro-crate-metadata.json: what a report was made of, and with what, as an RO-Crate (1.1, researchobject.org/ro-crate/1.1). */
import type { Digest } from '../domain/input.js';
import { digestOf } from '../world/digest.js';
import type { Entity, Reference } from './crate-entity.js';
import { peopleOf, type CrateAuthor } from './crate-people.js';
import { mediaTypeOf } from './media-types.js';

/** A file that the report was made from. */
export interface CrateInput extends Digest {
  /** Where it comes from and its path there: `input/study.md`, `bundled/frameworks/yin.md`. */
  id: string;
  /** Its path as the study has it. */
  path: string;
  /** Id of what it is a part of, such as a framework. */
  partOf?: string;
}

/** What files belong to, such as a framework or a template. */
export interface CrateWhole {
  id: string;
  /** As study.md names it. */
  identifier: string;
  name: string;
}

/** The facts of a report's provenance. */
export interface Crate {
  title: string;
  description: string;
  language: string;
  /** ISO 8601, from a year to a day. */
  date: string;
  /** An address with its name, or words. */
  licence: { url: string; name: string; description: string } | { text: string };
  authors: CrateAuthor[];
  software: { name: string; version: string; description: string };
  /** What the making of the report is called. */
  action: string;
  inputs: CrateInput[];
  wholes: CrateWhole[];
  outputs: { path: string; bytes: string | Uint8Array }[];
}

/** The name that the specification gives the file. */
export const cratePath = 'ro-crate-metadata.json';

/** Renders a crate that describes just these outputs; inputs lie outside of it and are named with their hashes. */
export function renderCrate(crate: Crate): string {
  const files = crate.outputs.map(fileOf);
  const inputs = crate.inputs.map(inputOf);
  const wholes = wholesOf(crate);
  const { authors, organisations } = peopleOf(crate.authors);
  const graph: Entity[] = [
    ...rootOf(crate, { authors, files }),
    ...licenceOf(crate),
    ...authors,
    ...organisations,
    ...buildOf(crate, { inputs, files }),
    ...files,
    ...wholes,
    ...inputs,
  ];
  // The context of version 1.1 is older than schema.org's term.
  const context = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'http://schema.org/sha256' }];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

/** The crate's own file, and the folder that it describes. */
function rootOf(
  crate: Crate,
  { authors, files }: { authors: Entity[]; files: Entity[] },
): Entity[] {
  const { licence } = crate;
  return [
    {
      '@id': cratePath,
      '@type': 'CreativeWork',
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: crate.title,
      description: crate.description,
      datePublished: crate.date,
      license: 'url' in licence ? { '@id': licence.url } : licence.text,
      inLanguage: crate.language,
      author: references(authors),
      hasPart: references(files),
      mentions: { '@id': '#build' },
    },
  ];
}

/** The making of the report, and the program that made it. */
function buildOf(
  { action, software }: Crate,
  { inputs, files }: { inputs: Entity[]; files: Entity[] },
): Entity[] {
  return [
    {
      '@id': '#build',
      '@type': 'CreateAction',
      name: action,
      instrument: { '@id': '#software' },
      object: references(inputs),
      result: references(files),
    },
    { '@id': '#software', '@type': 'SoftwareApplication', ...software },
  ];
}

/** Only what an input is a part of. */
function wholesOf({ wholes, inputs }: Crate): Entity[] {
  return wholes
    .filter(({ id }) => inputs.some(({ partOf }) => partOf === id))
    .map(({ id, ...names }): Entity => ({
      '@id': `#${encodePath(id)}`,
      '@type': 'CreativeWork',
      ...names,
    }));
}

/** A licence in words needs no entity. */
function licenceOf({ licence }: Crate): Entity[] {
  return 'url' in licence
    ? [
        {
          '@id': licence.url,
          '@type': 'CreativeWork',
          name: licence.name,
          description: licence.description,
        },
      ]
    : [];
}

/** In the compact form one reference stands by itself, and none is left out. */
function references(entities: Entity[]): Reference | Reference[] | undefined {
  const [first, second] = entities.map((entity): Reference => ({ '@id': entity['@id'] }));
  return second === undefined ? first : entities.map((entity) => ({ '@id': entity['@id'] }));
}

function fileOf({ path, bytes }: Crate['outputs'][number]): Entity {
  return {
    '@id': encodePath(path),
    '@type': 'File',
    name: path,
    ...factsOf(path, digestOf(bytes)),
  };
}

function inputOf({ id, path, partOf, ...digest }: CrateInput): Entity {
  const whole = partOf === undefined ? undefined : { '@id': `#${encodePath(partOf)}` };
  return {
    '@id': `#${encodePath(id)}`,
    '@type': 'CreativeWork',
    name: path,
    isPartOf: whole,
    ...factsOf(path, digest),
  };
}

function factsOf(path: string, { sha256, size }: Digest) {
  return { encodingFormat: mediaTypeOf(path), contentSize: String(size), sha256 };
}

/** Letters of any script stay, as the specification wishes; all else that could mean something in an address is encoded. */
function encodePath(path: string): string {
  return path.replace(/[^\p{L}\p{M}\p{N}._~/-]/gu, (sign) =>
    encodeURIComponent(/\p{Cs}/u.test(sign) ? '\uFFFD' : sign),
  );
}
