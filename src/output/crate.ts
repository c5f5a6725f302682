/** ro-crate-metadata.json: what a report was made of, and with what, as an RO-Crate (1.1, researchobject.org/ro-crate/1.1). */
import type { Digest } from '../domain/input.js';
import { digestOf } from '../world/digest.js';

export interface CrateInput extends Digest {
  /** A name without spaces of the room that it comes from, and its path there. */
  id: string;
  path: string;
  /** Id of what it is a part of, such as a framework. */
  of?: string;
}

/** What files belong to, such as a framework or a template. */
export interface CrateWhole {
  id: string;
  /** As study.md names it. */
  identifier: string;
  name: string;
}

export interface CrateAuthor {
  name: string;
  orcid: string | null;
  affiliation: string | null;
}

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
  /** What the building is called. */
  action: string;
  inputs: CrateInput[];
  wholes: CrateWhole[];
  outputs: { path: string; bytes: string | Uint8Array }[];
}

interface Reference {
  '@id': string;
}

interface Entity {
  [property: string]: string | Reference | Reference[] | undefined;
  '@id': string;
  '@type': string;
}

export const cratePath = 'ro-crate-metadata.json';

/** Renders a crate that describes just these outputs; inputs lie outside of it and are told by their hashes. */
export function renderCrate(crate: Crate): string {
  const files = crate.outputs.map(fileOf);
  const inputs = crate.inputs.map(inputOf);
  const wholes = wholesOf(crate);
  const { authors, organisations } = peopleOf(crate.authors);
  const { software, licence } = crate;
  const graph: Entity[] = [
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
    ...licenceOf(crate),
    ...authors,
    ...organisations,
    {
      '@id': '#build',
      '@type': 'CreateAction',
      name: crate.action,
      instrument: { '@id': '#software' },
      object: references(inputs),
      result: references(files),
    },
    { '@id': '#software', '@type': 'SoftwareApplication', ...software },
    ...files,
    ...wholes,
    ...inputs,
  ];
  // The context of version 1.1 is older than schema.org's term.
  const context = ['https://w3id.org/ro/crate/1.1/context', { sha256: 'http://schema.org/sha256' }];
  return `${JSON.stringify({ '@context': context, '@graph': graph }, null, 2)}\n`;
}

/** Only what an input is a part of. */
function wholesOf({ wholes, inputs }: Crate): Entity[] {
  return wholes
    .filter(({ id }) => inputs.some(({ of }) => of === id))
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

function inputOf({ id, path, of, ...digest }: CrateInput): Entity {
  const whole = of === undefined ? undefined : { '@id': `#${encodePath(of)}` };
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

const orcid = /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/;

function peopleOf(people: CrateAuthor[]): { authors: Entity[]; organisations: Entity[] } {
  const organisations = new Map<string, Entity>();
  const authors = new Map<string, Entity>();
  for (const [index, { name, orcid: written, affiliation }] of people.entries()) {
    const number = orcid.exec(written ?? '')?.[1];
    const id =
      number === undefined ? `#author-${String(index + 1)}` : `https://orcid.org/${number}`;
    if (authors.has(id)) continue;
    if (affiliation !== null && !organisations.has(affiliation)) {
      const place = `#organisation-${String(organisations.size + 1)}`;
      organisations.set(affiliation, { '@id': place, '@type': 'Organization', name: affiliation });
    }
    const home = affiliation === null ? undefined : organisations.get(affiliation);
    authors.set(id, {
      '@id': id,
      '@type': 'Person',
      name,
      affiliation: home && { '@id': home['@id'] },
    });
  }
  return { authors: [...authors.values()], organisations: [...organisations.values()] };
}

const mediaTypes: { [ending: string]: string } = {
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bib: 'application/x-bibtex',
  csl: 'application/vnd.citationstyles.style+xml',
  csv: 'text/csv',
  yaml: 'application/yaml',
  yml: 'application/yaml',
  css: 'text/css',
  js: 'text/javascript',
  xml: 'application/xml',
};

function mediaTypeOf(path: string): string {
  const ending = path.replace(/^.*\./s, '').toLowerCase();
  if (Object.hasOwn(mediaTypes, ending)) return mediaTypes[ending] ?? '';
  return ending === 'typ' ? 'text/plain' : 'application/octet-stream';
}
