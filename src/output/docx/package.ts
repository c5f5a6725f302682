/** The ZIP file: the same bytes for the same report, and no clock, user or random id in it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { About, Printed } from '../printed.js';
import { languageOf } from './fonts.js';
import { tableStyleOf } from './styles.js';
import { writable } from '../../text/languages.js';

/** A ZIP file states local times, so this is made in local time too. */
const mtime = new Date(1980, 0, 1);

/** Packs again what the library packed, with counted ids instead of random ones. */
export function repack(
  packed: Uint8Array,
  { about, style }: Pick<Printed, 'about' | 'style'>,
): Uint8Array {
  const parts = unzipSync(packed);
  parts['docProps/core.xml'] = strToU8(coreOf(about));
  for (const path of Object.keys(parts).filter((each) => each.endsWith('.rels')))
    renameRelations(parts, path);
  const body = parts['word/document.xml'];
  if (body) parts['word/document.xml'] = strToU8(withoutAsking(strFromU8(body)));
  const styles = parts['word/styles.xml'];
  if (styles)
    parts['word/styles.xml'] = strToU8(
      strFromU8(styles).replace(/<\/w:styles>$/, `${tableStyleOf(style)}</w:styles>`),
    );
  // Some readers want this one first.
  const first = '[Content_Types].xml';
  const names = [
    first,
    ...Object.keys(parts)
      .filter((name) => name !== first)
      .sort(),
  ];
  // Pictures are packed already.
  const packing = (name: string) => ({
    mtime,
    level: name.startsWith('word/media/') && !name.endsWith('.svg') ? (0 as const) : (6 as const),
  });
  return zipSync(
    Object.fromEntries(
      names.map((name) => [name, [parts[name] ?? new Uint8Array(), packing(name)]]),
    ),
  );
}

/** Relations bear random ids; here they are counted. */
function renameRelations(parts: { [path: string]: Uint8Array }, path: string): void {
  const relations = strFromU8(parts[path] ?? new Uint8Array());
  const names = new Map(
    [...relations.matchAll(/ Id="([^"]+)"/g)].map(([, id = ''], index) => [
      id,
      `rId${String(index + 1)}`,
    ]),
  );
  const rename = (text: string, attribute: RegExp) =>
    text.replace(attribute, (all, name: string, id: string) => ` ${name}="${names.get(id) ?? id}"`);
  parts[path] = strToU8(rename(relations, / (Id)="([^"]+)"/g));
  const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
  const text = parts[owner];
  if (text && owner !== '')
    parts[owner] = strToU8(rename(strFromU8(text), / (r:(?:id|embed|link|pict))="([^"]+)"/g));
}

/** A field that is marked as out of date makes Word ask whether to trust the file. */
function withoutAsking(text: string): string {
  return text.replace(/(<w:fldChar\b[^>]*) w:dirty="true"/g, '$1');
}

/** Title, authors and date as the study gives them: no default name, no clock. */
function coreOf({ title, authors, date, language }: About): string {
  const time =
    date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))
      ? `${date}T00:00:00Z`
      : null;
  const stamp = (name: string) =>
    time === null ? '' : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${time}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>`,
    ...(authors.length > 0 ? [`<dc:creator>${escaped(authors.join('; '))}</dc:creator>`] : []),
    `<dc:language>${escaped(languageOf(language))}</dc:language>`,
    stamp('created'),
    stamp('modified'),
    '</cp:coreProperties>',
  ].join('');
}

function escaped(text: string): string {
  return writable(text).replace(/[&<>]/g, (letter) => `&#${String(letter.charCodeAt(0))};`);
}
