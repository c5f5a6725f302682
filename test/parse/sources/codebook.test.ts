/** The codebook, sentence by sentence of its specification. */
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCodebook } from '../../../src/parse/sources/codebook.js';

const codebookOf = (value: string) => parseCodebook(new VFile({ path: 'codebook.md', value }));

test('a code is a heading with an id and a name, and a property list', () => {
  const { codes, about, unread } = codebookOf(`# Codebook

How it was made.

## Formal reasons

### HAIR: Higher Authority: Impact Rationale

- component: Leadership
- definition: the reason given
  is a higher authority
- include: orders
- exclude: policies

Found early.

### 上级： Authority
`);
  expect(unread).toEqual([]);
  expect(about.text).toBe('How it was made.\n\nFormal reasons');
  expect(codes).toHaveLength(2);
  expect(codes[0]).toMatchObject({
    id: 'HAIR',
    name: 'Higher Authority: Impact Rationale',
    definition: 'the reason given is a higher authority',
    include: 'orders',
    exclude: 'policies',
    about: { text: 'Found early.' },
  });
  expect(codes[1]).toMatchObject({
    id: '上级',
    name: 'Authority',
    components: [],
    definition: null,
  });
});

test.each([
  ['commas', '- component: Leadership, 领导力, Planning\n'],
  ['semicolons', '- component: Leadership; 领导力；Planning\n'],
  ['one property each', '- component: Leadership\n- Component: 领导力\n- components: Planning\n'],
])('a code may match several components, by %s', (_, properties) => {
  const value = `### HAIR: A reason\n\n${properties}`;
  const { codes } = codebookOf(value);
  expect(codes[0]?.components.map(({ text }) => text)).toEqual([
    'Leadership',
    '领导力',
    'Planning',
  ]);
  const lines = value.split('\n');
  for (const { text, place } of codes[0]?.components ?? []) {
    const { start, end } = place.position;
    expect(lines[start.line - 1]?.slice(start.column - 1, end.column - 1)).toBe(text);
  }
});

test('a property that nobody reads is reported, with the nearest', () => {
  const { unread } = codebookOf('### HAIR: A reason\n\n- componnt: Leadership\n');
  expect(
    unread.map(({ found, expected, place }) => [place.position.start.line, found, expected]),
  ).toEqual([[3, 'property `componnt`', 'a property of a code; did you mean `component`?']]);
});

test('a memo stays out of it', () => {
  const { memos, codes } = codebookOf(
    '### HAIR: A reason\n\n- component: Leadership\n\nSo <!-- perhaps --> it is.\n',
  );
  expect(memos.map(({ text }) => text)).toEqual(['perhaps']);
  expect(codes[0]?.about.text).not.toContain('perhaps');
});
