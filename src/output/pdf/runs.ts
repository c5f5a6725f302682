/** A report as the layout takes it: runs of pages, a long one cut into parts. */
import type { Root, RootContent } from 'mdast';
import type { Run } from '../printed.js';
import { partsOf } from './parts.js';
import { layoutState, type LayoutState, type Node } from './state.js';
import { lay } from './tree.js';

/** Pages of one orientation. */
export interface LaidRun {
  turned: boolean;
  /** True for the run that the report begins with. */
  first: boolean;
  /** What stands before the contents: the title and what belongs to it. */
  front: Node[];
  /** All else. */
  c: Node[];
}

/** Turns runs of blocks into the layout's. */
export function layRuns(
  root: Root,
  runs: Run[],
  means: Pick<LayoutState, 'pathOf' | 'unknown'>,
): LaidRun[] {
  const state = layoutState(root, { lay, ...means });
  return runs.flatMap(({ isTurned, children }, index): LaidRun[] => {
    const end = index === 0 ? children.findIndex((node) => !isTitle(node)) : 0;
    const front = lay(state, children.slice(0, end < 0 ? children.length : end));
    const parts = partsOf(lay(state, end < 0 ? [] : children.slice(end)));
    return parts.map((c, part) => ({
      turned: isTurned,
      first: index + part === 0,
      front: part === 0 ? front : [],
      c,
    }));
  });
}

/** What stands in front of the contents. */
function isTitle(node: RootContent): boolean {
  return node.type === 'heading'
    ? node.depth === 1
    : node.type === 'division' && node.kind === 'title-block';
}
