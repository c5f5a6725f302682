import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { chunksOf } from '../../src/text/chunks.js';
import { parseMarkdown, walk } from '../../src/text/markdown.js';
import { runs } from '../runs.js';

/** Parses in chunks of any size, as parseMarkdown does for its own. */
function inChunks(text: string, size: number): Root {
  const roots = chunksOf(text, size).map(({ text: part, line, offset }) => {
    const root = parseMarkdown(part);
    walk(root, ({ position }) => {
      for (const point of position ? [position.start, position.end] : []) {
        point.line += line;
        if (point.offset !== undefined) point.offset += offset;
      }
    });
    return root;
  });
  return { type: 'root', children: roots.flatMap(({ children }) => children) };
}

const line = fc.constantFrom(
  '# Heading',
  '### Leadership (+)',
  'Words of a paragraph',
  'more words',
  '',
  '',
  '> D122: a quotation',
  '> ```',
  '```',
  '```js',
  '~~~',
  '    ```',
  '  ```',
  '````',
  '```~',
  '``` a`b',
  '~~~ x',
  '- item',
  '  indented',
  '    code',
  '1. one',
  '* * *',
  '---',
  '===',
  '<!-- memo',
  '-->',
  '<!-- one --> two',
  '<div>',
  '</div>',
  '<pre>',
  '</pre>',
  'text <!-- open',
  '| a | b |',
  '| - | - |',
  '[x][y]',
  '[x]: /url',
  '> [^1]: note',
  'a[^1]',
  '\tTab',
  '汉字',
  '“Quoted”',
  '<b>inline</b>',
  '- > nested',
  '> - ~~~',
);

test('a text that is parsed in chunks has the tree and the places that it has as a whole', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      (lines, size) => {
        const text = lines.join('\n');
        expect(inChunks(text, size).children).toEqual(parseMarkdown(text).children);
      },
    ),
    runs(1000, 4000),
  );
});

test('chunks are the text', () => {
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (lines, size) => {
        const text = lines.join('\n');
        expect(
          chunksOf(text, size)
            .map((chunk) => chunk.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
});

test('a long note is cut, between headings and between paragraphs', () => {
  expect(
    chunksOf('# A\n\nwords\n\n> quote\n\nmore words\n\n## B\n'.repeat(10), 20).length,
  ).toBeGreaterThan(10);
});
