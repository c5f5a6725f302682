/**
 * Drawings within the page, with links from their parts to what these stand for. Code builds the drawings and study data are
 * only text in them; elements and attributes are held to a list all the same, as a second line of defence.
 */
import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Graphic } from '../text/markdown.js';
import { walkElements } from './elements.js';

const tagNames = new Set([
  'svg',
  'g',
  'defs',
  'pattern',
  'rect',
  'circle',
  'line',
  'path',
  'text',
  'tspan',
  'title',
]);

const attributes = new Set([
  ...[
    'className',
    'viewBox',
    'preserveAspectRatio',
    'width',
    'height',
    'x',
    'y',
    'x1',
    'x2',
    'y1',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'd',
    'transform',
  ],
  ...[
    'fill',
    'stroke',
    'strokeWidth',
    'strokeDashArray',
    'strokeOpacity',
    'fontFamily',
    'fontSize',
    'fontWeight',
    'textAnchor',
  ],
  ...['patternUnits', 'patternTransform'],
]);

interface Placing {
  /** Stands in front of every id of the drawing, so that two drawings share none. */
  prefix: string;
  /** Ids of the page, to which parts of a drawing may link. */
  ids: Set<unknown>;
}

/** Puts each drawing where its name stands in the page; its description can be unfolded below it, under the word `describe`. */
export function placeDrawings(tree: Root, drawings: Map<string, Graphic>, describe: string): void {
  if (drawings.size === 0) return;
  const ids = new Set<unknown>();
  const places: Element[] = [];
  walkElements(tree, (element) => {
    ids.add(element.properties.id);
    if (element.properties.dataDrawing !== undefined) places.push(element);
    if (isDescription(element)) unfold(element, describe);
  });
  places.forEach((place, index) => {
    const graphic = drawings.get(String(place.properties.dataDrawing));
    if (graphic)
      place.children = [placed(graphic, { prefix: `drawing-${String(index + 1)}`, ids })];
  });
}

function isDescription({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('description');
}

function unfold(element: Element, describe: string): void {
  element.tagName = 'details';
  element.children = [
    made('summary', {}, [{ type: 'text', value: describe }]),
    ...element.children,
  ];
}

function placed({ svg, title, description, width, height }: Graphic, placing: Placing): Element {
  const { prefix } = placing;
  const [named, told] = [`${prefix}-title`, `${prefix}-description`];
  const children = svg.children.flatMap((child) => allowed(child, placing));
  const role = children.some(holdsLink) ? 'group' : 'img';
  const properties = { width, height, role, ariaLabelledBy: [named], ariaDescribedBy: [told] };
  const words = [
    made('title', { id: named }, [{ type: 'text', value: title }]),
    made('desc', { id: told }, [{ type: 'text', value: description }]),
  ];
  return made('svg', { ...passed(svg.properties, prefix), ...properties }, [...words, ...children]);
}

function made(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function holdsLink(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));
}

/** An element with what it may have; a part whose target is in the page becomes a link to it. */
function allowed(node: ElementContent, placing: Placing): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element' || !tagNames.has(node.tagName)) return [];
  const children = node.children.flatMap((child) => allowed(child, placing));
  const properties = passed(node.properties, placing.prefix);
  const { dataTarget } = node.properties;
  if (
    typeof dataTarget !== 'string' ||
    !/^#[\p{L}\p{M}\p{N}_-]+$/u.test(dataTarget) ||
    !placing.ids.has(dataTarget.slice(1))
  )
    return [made(node.tagName, properties, children)];
  // Its title is its name: an `aria-label` would have to hold every word that is shown, also those that are cut.
  return [made('a', { ...properties, href: dataTarget }, children)];
}

/** The attributes that may pass. Ids get their prefix, and a paint may name one of these and nothing else. */
function passed(properties: Properties, prefix: string): Properties {
  const kept = Object.entries(properties).filter(
    ([name, value]) => attributes.has(name) && !/url\(/i.test([value].flat().join(' ')),
  );
  const { id, fill } = properties;
  const [, texture] = /^url\(#([\w-]+)\)$/.exec(fill ?? '') ?? [];
  return {
    ...Object.fromEntries(kept),
    ...(id === undefined ? {} : { id: `${prefix}-${id}` }),
    ...(texture === undefined ? {} : { fill: `url(#${prefix}-${texture})` }),
  };
}
