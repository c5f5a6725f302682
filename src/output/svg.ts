/** A drawing as an SVG file, with title, description and role for screen readers, and a white ground for any page. */
import type { Element, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { writable } from '../text/languages.js';
import type { Graphic } from '../text/markdown.js';

/** Renders a drawing as a file of its own, without links. */
export function renderSvg({ svg, width, height, title, description }: Graphic): string {
  const properties = {
    ...svg.properties,
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    role: 'img',
    ariaLabelledBy: ['title', 'desc'],
  };
  const ground = shape('rect', { width, height, fill: '#ffffff' });
  const words = [named('title', title), named('desc', description)];
  const children = [...words, ground, ...svg.children].map(alone);
  const written = toHtml(
    { ...svg, properties, children },
    { space: 'svg', closeSelfClosing: true, closeEmptyElements: true },
  );
  // HTML lets this stand in a text, XML does not.
  return `${written.replaceAll(']]>', ']]&gt;')}\n`;
}

function named(tagName: string, value: string): Element {
  return {
    type: 'element',
    tagName,
    properties: { id: tagName },
    children: [{ type: 'text', value }],
  };
}

function shape(tagName: string, properties: Properties): Element {
  return { type: 'element', tagName, properties, children: [] };
}

/** Without attributes that only a page uses, and without characters that XML forbids. */
function alone(node: Element['children'][number]): Element['children'][number] {
  if (node.type === 'text') return { ...node, value: writable(node.value) };
  if (node.type !== 'element') return node;
  const properties = { ...node.properties };
  delete properties.dataTarget;
  delete properties.dataLabel;
  return { ...node, properties, children: node.children.map(alone) };
}
