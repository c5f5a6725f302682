/** One item of a checklist, from its heading and property list. */
import type { Checklist, ChecklistDomain, ChecklistItem } from '../../domain/checklist.js';
import { seenNames, signalMeant } from '../../study/checklists.js';
import { keyOf, nearest } from '../../text/names.js';
import { leaveUnread, type Document } from '../text/document.js';
import type { OutlineSection } from '../text/outline.js';
import { complainOfKeys, valueOf, valuesOf, type Property } from '../text/property-list.js';
import { translationsOf } from './framework-properties.js';

const itemHead = /^(\p{Lu}{0,4}\p{Nd}+[a-z]?)\s*[:：]\s*(.+)$/u;

const ofItem = ['title', 'alias', 'asks', 'sees', 'partly sees', 'section', 'remove'];

/** The value of a property that has no language in brackets. */
export function valueInOwnLanguage(properties: Property[], key: string): string | null {
  return valueOf(
    properties.filter(({ mark }) => mark === null),
    key,
  );
}

interface Around {
  checklist: Checklist;
  /** In which the item stands. */
  domain: ChecklistDomain | null;
}

/** Adds the item of a section, or refines or removes the one with its id. */
export function addItem(
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
    asks: valueInOwnLanguage(properties, 'asks') ?? item.asks,
    asksIn: { ...item.asksIn, ...translationsOf(properties, 'asks') },
    sees: signalsOf(document, properties, 'sees') ?? item.sees,
    partlySees: signalsOf(document, properties, 'partly sees') ?? item.partlySees,
    headings: [...item.headings, ...valuesOf(properties, 'section')],
  };
}

function signalsOf(document: Document, properties: Property[], key: string): string[] | null {
  const written = properties.filter((property) => keyOf(property.key) === keyOf(key));
  if (written.length === 0) return null;
  return written.flatMap((property) =>
    valuesOf([property], key).flatMap((name) => {
      const meant = signalMeant(name);
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
