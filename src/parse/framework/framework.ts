/** A theory as data: dimensions, components and propositions from the headings and property lists of a Markdown file. */
import { slug } from 'github-slugger';
import type { RootContent } from 'mdast';
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Component, Dimension, Framework, Proposition } from '../../domain/framework.js';
import type { Leftovers, Name } from '../../domain/text.js';
import { keyOf, nearest } from '../../text/names.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, leftoversOf, openDocument, type Document } from '../text/document.js';
import {
  complainOfProperties,
  inOwnLanguage,
  propositionsOf,
  translationsOf,
} from './framework-properties.js';
import { readFrontMatter } from '../text/front-matter.js';
import { outlineOf, titleOf, type OutlineSection } from '../text/outline.js';
import { takeProperties, valueOf, valuesOf, type Property } from '../text/property-list.js';

const schema = z.strictObject({
  id: z.string().optional(),
  title: z.string().optional(),
  extends: z.string().optional(),
});

export interface FrameworkFile extends Leftovers {
  framework: Framework;
}

/** Finds a framework's file by its id. */
export type FrameworkFiles = (id: string) => VFile | null;

/** Reads a framework, and the one that it extends. `above` holds the ids of those that are being read. */
export function parseFramework(
  file: VFile,
  others: FrameworkFiles,
  above: string[] = [],
): FrameworkFile {
  const document = openDocument(file);
  const { data, placeOf } = readFrontMatter(document, schema);
  const id = data.id ?? document.stem;
  const base =
    data.extends === undefined ? null : { text: data.extends, place: placeOf(['extends']) };
  const framework = base ? readBase(document, base, others, [...above, id]) : emptyFramework();
  const outline = outlineOf(document);
  framework.id = id;
  framework.title = data.title ?? titleOf(outline) ?? id;
  framework.about = contentOf(document, outline.lead);
  readSections(document, outline.sections, framework);
  return { framework, ...leftoversOf(document) };
}

function emptyFramework(): Framework {
  return { id: '', title: '', propositions: [], about: { nodes: [], text: '' }, dimensions: [] };
}

function readBase(
  document: Document,
  base: Name,
  others: FrameworkFiles,
  above: string[],
): Framework {
  const file = above.includes(base.text) ? null : others(base.text);
  if (file) {
    const { framework, unread, memos, footnotes } = parseFramework(file, others, above);
    document.unread.push(...unread);
    document.memos.push(...memos);
    for (const [id, footnote] of footnotes) document.footnotes.set(id, footnote);
    return framework;
  }
  const expected = above.includes(base.text)
    ? 'a framework that does not extend this one'
    : 'the id of a bundled framework';
  leaveUnread(document, base.place, `\`extends: ${base.text}\``, expected);
  return emptyFramework();
}

function readSections(document: Document, sections: OutlineSection[], framework: Framework): void {
  let dimension: Dimension | null = null;
  let parent: Component | null = null;
  for (const section of sections) {
    const { properties, rest } = takeProperties(document, section.blocks);
    if (section.depth === 1) {
      framework.propositions = merged(framework.propositions, propositionsOf(properties));
      framework.about = contentOf(document, rest);
    } else if (section.depth === 2) {
      dimension = readDimension(document, section, properties, rest, framework);
      parent = null;
    } else if (dimension === null) {
      leaveUnread(
        document,
        section.heading.place,
        `component \`${section.heading.text}\` outside a dimension`,
        'a `##` heading above it',
      );
    } else {
      const component = readComponent(
        document,
        section,
        properties,
        rest,
        dimension,
        section.depth > 3 ? parent : null,
      );
      if (section.depth === 3) parent = component;
    }
    complainOfProperties(document, section, properties);
  }
  for (const each of framework.dimensions) each.components = withChildrenBehind(each.components);
}

function readDimension(
  document: Document,
  section: OutlineSection,
  properties: Property[],
  rest: RootContent[],
  framework: Framework,
): Dimension | null {
  const { text, place } = section.heading;
  const known = framework.dimensions.find((dimension) => keyOf(dimension.title) === keyOf(text));
  if (valueOf(properties, 'remove') === 'true') {
    if (!known) complainOfRemoval(document, section.heading, framework.dimensions);
    framework.dimensions = framework.dimensions.filter((dimension) => dimension !== known);
    return null;
  }
  const dimension = known ?? {
    id: slug(text),
    code: null,
    title: text,
    titles: {},
    aliases: [],
    propositions: [],
    about: contentOf(document, []),
    components: [],
    place,
  };
  if (!known) framework.dimensions.push(dimension);
  refine(document, dimension, properties, rest);
  return dimension;
}

function readComponent(
  document: Document,
  section: OutlineSection,
  properties: Property[],
  rest: RootContent[],
  dimension: Dimension,
  parent: Component | null,
): Component | null {
  const { text, place } = section.heading;
  const known = dimension.components.find((component) => keyOf(component.title) === keyOf(text));
  if (valueOf(properties, 'remove') === 'true') {
    if (!known) complainOfRemoval(document, section.heading, dimension.components);
    dimension.components = dimension.components.filter(
      (component) => component !== known && component.parent !== known?.id,
    );
    return null;
  }
  const component: Component = known ?? {
    id: slug(text),
    code: null,
    title: text,
    titles: {},
    aliases: [],
    question: null,
    questions: {},
    propositions: [],
    see: [],
    about: contentOf(document, []),
    parent: parent?.id ?? null,
    place,
  };
  if (!known) dimension.components.push(component);
  component.question = valueOf(inOwnLanguage(properties), 'question') ?? component.question;
  component.questions = { ...component.questions, ...translationsOf(properties, 'question') };
  component.see = [...new Set([...component.see, ...valuesOf(properties, 'see')])];
  const { id } = component;
  refine(document, component, properties, rest);
  for (const child of dimension.components) if (child.parent === id) child.parent = component.id;
  return component;
}

function complainOfRemoval(
  document: Document,
  { text, place }: Name,
  known: { title: string }[],
): void {
  const meant = nearest(
    text,
    known.map(({ title }) => title),
  );
  const remedy = meant ? `; did you mean \`${meant}\`?` : '';
  leaveUnread(
    document,
    place,
    `\`${text}\` with \`remove: true\``,
    `a heading of the framework that this one extends${remedy}`,
  );
}

/** What dimensions and components have in common; a property that is not given stays as it is. */
function refine(
  document: Document,
  thing: Dimension | Component,
  properties: Property[],
  rest: RootContent[],
): void {
  thing.id = valueOf(properties, 'id') ?? thing.id;
  thing.code = valueOf(properties, 'code') ?? thing.code;
  thing.titles = { ...thing.titles, ...translationsOf(properties, 'title') };
  thing.aliases = [
    ...new Set([
      ...thing.aliases,
      ...valuesOf(properties, 'alias'),
      ...valuesOf(properties, 'aliases'),
    ]),
  ];
  thing.propositions = merged(thing.propositions, propositionsOf(properties));
  const about = contentOf(document, rest);
  if (about.nodes.length > 0) thing.about = about;
}

function merged(old: Proposition[], added: Proposition[]): Proposition[] {
  const byId = new Map([...old, ...added].map((proposition) => [proposition.id, proposition]));
  return [...byId.values()];
}

function withChildrenBehind(components: Component[]): Component[] {
  return components
    .filter((component) => component.parent === null)
    .flatMap((component) => [
      component,
      ...components.filter((child) => child.parent === component.id),
    ]);
}
