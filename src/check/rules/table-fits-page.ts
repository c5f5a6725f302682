import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';
import { walkTexts } from '../texts.js';

/** Columns that fit a turned page in readable type; printed formats split wider tables. */
const columnsAtMost = 10;

/** Points at tables with more columns than a page holds. */
export const tableFitsPage: Rule = {
  id: 'table-fits-page',
  severity: 'info',
  description: 'A table of an author has at most ten columns.',
  note: 'PDF and Word split a wider one over several tables, behind its first column.',
  *check(study) {
    const wide: Pointer[] = [];
    walkTexts(study, (node, place) => {
      const columns = node.type === 'table' ? (node.children[0]?.children.length ?? 0) : 0;
      if (columns > columnsAtMost)
        wide.push({
          place,
          reason: `Unexpected table with ${String(columns)} columns, expected at most ${String(columnsAtMost)}; PDF and Word split it`,
        });
    });
    yield* wide;
  },
};
