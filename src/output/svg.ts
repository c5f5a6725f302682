/** A drawing as an SVG file: title, description and role for those who hear it, its own white ground for any page. */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Graphic } from '../markdown.js';

/** Renders a drawing that stands for itself: nothing in it leads anywhere. */
export function renderSvg({ svg, width, height, title, description }: Graphic): string {
  const properties = { ...svg.properties, xmlns: 'http://www.w3.org/2000/svg', width, height, role: 'img', ariaLabelledBy: ['title', 'desc'] };
  const ground = shape('rect', { width, height, fill: '#ffffff' });
  const words = [named('title', title), named('desc', description)];
  const children = [...words, ground, ...svg.children.map(withoutTargets)];
  return `${toHtml({ ...svg, properties, children }, { space: 'svg' })}\n`;
}

function named(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: { id: tagName }, children: [{ type: 'text', value }] };
}

function shape(tagName: string, properties: Element['properties']): Element {
  return { type: 'element', tagName, properties, children: [] };
}

function withoutTargets(node: Element['children'][number]): Element['children'][number] {
  if (node.type !== 'element') return node;
  const properties = { ...node.properties };
  delete properties.dataTarget;
  return { ...node, properties, children: node.children.map(withoutTargets) };
}
