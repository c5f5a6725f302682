/** Rows of components under the titles of their dimensions, as several figures have them. */
import type { ElementContent } from 'hast';
import type { Group, Row } from './grid.js';
import { letterSize, widthOf, write } from './lettering.js';
import { line } from './shapes.js';

/** Pixels from one row to the next. */
export const rowHeight = 21;
const headHeight = 27;

/** How wide the column of components is: no wider than its longest title. */
export function labelWidth(rows: Row[], { least, most }: { least: number; most: number }): number {
  return Math.min(
    most,
    Math.max(
      least,
      ...rows.map(
        ({ component }) => widthOf(component.title, letterSize.text) + indentOf(component) + 14,
      ),
    ),
  );
}

/** How far the title of a component is indented: a sub-component further than its component. */
export function indentOf({ parent }: Row['component']): number {
  return parent === null ? 8 : 20;
}

/** Draws all rows from `y` downwards, between rules; `draw` fills a row after its title. */
export function drawRows(
  groups: Group[],
  { y, width, label }: { y: number; width: number; label: number },
  draw: (row: Row, y: number) => ElementContent[],
): { elements: ElementContent[]; bottom: number } {
  const elements: ElementContent[] = [];
  let at = y;
  for (const { dimension, rows } of groups) {
    elements.push(line([0, at + 0.5], [width, at + 0.5], { stroke: 'rule-strong' }));
    elements.push(write(dimension.title, { x: 0, y: at + 18, bold: true, width }));
    at += headHeight;
    rows.forEach((row, index) => {
      const indent = indentOf(row.component);
      const bottom = at + rowHeight;
      if (index < rows.length - 1)
        elements.push(line([indent, bottom], [width, bottom], { stroke: 'rule', width: 0.7 }));
      elements.push(
        write(row.component.title, { x: indent, y: at + 14.5, width: label - indent - 6 }),
        ...draw(row, at),
      );
      at = bottom;
    });
    at += 5;
  }
  elements.push(line([0, at + 0.5], [width, at + 0.5], { stroke: 'rule-strong' }));
  return { elements, bottom: at };
}
