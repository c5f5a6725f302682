/** A checklist as data: a heading a domain, below it a heading an item with its property list. */
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Checklist, ChecklistDomain } from '../../domain/checklist.js';
import type { Leftovers } from '../../domain/text.js';
import { keyOf } from '../../text/names.js';
import {
  leaveUnread,
  leftoversOf,
  openDocument,
  placeOfLine,
  type Document,
} from '../text/document.js';
import { parseFrontMatter } from '../text/front-matter.js';
import { outlineOf, titleOf, type OutlineSection } from '../text/outline.js';
import { complainOfKeys, takeProperties, valueOf, type Property } from '../text/property-list.js';
import { addItem, valueInOwnLanguage } from './checklist-item.js';
import { translationsOf } from './framework-properties.js';

const schema = z.strictObject({ title: z.string().optional(), extends: z.string().optional() });

/** A checklist, and what its files leave over. */
export interface ChecklistFile extends Leftovers {
  checklist: Checklist;
}

/** Finds the file of a checklist by its id. */
export type ChecklistFiles = (id: string) => VFile | null;

/** Parses a checklist, and the one that it extends: items of the same id are refined, others are added. `above` has the ids of those that extend it. */
export function parseChecklist(
  file: VFile,
  others: ChecklistFiles,
  above: string[] = [],
): ChecklistFile {
  const document = openDocument(file);
  const { data, placeOf } = parseFrontMatter(document, schema);
  const outline = outlineOf(document);
  const id = document.stem;
  const wanted = data.extends;
  const base = wanted === undefined || [...above, id].includes(wanted) ? null : others(wanted);
  if (wanted !== undefined && !base)
    leaveUnread(
      document,
      placeOf(['extends']),
      `\`extends: ${wanted}\``,
      'the id of another checklist, which does not extend this one',
    );
  const parsed = base ? parseChecklist(base, others, [...above, id]) : null;
  document.unread.push(...(parsed?.unread ?? []));
  const checklist: Checklist = {
    ...empty(),
    ...parsed?.checklist,
    id,
    title: data.title ?? titleOf(outline) ?? id,
    titles: {},
  };
  addSections(document, outline.sections, checklist);
  if (checklist.domains.every(({ items }) => items.length === 0))
    leaveUnread(
      document,
      placeOfLine(document, 1, 1, 1),
      'checklist without items',
      '`### S1: Title` under a `##` heading',
    );
  return { checklist, ...leftoversOf(document) };
}

function empty(): Pick<Checklist, 'source' | 'certainty' | 'certaintyIn' | 'domains'> {
  return { source: '', certainty: null, certaintyIn: {}, domains: [] };
}

const ofChecklist = ['title', 'source', 'certainty'];
const ofDomain = ['title'];

function addSections(document: Document, sections: OutlineSection[], checklist: Checklist): void {
  let domain: ChecklistDomain | null = null;
  for (const section of sections) {
    const { properties } = takeProperties(document, section.blocks);
    if (section.depth === 1) addHead(document, properties, checklist);
    else if (section.depth === 2) {
      complainOfKeys(document, properties, ofDomain, 'a domain of a checklist');
      domain = openDomain(checklist, section.heading.text, translationsOf(properties, 'title'));
    } else addItem(document, section, properties, { checklist, domain });
  }
}

function addHead(document: Document, properties: Property[], checklist: Checklist): void {
  complainOfKeys(document, properties, ofChecklist, 'a checklist');
  checklist.titles = { ...checklist.titles, ...translationsOf(properties, 'title') };
  checklist.source = valueOf(properties, 'source') ?? checklist.source;
  checklist.certainty = valueInOwnLanguage(properties, 'certainty') ?? checklist.certainty;
  checklist.certaintyIn = { ...checklist.certaintyIn, ...translationsOf(properties, 'certainty') };
}

function openDomain(
  { domains }: Checklist,
  title: string,
  titles: ChecklistDomain['titles'],
): ChecklistDomain {
  const known = domains.find((domain) => keyOf(domain.title) === keyOf(title));
  const domain = known ?? { title, titles: {}, items: [] };
  if (!known) domains.push(domain);
  domain.titles = { ...domain.titles, ...titles };
  return domain;
}
