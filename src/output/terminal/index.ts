/** The report's tree as text for a terminal: no links, no markup, nothing wider than the terminal. */
import type { ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { styleText } from 'node:util';
import { asPlainMarkdown } from '../plain-markdown.js';
import { tableLines, type Cell } from './table.js';
import { visible, wrapped } from './wrap.js';

/** What the terminal can show. */
export interface Screen {
  /** Columns; a terminal narrower than 40 is taken as one of 40. */
  width: number;
  colour: boolean;
}

/** Renders a tree, without a line end behind it. Control characters in the data are taken out. */
export function renderTerminal(root: Root, { width, colour }: Screen): string {
  const plain = asPlainMarkdown(root, '');
  return blocksOf(plain.children, { width: Math.max(40, width), colour })
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n');
}

type Block = string[];

function blocksOf(nodes: RootContent[], screen: Screen): Block[] {
  return nodes.map((node) => linesOf(node, screen)).filter(({ length }) => length > 0);
}

/** The blocks within a block, an empty line between two of them. */
function within(nodes: RootContent[], screen: Screen): string[] {
  return blocksOf(nodes, screen).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function linesOf(node: RootContent, screen: Screen): string[] {
  const { width } = screen;
  switch (node.type) {
    case 'heading':
      return headingLines(wordsOf(node.children).join(' '), node.depth, screen);
    case 'paragraph': {
      const lines = wordsOf(node.children).flatMap((line) => wrapped(line, width));
      // Plain Markdown sets captions so.
      const isCaption = node.children.length === 1 && node.children[0]?.type === 'emphasis';
      return isCaption ? lines.map((line) => paint(screen, 'bold', line)) : lines;
    }
    case 'table':
      return tableLines(cellsOf(node), width, (text) => paint(screen, 'bold', text));
    case 'list':
      return node.children.flatMap((item, index) =>
        itemLines(item, node.ordered ? `${String((node.start ?? 1) + index)}. ` : '• ', screen),
      );
    case 'blockquote':
      return within(node.children, { ...screen, width: width - 2 }).map((line) => `│ ${line}`);
    case 'code':
      return node.value.split('\n').map((line) => `    ${visible(line)}`);
    case 'thematicBreak':
      return ['─'.repeat(width)];
    default:
      return 'children' in node && node.type !== 'footnoteDefinition'
        ? within(node.children, screen)
        : [];
  }
}

function paint({ colour }: Screen, style: Parameters<typeof styleText>[0], text: string): string {
  return colour && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

/** Headings of the first two levels are underlined, so that they stand out without colour too. */
function headingLines(words: string, depth: number, screen: Screen): string[] {
  const lines = wrapped(words, screen.width);
  const bold = lines.map((line) => paint(screen, 'bold', line));
  const sign = { 1: '═', 2: '─' }[depth];
  return sign === undefined ? bold : [...bold, sign.repeat(screen.width)];
}

function itemLines(item: ListItem, sign: string, screen: Screen): string[] {
  const lines = within(item.children, { ...screen, width: screen.width - sign.length });
  return lines.map((line, index) => (index === 0 ? sign : ' '.repeat(sign.length)) + line);
}

function cellsOf({ children: rows }: Table): Cell[][] {
  return rows.map(({ children: cells }) =>
    cells.map(({ children }) => ({
      lines: wordsOf(children).map(visible),
      isStrong: children.length > 0 && children.every(({ type }) => type === 'strong'),
    })),
  );
}

/** Words as lines: a break ends one, several break no more than one. Anchors, which are HTML in plain Markdown, are left out. */
function wordsOf(nodes: PhrasingContent[]): string[] {
  return nodes
    .map(textOf)
    .join('')
    .split('\n')
    .filter((line) => line.trim() !== '');
}

function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value.replace(/\s+/g, ' ');
    case 'break':
      return '\n';
    case 'image':
      return node.alt ?? '';
    default:
      return 'children' in node ? node.children.map(textOf).join('') : '';
  }
}
