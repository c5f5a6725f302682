/** What is large or deep is read without a crash and in time. */
import { expect, test } from 'vitest';
import { noteOf, studyOf } from './in-memory.js';
import { astrayIn } from './places-in-files.js';

test('a note of 2 MB is read in one go', () => {
  const entry =
    'A finding of some length, with a reference [D122].\n\n> D122 [HAIR]: words that were said\n\n- A200: words that were not\n\n';
  const times = Math.ceil(2_000_000 / entry.length);
  const note = noteOf(`## Process\n\n### Leadership (+)\n\n${entry.repeat(times)}`);
  expect(note.entries[0]?.parts).toHaveLength(3 * times);
  expect(note.unread).toEqual([]);
});

test.each([
  ['quotes', '>'.repeat(3000) + ' D1: x'],
  ['lists', Array.from({ length: 110 }, (_, depth) => `${'  '.repeat(depth)}- D1: x`).join('\n')],
  ['images', `${'![a'.repeat(300)}${'](x)'.repeat(300)}`],
  ['emphasis', `${'*a '.repeat(300)}b${' a*'.repeat(300)}`],
  ['brackets', '['.repeat(3000)],
])(
  '%s within each other without end are kept as text, and reported if at all',
  async (_, value) => {
    const checked = await studyOf({
      'study.md': `## Findings\n\n${value}`,
      'a.md': `### Leadership\n\n${value}`,
      'sources/s.md': `## S\n\n${value}`,
      'codebook.md': value,
    });
    expect(astrayIn(checked)).toEqual([]);
  },
);

test('nesting beyond reason is reported, and its words are kept', () => {
  const note = noteOf(`### Leadership\n\n${'>'.repeat(150)} the words\n`);
  expect(note.unread.map(({ found }) => found)).toEqual(['more than 100 levels of nesting']);
  expect(note.entries[0]?.parts[0]?.content.text).toContain('the words');
});

test.each(['(ab)', '[ab]', '（（', '(', '[', ' (+)'])(
  'a line of many %s behind an id is read in time',
  (bracket) => {
    // Ended in hours, once, where a pattern could divide brackets in many ways.
    const note = noteOf(
      `### Leadership\n\n> d1${bracket.repeat(60)}\n\n- D1 ${bracket.repeat(60)}\n`,
    );
    expect(note.entries[0]?.parts).toHaveLength(2);
  },
);
