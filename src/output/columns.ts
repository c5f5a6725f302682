/** How wide the columns of a printed table are. */
import type { Nodes, Table, TableCell } from 'mdast';

/** Twips that a letter of a table takes, with some air; a Han character takes two. */
const letter = 92;
const padding = 200;
/** Longer words are broken. */
const longestWord = 14;
/** Han characters that stand on one line. */
const hanWord = 5;
/** A cell up to this length stands on one line if there is room. */
const shortCell = 16;
/** If no cell is longer, what is left over goes to all columns alike. */
const longCell = 60;
/** From here on, more words make a column no wider. */
const mostLetters = 900;

interface Need {
  /** Letters of the longest word, and of the longest cell. */
  word: number;
  cell: number;
  isCase: boolean;
}

/** Widths in twips that sum up to `width`: short columns get what they need, the others share the rest by how much text they hold. */
export function columnsOf({ children: rows }: Table, count: number, width: number): number[] {
  const needs = Array.from({ length: count }, (_, index): Need =>
    needOf(
      rows.flatMap(({ children }) => children[index] ?? []),
      rows[0]?.children[index],
    ),
  );
  const cases = needs.filter(({ isCase }) => isCase);
  const widest = {
    word: Math.max(0, ...cases.map(({ word }) => word)),
    cell: Math.max(0, ...cases.map(({ cell }) => cell)),
  };
  const even = needs.map((need) => (need.isCase ? { ...need, ...widest } : need));
  const least = even.map(({ word }) => Math.min(word, longestWord) * letter + padding);
  const wished = even.map(({ cell }, index) =>
    Math.max(least[index] ?? 0, cell > shortCell ? 0 : cell * letter + padding),
  );
  const isBrief = even.every(({ cell }) => cell <= longCell);
  const more = even.map(({ cell }) =>
    isBrief ? 0 : Math.min(Math.max(0, cell - shortCell), mostLetters) ** 0.7,
  );
  return whole(shared(shared([0], least, width), subtract(wished, least), width, more), width);
}

/** Adds to each width what it asks for; in proportion, if there is not enough; what is left over goes by `more`. */
function shared(given: number[], asked: number[], width: number, more: number[] = []): number[] {
  const base = asked.map((_, index) => given[index] ?? 0);
  const room = width - sum(base);
  const part = Math.min(1, room / Math.max(1, sum(asked)));
  const filled = asked.map((each, index) => (base[index] ?? 0) + each * part);
  const left = width - sum(filled);
  if (more.length === 0 || left <= 0) return filled;
  const total = sum(more);
  return filled.map(
    (each, index) =>
      each + left * (total > 0 ? (more[index] ?? 0) / total : each / Math.max(1, sum(filled))),
  );
}

function subtract(from: number[], what: number[]): number[] {
  return from.map((each, index) => each - (what[index] ?? 0));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Whole twips; what rounding leaves goes to the last column. */
function whole(widths: number[], width: number): number[] {
  const rounded = widths.map((each) => Math.max(1, Math.floor(each)));
  const last = (rounded.at(-1) ?? 0) + width - sum(rounded);
  return [...rounded.slice(0, -1), Math.max(1, last)];
}

function needOf(cells: TableCell[], head: TableCell | undefined): Need {
  const need = { word: 1, cell: 1, isCase: head?.data?.hProperties?.dataCase !== undefined };
  for (const cell of cells) {
    let total = 0;
    eachText(cell, (text) => {
      const wide = text.replace(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/gu, 'xx');
      total += wide.length;
      // Between Han characters a line may end anywhere; a few of them read better in one.
      for (const [run] of text.matchAll(/\p{Script=Han}+/gu))
        need.word = Math.max(need.word, 2 * Math.min(run.length, hanWord));
      for (const word of text.split(/[\s\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/u))
        need.word = Math.max(need.word, word.length);
    });
    // The head may take several lines.
    need.cell = Math.max(need.cell, cell === head ? total / 3 : total);
  }
  return need;
}

/** Rows and letters up to which a table stands on one page. */
const shortTable = { rows: 8, letters: 900 };

/** True if a table is so short that it stands on one page. */
export function isShortTable(table: Table): boolean {
  return table.children.length - 1 <= shortTable.rows && lettersIn(table) <= shortTable.letters;
}

/** How many UTF-16 code units of text a node holds, names of cases left out. */
export function lettersIn(node: Nodes): number {
  let total = 0;
  eachText(node, (text) => {
    total += text.length;
  });
  return total;
}

function eachText(node: Nodes, see: (text: string) => void): void {
  if (node.type === 'inline' && node.kind === 'case-name') return;
  if ('value' in node) see(node.value);
  else if ('children' in node) for (const child of node.children) eachText(child, see);
}
