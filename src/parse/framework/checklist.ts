/** A checklist as data: a heading a domain, below it a heading an item with its property list. */
import type { VFile } from 'vfile';
import * as z from 'zod';
import { seenNames, sightMeant } from '../../study/checklists.js';
import type { Checklist, ChecklistDomain, ChecklistItem } from '../../domain/checklist.js';
import type { Leftovers } from '../../domain/text.js';
import { keyOf, nearest } from '../../text/names.js';
import { leaveUnread, leftoversOf, openDocument, type Document } from '../text/document.js';
import { translationsOf } from './framework-properties.js';
import { readFrontMatter } from '../text/front-matter.js';
import { outlineOf, titleOf, type OutlineSection } from '../text/outline.js';
import {
  complainOfKeys,
  takeProperties,
  valueOf,
  valuesOf,
  type Property,
} from '../text/property-list.js';

const schema = z.strictObject({ title: z.string().optional(), extends: z.string().optional() });

export interface ChecklistFile extends Leftovers {
  checklist: Checklist;
}

/** Finds the file of a checklist by its id. */
export type ChecklistFiles = (id: string) => VFile | null;

const itemHead = /^(\p{Lu}{0,4}\p{Nd}+[a-z]?)\s*[:：]\s*(.+)$/u;

/** Reads a checklist, and the one that it extends: items of the same id are refined, others are added. */
export function parseChecklist(
  file: VFile,
  others: ChecklistFiles,
  above: string[] = [],
): ChecklistFile {
  const document = openDocument(file);
  const { data, placeOf } = readFrontMatter(document, schema);
  const outline = outlineOf(document);
  const id = document.stem;
  const base =
    data.extends === undefined || [...above, id].includes(data.extends)
      ? null
      : others(data.extends);
  if (data.extends !== undefined && !base)
    leaveUnread(
      document,
      placeOf(['extends']),
      `\`extends: ${data.extends}\``,
      'the id of another checklist, which does not extend this one',
    );
  const parsed = base ? parseChecklist(base, others, [...above, id]) : null;
  document.unread.push(...(parsed?.unread ?? []));
  const empty = { source: '', certainty: null, certaintyIn: {}, domains: [] };
  const checklist: Checklist = {
    ...empty,
    ...parsed?.checklist,
    id,
    title: data.title ?? titleOf(outline) ?? id,
    titles: {},
  };
  readSections(document, outline.sections, checklist);
  if (checklist.domains.every(({ items }) => items.length === 0)) {
    const start = { line: 1, column: 1 };
    leaveUnread(
      document,
      { path: document.path, position: { start, end: start } },
      'checklist without items',
      '`### S1: Title` under a `##` heading',
    );
  }
  return { checklist, ...leftoversOf(document) };
}

const ofChecklist = ['title', 'source', 'certainty'];
const ofDomain = ['title'];
const ofItem = ['title', 'alias', 'asks', 'sees', 'partly sees', 'section', 'remove'];

function readSections(document: Document, sections: OutlineSection[], checklist: Checklist): void {
  let domain: ChecklistDomain | null = null;
  for (const section of sections) {
    const { properties } = takeProperties(document, section.blocks);
    if (section.depth === 1) readHead(document, properties, checklist);
    else if (section.depth === 2) {
      complainOfKeys(document, properties, ofDomain, 'a domain of a checklist');
      domain = openDomain(checklist, section.heading.text, translationsOf(properties, 'title'));
    } else readItem(document, section, properties, { checklist, domain });
  }
}

function readHead(document: Document, properties: Property[], checklist: Checklist): void {
  complainOfKeys(document, properties, ofChecklist, 'a checklist');
  checklist.titles = { ...checklist.titles, ...translationsOf(properties, 'title') };
  checklist.source = valueOf(properties, 'source') ?? checklist.source;
  checklist.certainty = inOwnLanguage(properties, 'certainty') ?? checklist.certainty;
  checklist.certaintyIn = { ...checklist.certaintyIn, ...translationsOf(properties, 'certainty') };
}

function inOwnLanguage(properties: Property[], key: string): string | null {
  return valueOf(
    properties.filter(({ mark }) => mark === null),
    key,
  );
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

interface Around {
  checklist: Checklist;
  /** In which the item stands. */
  domain: ChecklistDomain | null;
}

function readItem(
  document: Document,
  { heading }: OutlineSection,
  properties: Property[],
  { checklist, domain }: Around,
): void {
  const { text, place } = heading;
  const [, id, title] = itemHead.exec(text) ?? [];
  if (id === undefined || title === undefined || domain === null) {
    leaveUnread(
      document,
      place,
      `heading \`${text}\` in a checklist`,
      'an item (`### S1: Title`) under the `##` heading of its domain',
    );
    return;
  }
  complainOfKeys(document, properties, ofItem, 'an item');
  const home = checklist.domains.find(({ items }) => items.some((item) => item.id === id));
  const known = home?.items.find((item) => item.id === id);
  if (valueOf(properties, 'remove') === 'true') {
    if (home) home.items = home.items.filter((item) => item !== known);
    return;
  }
  if (known?.place.path === place.path)
    leaveUnread(document, place, `second item \`${id}\``, 'each item once');
  const item = refined(document, known ?? newItem(id, title, heading.place), properties);
  if (known) Object.assign(known, item, { title, place });
  else domain.items.push(item);
}

function newItem(id: string, title: string, place: ChecklistItem['place']): ChecklistItem {
  return {
    id,
    title,
    titles: {},
    aliases: [],
    asks: '',
    asksIn: {},
    sees: [],
    partlySees: [],
    headings: [],
    place,
  };
}

/** A property that is not given stays as it is. */
function refined(document: Document, item: ChecklistItem, properties: Property[]): ChecklistItem {
  return {
    ...item,
    titles: { ...item.titles, ...translationsOf(properties, 'title') },
    aliases: [...item.aliases, ...valuesOf(properties, 'alias')],
    asks: inOwnLanguage(properties, 'asks') ?? item.asks,
    asksIn: { ...item.asksIn, ...translationsOf(properties, 'asks') },
    sees: sightsOf(document, properties, 'sees') ?? item.sees,
    partlySees: sightsOf(document, properties, 'partly sees') ?? item.partlySees,
    headings: [...item.headings, ...valuesOf(properties, 'section')],
  };
}

function sightsOf(document: Document, properties: Property[], key: string): string[] | null {
  const written = properties.filter((property) => keyOf(property.key) === keyOf(key));
  if (written.length === 0) return null;
  return written.flatMap((property) =>
    valuesOf([property], key).flatMap((name) => {
      const meant = sightMeant(name);
      if (meant === null) {
        const hint = nearest(name, seenNames);
        const expected =
          hint === null
            ? `some of \`${seenNames.join('`, `')}\``
            : `something that can be seen; did you mean \`${hint}\`?`;
        leaveUnread(document, property.place, `\`${key}: ${name}\``, expected);
      }
      return meant ?? [];
    }),
  );
}
