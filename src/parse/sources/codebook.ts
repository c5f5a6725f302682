/** The codebook: inductive codes, each matched with components of the framework. */
import type { VFile } from 'vfile';
import type { Code, Codebook } from '../../domain/source.js';
import type { Name } from '../../domain/text.js';
import { keyOf } from '../../text/names.js';
import { contentOf } from '../text/content.js';
import { leftoversOf, openDocument, placeOfPiece, type Document } from '../text/document.js';
import { outlineOf, type OutlineSection } from '../text/outline.js';
import { complainOfKeys, takeProperties, valueOf, type Property } from '../text/property-list.js';

const knownKeys = [
  'component',
  'components',
  'definition',
  'include',
  'exclude',
  'example',
  'origin',
];

/** Parses a codebook: a code a heading, `### HAIR: Higher Authority Impact Rationale`. */
export function parseCodebook(file: VFile): Codebook {
  const document = openDocument(file);
  const outline = outlineOf(document);
  const about = [...outline.lead];
  const codes: Code[] = [];
  for (const section of outline.sections) {
    const { properties, rest } = takeProperties(document, section.blocks);
    if (isCode(section, properties)) codes.push(parseCode(document, section, properties, rest));
    else about.push(...(section.depth > 1 ? [section.node] : []), ...section.blocks);
  }
  return {
    path: document.path,
    about: contentOf(document, about),
    codes,
    ...leftoversOf(document),
  };
}

function isCode(section: OutlineSection, properties: Property[]): boolean {
  return section.depth > 1 && (properties.length > 0 || /[:：]/.test(section.heading.text));
}

function parseCode(
  document: Document,
  section: OutlineSection,
  properties: Property[],
  rest: OutlineSection['blocks'],
): Code {
  const [, id = section.heading.text, name = id] =
    /^([^:：]+?)\s*[:：]\s*(.+)$/.exec(section.heading.text) ?? [];
  complainOfKeys(document, properties, knownKeys, 'a code');
  return {
    id: id.normalize('NFKC'),
    name,
    components: properties.flatMap((property) => matchesOf(document, property)),
    definition: valueOf(properties, 'definition'),
    include: valueOf(properties, 'include'),
    exclude: valueOf(properties, 'exclude'),
    about: contentOf(document, rest),
    place: section.heading.place,
  };
}

function matchesOf(document: Document, { key, value, place }: Property): Name[] {
  if (!['component', 'components'].includes(keyOf(key))) return [];
  return value
    .split(/[;；]|,(?!\s*(?:second|third))/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((text) => ({ text, place: placeOfPiece(document, place.position, text) }));
}
