import fc from 'fast-check';
import type { Root } from 'mdast';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderTerminal } from '../../src/output/terminal/index.js';
import {
  cell,
  division,
  emphasis,
  heading,
  inline,
  link,
  paragraph,
  row,
  rowHead,
  strong,
  table,
  text,
} from '../../src/report/prose/nodes.js';

function render(children: Root['children'], width = 40, colour = false): string {
  return renderTerminal({ type: 'root', children }, { width, colour });
}

/** A table of words. */
function tableOf(rows: string[][]): Root['children'] {
  const [head = [], ...body] = rows.map((words) => words.map((word) => cell([text(word)])));
  return [
    table(
      'sample',
      'A caption',
      head,
      body.map((cells) => row(cells)),
    ),
  ];
}

test('heads are underlined, words are wrapped, links and marks are only their words', () => {
  const words = paragraph(
    text('See '),
    link('#x', text('the evidence')),
    text(', which is '),
    strong(text('not')),
    text(' short at all.'),
  );
  expect(render([heading(1, text('One')), words, heading(3, text('Deep'))])).toBe(
    `One\n${'═'.repeat(40)}\n\nSee the evidence, which is not short at\nall.\n\nDeep`,
  );
});

test('a table has lines around its cells; numbers stand to the right', () => {
  const rows = [
    ['Term', 'inclS'],
    ['A*~B', '0.9'],
    ['C', '1'],
  ];
  expect(render(tableOf(rows))).toBe(
    [
      'A caption',
      '',
      '┌──────┬───────┐',
      '│ Term │ inclS │',
      '├──────┼───────┤',
      '│ A*~B │   0.9 │',
      '│ C    │     1 │',
      '└──────┴───────┘',
    ].join('\n'),
  );
});

test('Chinese, emoji and combined signs keep the lines of a table straight', () => {
  const rows = [
    ['案例', '发现'],
    ['朝阳区全程代办', '自上而下推动的项目，没有倡导者。👩‍👩‍👧 café'],
    ['武侯', 'a'],
  ];
  const lines = render(tableOf(rows)).split('\n').slice(2);
  expect(new Set(lines.map((line) => stringWidth(line)))).toEqual(
    new Set([stringWidth(lines[0] ?? '')]),
  );
  expect(lines.join('\n')).toContain('👩‍👩‍👧');
  // No line begins with a sign that must stand behind a character.
  for (const line of lines) expect(line).not.toMatch(/│ [，。]/);
});

test('a cell of several blocks takes several lines, with a line between the rows', () => {
  const cells = row([
    rowHead([text('a')]),
    cell([paragraph(text('First.')), paragraph(inline('rating', [text('+')]), text(' second'))]),
  ]);
  const shown = render([
    table('sample', 'A caption', [cell([text('Case')]), cell([text('Said')])], [cells, cells]),
  ]);
  expect(shown).toContain('│ a    │ First.     │\n│      │ (+) second │\n├──────┼');
});

test('a table that is too wide stands in parts, each with its first column', () => {
  const rows = ['Case', 'x'].map((first) => [
    first,
    ...Array.from({ length: 9 }, (_, index) => `column${String(index)}`),
  ]);
  const lines = render(tableOf(rows)).split('\n');
  expect(lines.filter((line) => line.startsWith('│ Case │')).length).toBeGreaterThan(1);
  for (let index = 0; index < 9; index++)
    expect(lines.join('\n').match(new RegExp(`column${String(index)}`, 'g'))).toHaveLength(2);
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40);
});

test('a long expression is broken behind its signs', () => {
  expect(render([paragraph(text('DEVELOPMENT*~URBANISATION*LITERACY*~INDUSTRY'))])).toBe(
    'DEVELOPMENT*~URBANISATION*LITERACY*\n~INDUSTRY',
  );
});

test('colour sets off heads only if the terminal has it', () => {
  const tree = [
    heading(2, text('Head')),
    ...tableOf([['a'], ['b']]),
    paragraph(emphasis(text('word')), text(' and more')),
  ];
  expect(render(tree)).not.toContain('\u001B');
  expect(render(tree, 40, true)).toContain('\u001B[1mHead');
  expect(stripVTControlCharacters(render(tree, 40, true))).toBe(render(tree));
});

test('what notes say can neither steer the terminal nor break the lines, and none of it is lost', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '\u001B[31mred',
      '\u0007',
      '\u202Eabc',
      '| a | b |',
      '<script>',
      '{{x}}',
      'مرحبا',
      '👍🏽',
      'a\tb',
      'x'.repeat(90),
      '汉'.repeat(50),
    ),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  const words = fc.array(hostile, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      words,
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 40, max: 120 }),
      (one, rows, width) => {
        const tree = [
          paragraph(text(one.join(' '))),
          division('note', tableOf(rows.map((each) => [...one, ...each].slice(0, 4)))),
        ];
        const shown = render(tree, width);
        expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        const letters = (value: string) =>
          stripVTControlCharacters(value).replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(shown).startsWith(letters(one.join(' ')))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});
