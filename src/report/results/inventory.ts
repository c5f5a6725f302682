import type { Inventory } from '../../analyse/inventory.js';
import { cell, row, rowHead, table, text } from '../prose/nodes.js';
import { numberIn, wordFor } from '../prose/words.js';
import { caseTitle, type Renderer } from '../names/context.js';

/** The evidence inventory: what each case rests on. */
export const renderInventory: Renderer<Inventory> = (inventory, context) => {
  const { words, language } = context;
  if (inventory.length === 0) return [];
  const { case: ofCase, kind, perspective, sources, recordCount, pieces } = words.table;
  const head = [ofCase, kind, perspective, sources, recordCount, pieces].map((word) =>
    cell([text(word)]),
  );
  const rows = inventory.map((each) =>
    row(
      [
        rowHead([text(caseTitle(context, each.case))]),
        ...[
          wordFor(words.kinds, each.kind),
          wordFor(words.perspectives, each.perspective ?? 'none'),
        ].map((word) => cell([text(word)])),
        ...[each.sources, each.records, each.pieces].map((n) =>
          cell([text(numberIn(language, n))], { className: ['number'] }),
        ),
      ],
      { dataCase: each.case },
    ),
  );
  return [table('inventory', words.captions.inventory, head, rows)];
};
