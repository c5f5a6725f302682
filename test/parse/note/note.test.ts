/** A case note, sentence by sentence of its specification: the case, its headings and their marks. */
import { describe, expect, test } from 'vitest';
import { stateOf } from '../../../src/study/legend.js';
import type { Legend } from '../../../src/domain/protocol.js';
import { frameworkOf, noteOf, unreadOf } from '../in-memory.js';

const legend: Legend = [
  { symbol: '+', label: 'favours', membership: 1 },
  { symbol: '-', label: 'hinders', membership: 0 },
  { symbol: 'ns', label: 'no clear sign', membership: null },
];

describe('the case', () => {
  test('its id is the name of the file, its title the id', () => {
    expect(noteOf('Words.')).toMatchObject({ id: 'a', title: 'a', path: 'a.md' });
  });

  test('front matter has its id and its title, other keys are attributes', () => {
    const note = noteOf(
      '---\nid: chaoyang\ntitle: Quan Cheng Dai Ban\nplace: Beijing\n人口: 3452460\nyears: [2006, 2007]\npilot: true\n---\n',
    );
    expect(note).toMatchObject({ id: 'chaoyang', title: 'Quan Cheng Dai Ban' });
    expect([...note.attributes]).toEqual([
      ['place', 'Beijing'],
      ['人口', 3452460],
      ['years', [2006, 2007]],
      ['pilot', true],
    ]);
  });

  test('a first-level heading is its title where front matter has none', () => {
    expect(noteOf('# From the heading\n').title).toBe('From the heading');
    expect(noteOf('---\ntitle: From above\n---\n\n# From the heading\n').title).toBe('From above');
  });

  test('what stands before the first dimension is its profile, with headings of its own', () => {
    const note = noteOf(
      'What kind\nof case.\n\n# Title\n\nMore.\n\n### Background\n\nOlder.\n\n## Process\n\nNot the profile.\n',
    );
    expect(note.profile.text).toBe('What kind of case.\n\nMore.\n\nBackground\n\nOlder.');
    expect(note.profile.nodes.map(({ type }) => type)).toEqual([
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
    ]);
    expect([...note.introductions].map(([id, { text }]) => [id, text])).toEqual([
      ['process', 'Not the profile.'],
    ]);
  });

  test('a front-matter value that does not fit is reported, and the rest counts', () => {
    const note = noteOf('---\nplace: { city: Beijing }\nunit: counter\n---\n');
    expect([...note.attributes]).toEqual([['unit', 'counter']]);
    expect(unreadOf(note)).toEqual(['2:8 `place`']);
  });
});

describe('a heading names a component', () => {
  test.each([
    ['its heading', 'Building leadership'],
    ['an alias', 'Leadership'],
    ['an alias in Chinese', '领导力'],
    ['its code', 'PR-LEAD'],
    ['its code in lower case without the hyphen', 'prlead'],
    ['its id', 'building-leadership'],
    ['another case', 'BUILDING Leadership'],
    ['other punctuation', '“Building” – leadership!'],
    ['full width', 'Ｌｅａｄｅｒｓｈｉｐ'],
    ['emphasis', '**Building** `leadership`'],
    ['deeper than usual', '# Leadership'],
  ])('by %s', (_, heading) => {
    expect(noteOf(`### ${heading} (+)\n`).entries.map(({ component }) => component)).toEqual([
      'building-leadership',
    ]);
  });

  test('a dimension likewise', () => {
    expect(
      [...noteOf('## 过程\n\nOne.\n\n## PROCESS!\n\nTwo.\n\n## out\n').introductions].map(
        ([id, { text }]) => [id, text],
      ),
    ).toEqual([
      ['process', 'One.\n\nTwo.'],
      ['outcome', ''],
    ]);
  });

  test('one that names nothing is kept with what stands under it', () => {
    const note = noteOf('## Process\n\n### Leadrship (+)\n\nA finding.\n\n#### Deeper\n\nMore.\n');
    expect(
      note.unknownHeadings.map(({ heading, content }) => [
        heading.text,
        heading.place.position.start.line,
        content.text,
      ]),
    ).toEqual([
      ['Leadrship', 3, 'A finding.'],
      ['Deeper', 7, 'More.'],
    ]);
    expect(note.entries).toEqual([]);
  });

  test('a component that is entered twice is kept twice', () => {
    expect(
      noteOf('### Leadership (+)\n\n### 领导力 (-)\n').entries.map(({ mark }) => mark?.text),
    ).toEqual(['+', '-']);
  });
});

test('a heading that goes over two lines is one', () => {
  const note = noteOf('Building\nleadership (+)\n---\n\nFound.\n\nNothing\nknown\n---\n');
  expect(
    note.entries.map(({ component, mark }) => [component, mark?.text, mark?.place.position.start]),
  ).toEqual([['building-leadership', '+', { line: 2, column: 12 }]]);
  expect(note.unknownHeadings.map(({ heading }) => heading.text)).toEqual(['Nothing known']);
});

describe('the mark at the end of a heading', () => {
  const stateIn = (heading: string) =>
    stateOf(noteOf(`### ${heading}\n`).entries[0]?.mark ?? null, legend);

  test.each(['+', '-', 'ns'])('(%s) is a rating of the legend', (symbol) => {
    expect(stateIn(`Leadership (${symbol})`)).toEqual({ state: 'rated', rating: symbol });
  });

  test.each([
    ['not asked', 'not-asked'],
    ['No Evidence', 'no-evidence'],
    ['NOT APPLICABLE', 'not-applicable'],
    ['not-reported', 'not-reported'],
    [' not  reported ', 'not-reported'],
  ])('(%s) is a word of absence', (word, state) => {
    expect(stateIn(`Leadership (${word})`)).toEqual({ state, rating: null });
  });

  test('no mark means not rated', () => {
    expect(stateIn('Leadership')).toEqual({ state: 'not-rated', rating: null });
  });

  test('a mark that the legend does not define has no meaning', () => {
    expect(stateIn('Leadership (good)')).toEqual({ state: 'not-rated', rating: null });
    expect(stateIn('Leadership (NS)')).toEqual({ state: 'not-rated', rating: null });
  });

  test('brackets that belong to the component’s own name are no mark', () => {
    const marks = noteOf(
      '### Value (public)\n\n### Value (public) (+)\n\n### value（PUBLIC）（not asked）\n\n### Value (+)\n',
    );
    expect(marks.entries.map(({ component, mark }) => [component, mark?.text])).toEqual([
      ['value-public', undefined],
      ['value-public', '+'],
      ['value-public', 'not asked'],
    ]);
    expect(marks.unknownHeadings.map(({ heading }) => heading.text)).toEqual(['Value']);
  });

  test('a dimension has none', () => {
    expect(unreadOf(noteOf('## Process (+)\n'))).toEqual(['1:12 a mark `(+)` behind a dimension']);
  });
});

test('a framework of one component is enough', () => {
  const framework = frameworkOf('## Only\n\n### One\n');
  expect(
    noteOf('## Only\n\n### one (+)\n\n> D1: x\n', framework).entries.map(({ component, parts }) => [
      component,
      parts.length,
    ]),
  ).toEqual([['one', 1]]);
});
