/** A theory as data: dimensions, components and propositions from the headings and property lists of a Markdown file. */
import type { VFile } from 'vfile';
import * as z from 'zod';
import type { Component, Dimension, Framework } from '../../domain/framework.js';
import type { Leftovers, Name } from '../../domain/text.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, leftoversOf, openDocument, type Document } from '../text/document.js';
import { parseFrontMatter } from '../text/front-matter.js';
import { outlineOf, titleOf, type OutlineSection } from '../text/outline.js';
import { takeProperties } from '../text/property-list.js';
import { addComponent, addDimension, merged } from './framework-parts.js';
import { complainOfProperties, propositionsOf } from './framework-properties.js';

const schema = z.strictObject({
  id: z.string().optional(),
  title: z.string().optional(),
  extends: z.string().optional(),
});

/** A framework, and what its files leave over. */
export interface FrameworkFile extends Leftovers {
  framework: Framework;
}

/** Finds a framework's file by its id. */
export type FrameworkFiles = (id: string) => VFile | null;

/** Parses a framework, and the one that it extends; `above` has the ids of those that extend it. */
export function parseFramework(
  file: VFile,
  others: FrameworkFiles,
  above: string[] = [],
): FrameworkFile {
  const document = openDocument(file);
  const { data, placeOf } = parseFrontMatter(document, schema);
  const id = data.id ?? document.stem;
  const base =
    data.extends === undefined ? null : { text: data.extends, place: placeOf(['extends']) };
  const framework = base ? parseBase(document, base, others, [...above, id]) : emptyFramework();
  const outline = outlineOf(document);
  framework.id = id;
  framework.title = data.title ?? titleOf(outline) ?? id;
  framework.about = contentOf(document, outline.lead);
  addSections(document, outline.sections, framework);
  return { framework, ...leftoversOf(document) };
}

function emptyFramework(): Framework {
  return { id: '', title: '', propositions: [], about: { nodes: [], text: '' }, dimensions: [] };
}

function parseBase(
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

function addSections(document: Document, sections: OutlineSection[], framework: Framework): void {
  let dimension: Dimension | null = null;
  let parent: Component | null = null;
  for (const section of sections) {
    const { properties, rest } = takeProperties(document, section.blocks);
    if (section.depth === 1) {
      framework.propositions = merged(framework.propositions, propositionsOf(properties));
      framework.about = contentOf(document, rest);
    } else if (section.depth === 2) {
      dimension = addDimension(document, section, properties, rest, framework);
      parent = null;
    } else if (dimension === null) {
      leaveUnread(
        document,
        section.heading.place,
        `component \`${section.heading.text}\` outside a dimension`,
        'a `##` heading above it',
      );
    } else {
      const component = addComponent(
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

function withChildrenBehind(components: Component[]): Component[] {
  return components
    .filter((component) => component.parent === null)
    .flatMap((component) => [
      component,
      ...components.filter((child) => child.parent === component.id),
    ]);
}
