/** Authors of a crate, with the organisations that they belong to. */
import type { Entity } from './crate-entity.js';

/** An author as study.md names one. */
export interface CrateAuthor {
  name: string;
  /** With or without `https://orcid.org/` in front. */
  orcid: string | null;
  affiliation: string | null;
}

const orcid = /(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/;

/** Persons and organisations, each once; a person is known by an ORCID iD, else by a number in order. */
export function peopleOf(people: CrateAuthor[]): { authors: Entity[]; organisations: Entity[] } {
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
