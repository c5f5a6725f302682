/** Dimensions and components, built from headings and property lists. */
import { slug } from 'github-slugger';
import type { RootContent } from 'mdast';
import type { Component, Dimension, Framework, Proposition } from '../../domain/framework.js';
import type { Name } from '../../domain/text.js';
import { keyOf, nearest } from '../../text/names.js';
import { contentOf } from '../text/content.js';
import { leaveUnread, type Document } from '../text/document.js';
import type { OutlineSection } from '../text/outline.js';
import { valueOf, valuesOf, type Property } from '../text/property-list.js';
import { inOwnLanguage, propositionsOf, translationsOf } from './framework-properties.js';

/** Adds a dimension to a framework, or refines or removes the one of that title. Null if it is removed. */
export function addDimension(
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

/** Adds a component to a dimension, or refines or removes the one of that title. Null if it is removed. */
export function addComponent(
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

/** Propositions, of which the later takes the place of an earlier one with the same id. */
export function merged(old: Proposition[], added: Proposition[]): Proposition[] {
  const byId = new Map([...old, ...added].map((proposition) => [proposition.id, proposition]));
  return [...byId.values()];
}
