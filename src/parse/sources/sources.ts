/** Sources and their records: what evidence cites. */
import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Attributes, Name, Place } from '../../domain/text.js';
import {
  flags,
  type Flag,
  type Source,
  type SourceFile,
  type SourceRecord,
} from '../../domain/source.js';
import { idPattern, keyOf, nearest } from '../../text/names.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, leftoversOf, openDocument, type Document } from '../text/document.js';
import { groupByRecord, splitNames, takeOriginal } from '../note/evidence.js';
import { parseFrontMatter } from '../text/front-matter.js';
import { outlineOf, type OutlineSection } from '../text/outline.js';
import { attributesOf, takeProperties, valueOf } from '../text/property-list.js';
import { recordIdsIn } from '../text/record-line.js';

const scalar = z.union([z.string(), z.number(), z.boolean()], 'a text or a number');
const schema = z
  .looseObject({ case: z.string().optional(), kind: z.string().optional() })
  .catchall(scalar);

/** What a file says once for all of its sources. */
interface Defaults {
  case: Name | null;
  kind: string | null;
  /** The other keys, for every source that does not say otherwise. */
  attributes: Attributes;
}

/** Parses a file of sources. Never throws on content. */
export function parseSources(file: VFile): SourceFile {
  const document = openDocument(file);
  const { data, placeOf } = parseFrontMatter(document, schema);
  const { case: inCase, kind = null, ...others } = data;
  const defaults: Defaults = {
    case: inCase === undefined ? null : { text: inCase, place: placeOf(['case']) },
    kind,
    attributes: new Map(Object.entries(others)),
  };
  const outline = outlineOf(document);
  const about = [...outline.lead];
  const sources: Source[] = [];
  for (const section of outline.sections) {
    const last = sources.at(-1);
    if (section.depth === 2) sources.push(parseSource(document, section, defaults));
    else if (section.depth === 1) about.push(...section.blocks);
    else if (last) addRecords(document, last, section);
    else
      leaveUnread(
        document,
        section.heading.place,
        `heading \`${section.heading.text}\` outside a source`,
        'a `##` heading above it',
      );
  }
  for (const { text, place } of recordIdsIn(document, about)) {
    leaveUnread(document, place, `record \`${text}\` outside a source`, 'a `##` heading above it');
  }
  return {
    path: document.path,
    case: defaults.case,
    about: contentOf(document, about),
    sources,
    ...leftoversOf(document),
  };
}

function parseSource(document: Document, section: OutlineSection, defaults: Defaults): Source {
  const { properties, rest } = takeProperties(document, section.blocks);
  for (const { key, place } of properties)
    if (isId.test(key)) complainOfBullet(document, key, place);
  const kind = valueOf(properties, 'kind') ?? defaults.kind;
  const source: Source = {
    id: section.heading.text,
    case: valueOf(properties, 'case') ?? defaults.case?.text ?? null,
    kind: kind ?? 'document',
    isKindStated: kind !== null,
    title: valueOf(properties, 'title'),
    url: valueOf(properties, 'url'),
    attributes: new Map([...defaults.attributes, ...attributesOf(properties)]),
    about: contentOf(document, []),
    records: [],
    place: section.heading.place,
  };
  const about: RootContent[] = [];
  source.records = parseRecords(document, rest, source, about);
  source.about = contentOf(document, about);
  return source;
}

/** A deeper heading within a source groups its records; it makes no source of its own. */
function addRecords(document: Document, source: Source, section: OutlineSection): void {
  const about: RootContent[] = [section.node];
  // One by one, as a call takes a limited number of arguments.
  for (const record of parseRecords(document, section.blocks, source, about))
    source.records.push(record);
  source.about.nodes.push(...contentOf(document, about).nodes);
}

function parseRecords(
  document: Document,
  blocks: RootContent[],
  source: Source,
  about: RootContent[],
): SourceRecord[] {
  const nested = blocks.filter(({ type }) => type !== 'paragraph');
  for (const { text, place } of recordIdsIn(document, nested))
    complainOfBullet(document, text, place);
  return groupByRecord(document, blocks, about).map(({ line, blocks: own }) => {
    const { original, rest } = takeOriginal(document, own);
    const [id = '', inCase = null] = line.id.text.split('/').reverse();
    for (const { text, place } of line.square)
      leaveUnread(document, place, `\`[${text}]\` behind a record id`, 'codes in case notes only');
    return {
      id,
      case: inCase ?? source.case,
      source: source.id,
      ...flagsOf(document, line.round, source.kind),
      content: contentOf(document, rest),
      original,
      place: line.id.place,
    };
  });
}

const isId = new RegExp(`^${idPattern}$`, 'u');

function complainOfBullet(document: Document, id: string, place: Place): void {
  leaveUnread(
    document,
    place,
    `record \`${id}\` in a list or quote`,
    'a paragraph of its own that begins with the id',
  );
}

function flagsOf(
  document: Document,
  marks: Name[],
  kind: string,
): Pick<SourceRecord, 'flags' | 'form'> {
  const written = marks
    .flatMap(splitNames)
    .flatMap(({ text, place }) => flagOf(document, text, place));
  const form = written.find((flag) => flag !== 'translated');
  return { flags: written, form: form ?? (kind === 'interview' ? 'verbatim' : 'summary') };
}

function flagOf(document: Document, word: string, place: Name['place']): Flag[] {
  const flag = flags.find((known) => keyOf(known) === keyOf(word));
  if (flag) return [flag];
  const meant = nearest(word, flags);
  leaveUnread(
    document,
    place,
    `flag \`${word}\``,
    meant ? `a known flag; did you mean \`${meant}\`?` : `one of \`${flags.join('`, `')}\``,
  );
  return [];
}
