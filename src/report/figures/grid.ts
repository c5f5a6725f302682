/** Components by dimension against cases: what several figures are made of, in parts that fit a page. */
import type { Cell, Comparison } from '../../analyse/comparison.js';
import type { Case } from '../../domain/study.js';
import type { Component, Dimension } from '../../domain/framework.js';
import { anchorOf } from '../prose/anchors.js';
import { caseTitle, type Context, type ContextWith } from '../names/context.js';
import { fill } from '../prose/words.js';

/** A component with what each case has on it. */
export interface Row {
  component: Component;
  verdict: Comparison[number]['verdict'];
  cells: Comparison[number]['cells'];
}

/** A dimension with its rows, or as many of them as fit. */
export interface Group {
  dimension: Dimension;
  rows: Row[];
}

/** A figure, or as much of it as fits a page. */
export interface Part {
  name: string;
  title: string;
  groups: Group[];
  cases: Case[];
}

/** Rows of a part, the heads of dimensions among them: about 900 pixels. */
const rowsAtMost = 40;

/** One part where everything fits; else groups of cases of about equal size, and dimensions in their order. */
export function partsOf(
  context: ContextWith<'comparison'>,
  { name, title, casesAtMost }: { name: string; title: string; casesAtMost: number },
): Part[] {
  const pages = paged(groupsOf(context));
  const groups = evenly(context.study.cases, casesAtMost);
  const parts = groups.flatMap((cases) => pages.map((page) => ({ cases, groups: page })));
  return parts.map((part, index) => ({
    ...part,
    ...numbered(context, { name, title }, index, parts.length),
  }));
}

/** Name and title of a part, with its number where there are several. */
export function numbered(
  { words }: Context,
  { name, title }: { name: string; title: string },
  index: number,
  all: number,
): { name: string; title: string } {
  if (all === 1) return { name, title };
  return {
    name: `${name}-${String(index + 1)}`,
    title: fill(words.figures.part, { title, n: index + 1, all }),
  };
}

/** As few groups as possible, none much smaller than another. */
export function evenly<T>(items: T[], atMost: number): T[][] {
  const count = Math.max(1, Math.ceil(items.length / Math.max(1, atMost)));
  const edge = (index: number) => Math.round((index * items.length) / count);
  return Array.from({ length: count }, (_, index) => items.slice(edge(index), edge(index + 1)));
}

/** Every dimension that has components. */
export function groupsOf({ study, analysis }: ContextWith<'comparison'>): Group[] {
  const rows = new Map(analysis.comparison.map((row) => [row.component, row]));
  return study.framework.dimensions
    .map((dimension) => ({
      dimension,
      rows: dimension.components.flatMap((component) => {
        const row = rows.get(component.id);
        return row ? [{ component, verdict: row.verdict, cells: row.cells }] : [];
      }),
    }))
    .filter((group) => group.rows.length > 0);
}

function paged(groups: Group[]): Group[][] {
  const pages: Group[][] = [];
  let left = 0;
  for (const { dimension, rows } of groups) {
    for (const some of evenly(rows, rowsAtMost - 1)) {
      if (some.length + 1 > left) {
        pages.push([]);
        left = rowsAtMost;
      }
      pages.at(-1)?.push({ dimension, rows: some });
      left -= some.length + 1;
    }
  }
  return pages;
}

const absent: Cell = { state: 'missing', rating: null, evidence: 0, kinds: {}, counter: 0 };

/** What a case has on a component. */
export function cellIn({ cells }: Row, { id }: Case): Cell {
  return cells[id] ?? absent;
}

/** Where a case's entry on a component stands in the report; null if there is none. */
export function entryAnchor({ component }: Row, { id, entries }: Case): string | null {
  return entries.has(component.id) ? anchorOf({ kind: 'entry', case: id, id: component.id }) : null;
}

/** `Planning, Wuhou: + (favours)`. */
export function labelOf(context: Context, { component }: Row, { id }: Case, what: string): string {
  return fill(context.words.figures.label, {
    component: component.title,
    case: caseTitle(context, id),
    what,
  });
}
