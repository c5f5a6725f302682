/** Cells of tables as Markdown can hold them: blocks become lines of words. */
import type { Html, PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import { isPhrasing } from './phrasing.js';
import { anchorsOf, plainWords, textNode, type PlainContext } from './plain-words.js';

/** A copy of a row whose cells hold words only; the anchor of the row stands in its first cell. */
export function plainRow(context: PlainContext, row: TableRow): TableRow {
  const cells = row.children.map((cell, index) =>
    plainCell(context, cell, index === 0 ? anchorsOf(context, row) : []),
  );
  return { ...row, children: cells };
}

function plainCell(context: PlainContext, cell: TableCell, before: Html[]): TableCell {
  const lines = linesOf(context, cell.children).filter((line) => line.length > 0);
  const words = lines.flatMap((line, index): PhrasingContent[] =>
    index === 0 ? line : [{ type: 'break' }, { type: 'break' }, ...line],
  );
  return { ...cell, children: [...before, ...anchorsOf(context, cell), ...words] };
}

/** Composing a report replaces these. If one is left, its words stand in a line of their own. */
const unresolved = new Set<RootContent['type']>([
  'citation',
  'crossReference',
  'imageReference',
  'linkReference',
]);

/** The lines of a cell: a paragraph is one, a quotation is set in quotation marks, an item of a list gets a dot. */
function linesOf(context: PlainContext, nodes: RootContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [];
  let words: PhrasingContent[] | null = null;
  for (const node of nodes) {
    if (isPhrasing(node) && !unresolved.has(node.type)) {
      words ??= lines[lines.push([]) - 1] ?? [];
      words.push(...plainWords(context, [node]));
    } else {
      words = null;
      lines.push(...blockLines(context, node));
    }
  }
  return lines;
}

function blockLines(context: PlainContext, node: RootContent): PhrasingContent[][] {
  switch (node.type) {
    case 'heading':
      return [[{ type: 'strong', children: plainWords(context, node.children) }]];
    case 'blockquote':
      return between('“', linesOf(context, node.children), '”');
    case 'listItem':
      return between('• ', linesOf(context, node.children), '');
    case 'tableRow':
      return [
        node.children.flatMap((cell, index) => [
          ...(index === 0 ? [] : [textNode(' · ')]),
          ...linesOf(context, cell.children).flat(),
        ]),
      ];
    case 'code':
      return node.value.split('\n').map((value) => [{ type: 'inlineCode', value }]);
    default:
      return 'children' in node ? linesOf(context, node.children) : [];
  }
}

function between(
  opening: string,
  lines: PhrasingContent[][],
  closing: string,
): PhrasingContent[][] {
  const last = lines.length - 1;
  return lines.map((line, index) => [
    ...(index === 0 ? [textNode(opening)] : []),
    ...line,
    ...(index === last && closing !== '' ? [textNode(closing)] : []),
  ]);
}
