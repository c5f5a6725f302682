import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/text/markdown.js';
import { renderMarkdown } from '../../src/output/markdown.js';
import {
  cell,
  heading,
  link,
  paragraph,
  quotation,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../../src/report/prose/nodes.js';
import { runs } from '../runs.js';

/** A small report with data in every kind of place. */
function reportOf(words: string): Root {
  return {
    type: 'root',
    children: [
      heading(2, text(words)),
      paragraph(text(words), link('#there', text(words)), text(words)),
      quotation([paragraph(text(words), strong(text('strong')), text(words))]),
      table(
        't',
        'caption',
        [cell([text('head')]), cell([text(words)])],
        [row([rowHead([text(words)]), cell([paragraph(text(words)), paragraph(text('second'))])])],
      ),
    ],
  };
}

function blocksOf(markdown: string): string[] {
  return parseMarkdown(markdown).children.map(({ type }) => type);
}

/** Without bare addresses: GFM makes a link of `www.` and of what follows up to a space, whatever stands there. */
const pieces = fc.array(
  fc.constantFrom(
    '|',
    '*',
    '_',
    '#',
    '`',
    '<',
    '>',
    '[',
    ']',
    '(',
    ')',
    '!',
    '\\',
    '{',
    '}',
    ' ',
    'a',
    'w',
    '.',
    ':',
    '-',
    '+',
    '1',
    '~',
    '&',
    ';',
    '汉',
    '。',
    '“',
    'é',
    '@',
    '=',
    '$',
    '"',
  ),
  { minLength: 1, maxLength: 12 },
);
const words = fc
  .oneof(
    pieces.map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme', minLength: 1 }),
  )
  .map((value) => `x${value.replace(/[\s\p{Cc}]+/gu, ' ')}x`);

test('any words come back from the Markdown as they went in, and make no structure of their own', () => {
  fc.assert(
    fc.property(words, (value) => {
      const markdown = renderMarkdown(reportOf(value), '');
      expect(blocksOf(markdown)).toEqual([
        'heading',
        'paragraph',
        'blockquote',
        'paragraph',
        'table',
      ]);
      const [title, body, quote, , matrix] = parseMarkdown(markdown).children;
      expect(toString(title)).toBe(value);
      expect(toString(body)).toBe(value.repeat(3));
      expect(toString(quote)).toBe(`${value}strong${value}`);
      expect(toString(matrix)).toContain(value);
    }),
    runs(500, 4000),
  );
});

test('a table has as many cells with any words as with plain ones', () => {
  fc.assert(
    fc.property(words, (value) => {
      const tableNode = parseMarkdown(renderMarkdown(reportOf(value), '')).children.at(-1);
      expect(
        tableNode?.type === 'table' && tableNode.children.map(({ children }) => children.length),
      ).toEqual([2, 2]);
    }),
    runs(200, 1000),
  );
});

test('anchors stand only where something leads', () => {
  const linked = { ...heading(2, text('Here')), data: { hProperties: { id: 'there' } } };
  const other = { ...heading(2, text('Elsewhere')), data: { hProperties: { id: 'nowhere' } } };
  const markdown = renderMarkdown(
    { type: 'root', children: [linked, other, paragraph(link('#there', text('x')))] },
    '',
  );
  expect(markdown).toBe('<a id="there"></a>\n\n## Here\n\n## Elsewhere\n\n[x](#there)\n');
});
