/** The words of a study: those that a public report withholds, and those that it prints. */
import type { RootContent } from 'mdast';
import { startOf } from '../../messages/pointer.js';
import { plainTextOf, walk } from '../../text/markdown.js';
import type { Content, Place, Withheld } from '../../domain/text.js';
import type { Original } from '../../domain/note.js';
import type { Study } from '../../domain/study.js';
import { entriesOf, evidenceOf } from '../../study/entries.js';
import { levelsOf, type Levels } from './levels.js';

/** Words with their place. */
export interface Words {
  text: string;
  place: Place;
}

/** The exact words that a public report withholds, and whose they are: of records, and of quotations from them. */
export function withheldTexts(study: Study): (Words & { record: string })[] {
  const { ofRecord, ofEvidence } = levelsOf(study);
  const records = study.records.map((record) => ({
    ...record,
    level: ofRecord(record),
    isVerbatim: record.form === 'verbatim',
  }));
  const pieces = evidenceOf(study).map(({ evidence }) => ({
    ...evidence,
    key: evidence.resolved.record?.key ?? evidence.record.text,
    level: ofEvidence(evidence),
    isVerbatim: evidence.kind === 'verbatim',
  }));
  return [...records, ...pieces].flatMap(
    ({ key, place, content, original, level: { verbatim }, isVerbatim }) => {
      if (verbatim === null) return [];
      const texts = [
        ...(isVerbatim ? [content.text] : []),
        ...(original ? [original.content.text] : []),
      ];
      return texts.map((text) => ({ text, place, record: key }));
    },
  );
}

/** All words of authors that a public report may print, block by block. */
export function printedTexts(study: Study): Words[] {
  const levels = levelsOf(study);
  const held = [
    ...heldByStudy(study),
    ...heldByCases(study, levels),
    ...heldBySources(study, levels),
  ];
  // Of footnotes a report prints those to which its texts lead.
  const notes = new Set(held.flatMap(({ content }) => content.nodes).flatMap(footnotesIn));
  const footnotes = [...notes].flatMap((id) => study.footnotes.get(id) ?? []);
  const blocks = [...held, ...footnotes].flatMap(({ content, path }) =>
    content.nodes.map((node) => ({
      text: plainTextOf(node),
      place: node.position ? { path, position: node.position } : startOf(path),
    })),
  );
  return [...titlesOf(study, levels), ...blocks].filter(({ text }) => text !== '');
}

interface Held {
  content: Content;
  path: string;
}

function heldByStudy({ protocol, codebook, coding }: Study): Held[] {
  return [
    ...protocol.sections.flatMap((section) =>
      [section, ...section.items].map(({ content }) => ({ content, path: protocol.path })),
    ),
    ...protocol.checklistAnswers.map(({ content }) => ({ content, path: protocol.path })),
    ...(codebook
      ? [codebook, ...codebook.codes].map(({ about }) => ({ content: about, path: codebook.path }))
      : []),
    ...coding.files.flatMap(({ path, ratings }) =>
      ratings.flatMap(({ rationale }) => (rationale ? [{ content: rationale, path }] : [])),
    ),
  ];
}

function heldByCases(study: Study, { ofEvidence }: Levels): Held[] {
  const wholes = study.cases.flatMap(({ path, profile, introductions }) =>
    [profile, ...introductions.values()].map((content) => ({ content, path })),
  );
  const parts = entriesOf(study).flatMap((entry) => {
    const { path } = entry.place;
    return entry.parts.flatMap((part) => {
      if (part.type !== 'evidence') return [{ content: part.content, path }];
      return wordsLeft(part, ofEvidence(part)).map((content) => ({ content, path }));
    });
  });
  return [...wholes, ...parts];
}

function heldBySources({ sources, records }: Study, { ofSource, ofRecord }: Levels): Held[] {
  const abouts = sources.flatMap((source) =>
    ofSource(source).verbatim === null ? [{ content: source.about, path: source.place.path }] : [],
  );
  const own = records.flatMap((record) =>
    wordsLeft(record, ofRecord(record)).map((content) => ({ content, path: record.place.path })),
  );
  return [...abouts, ...own];
}

function wordsLeft(
  { content, original }: { content: Content; original: Original | null },
  level: { content: Withheld | null; verbatim: Withheld | null },
): Content[] {
  return [
    ...(level.content === null ? [content] : []),
    ...(original && level.verbatim === null ? [original.content] : []),
  ];
}

/** What is no content: titles, attributes, definitions. */
function titlesOf({ protocol, cases, sources, codes }: Study, { ofSource }: Levels): Words[] {
  return [
    ...protocol.sections.flatMap((section) =>
      [section, ...section.items].map(({ title, place }) => ({ text: title, place })),
    ),
    ...protocol.propositionRules.map(({ reason, place }) => ({ text: reason, place })),
    ...cases.flatMap(({ title, place, attributes, attributePlaces }) => [
      { text: title, place },
      ...[...attributes].map(([name, value]) => ({
        text: [value].flat().join(', '),
        place: attributePlaces.get(name) ?? place,
      })),
    ]),
    ...sources.flatMap((source) =>
      source.title !== null && ofSource(source).paraphrased === null
        ? [{ text: source.title, place: source.place }]
        : [],
    ),
    ...codes.flatMap(({ name, definition, include, exclude, place }) =>
      [name, definition ?? '', include ?? '', exclude ?? ''].map((text) => ({ text, place })),
    ),
  ];
}

function footnotesIn(node: RootContent): string[] {
  const found: string[] = [];
  walk(node, (each) => {
    if (each.type === 'footnoteReference') found.push(each.identifier);
  });
  return found;
}
