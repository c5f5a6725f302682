/** The property lists of a framework: propositions, titles in other languages, and properties that it does not know. */
import { isLanguageTag } from '../../text/languages.js';
import type { Proposition } from '../../domain/framework.js';
import type { Translations } from '../../domain/text.js';
import { keyOf, normaliseMark } from '../../text/names.js';
import { leaveUnread, type Document } from '../text/document.js';
import type { OutlineSection } from '../text/outline.js';
import { complainOfKeys, type Property } from '../text/property-list.js';

const propositionId = /^\p{Lu}{1,4}\p{Nd}+[a-z]?$/u;

/** `P5 (+): …` as a proposition. */
export function propositionsOf(properties: Property[]): Proposition[] {
  return properties
    .filter((property) => propositionId.test(property.key))
    .map(({ key, mark, value, place }) => ({
      id: key,
      expects: mark === null ? null : normaliseMark(mark),
      text: value,
      place,
    }));
}

/** `title (zh): 领导力` by its language. */
export function translationsOf(properties: Property[], key: string): Translations {
  const written = properties.filter(
    (property) => keyOf(property.key) === key && isLanguageTag(property.mark ?? ''),
  );
  return Object.fromEntries(written.map(({ mark, value }) => [(mark ?? '').toLowerCase(), value]));
}

/** Properties without a language. */
export function inOwnLanguage(properties: Property[]): Property[] {
  return properties.filter(({ mark }) => mark === null);
}

/** Only titles and questions have a language. A title needs one, as the heading is the title in the framework's own. */
function complainOfLanguages(
  document: Document,
  { depth }: OutlineSection,
  properties: Property[],
): void {
  for (const { key, mark, place } of properties) {
    if (!knownKeys.some((name) => keyOf(name) === keyOf(key))) continue;
    const isTitle = keyOf(key) === 'title';
    const isTranslated = (isTitle && depth > 1) || (keyOf(key) === 'question' && depth > 2);
    if (mark === null && !isTitle) continue;
    if (isTranslated && mark !== null && isLanguageTag(mark)) continue;
    const found =
      mark === null ? `property \`${key}\` without a language` : `\`(${mark})\` behind \`${key}\``;
    leaveUnread(
      document,
      place,
      found,
      isTranslated
        ? 'a language such as `(zh)`; the heading has the framework’s own'
        : 'no brackets',
    );
  }
}

const knownKeys = ['id', 'title', 'code', 'alias', 'aliases', 'question', 'see', 'remove'];

/** Leaves unread each property that a framework does not know. */
export function complainOfProperties(
  document: Document,
  section: OutlineSection,
  properties: Property[],
): void {
  const others = properties.filter(({ key }) => !propositionId.test(key));
  complainOfKeys(document, others, knownKeys, 'a framework');
  complainOfLanguages(document, section, others);
}
