/** Evidence and the ids of records, sentence by sentence of their specification. */
import { describe, expect, test } from 'vitest';
import type { NoteEvidence } from '../../../src/domain/note.js';
import { kindsOf, noteOf, partsOf, unreadOf } from '../in-memory.js';

function evidenceIn(text: string): NoteEvidence[] {
  return partsOf(text).filter((part) => part.type === 'evidence');
}

describe('evidence', () => {
  test('has its codes in square and its mark in round brackets, in any order', () => {
    const text = '> D122 [HAIR, REPL] (-): one\n\n> D122 (-)[HAIR][REPL]: one\n';
    for (const { record, codes, mark, content } of evidenceIn(text)) {
      expect([record.text, codes.map((code) => code.text), mark?.text, content.text]).toEqual([
        'D122',
        ['HAIR', 'REPL'],
        '-',
        'one',
      ]);
    }
    expect(evidenceIn(text)).toHaveLength(2);
  });

  test('has codes and a mark at their own places', () => {
    const [evidence] = evidenceIn('> D122 [HAIR, 甲] (-): one\n');
    const columnsOf = ({ place }: { place: NoteEvidence['place'] }) => [
      place.position.start.column,
      place.position.end.column,
    ];
    expect(evidence?.codes.map(columnsOf)).toEqual([
      [9, 13],
      [15, 16],
    ]);
    expect(evidence?.record && columnsOf(evidence.record)).toEqual([3, 7]);
    expect(evidence?.mark && columnsOf(evidence.mark)).toEqual([19, 20]);
  });

  test('has one mark; a second is reported', () => {
    const note = noteOf('### Leadership\n\n> D122 (+) (-): one\n');
    expect(unreadOf(note)).toEqual(['3:13 a second mark `(-)`']);
  });

  test('brackets in the words are neither codes nor marks', () => {
    const [evidence] = evidenceIn('> D122: we […] all [the staff] (+) consider… it...\n');
    expect(evidence).toMatchObject({
      codes: [],
      mark: null,
      content: { text: 'we […] all [the staff] (+) consider… it...' },
    });
  });

  test('several record lines may stand in one quote or bullet', () => {
    const text =
      '> D122 [HAIR]: one\n> still one\n> A 200 (-): two\n>\n> more of two\n\n- W-08: three\n  丁7: four\n';
    expect(
      evidenceIn(text).map(({ kind, record, codes, mark, content }) => [
        kind,
        record.text,
        codes.length,
        mark?.text,
        content.text,
      ]),
    ).toEqual([
      ['verbatim', 'D122', 1, undefined, 'one still one'],
      ['verbatim', 'A200', 0, '-', 'two\n\nmore of two'],
      ['paraphrased', 'W-08', 0, undefined, 'three'],
      ['paraphrased', '丁7', 0, undefined, 'four'],
    ]);
  });

  test('may have its words in their own language', () => {
    const [evidence] = evidenceIn(
      '> D122: It is arranged.\n>\n> We all consider it so.\n>\n> Original (zh): 上级\n> 安排。\n>\n> 我们都认为。\n',
    );
    expect(evidence?.content.text).toBe('It is arranged.\n\nWe all consider it so.');
    expect(evidence?.original?.language).toBe('zh');
    expect(evidence?.original?.content.text).toBe('上级安排。\n\n我们都认为。');
  });

  test('may write it in full width', () => {
    expect(
      evidenceIn('> D122: It is arranged.\n>\n> original（zh）：安排\n')[0]?.original,
    ).toMatchObject({
      language: 'zh',
      content: { text: '安排' },
    });
  });

  test('may hold a list, which belongs to it', () => {
    const [evidence, ...others] = evidenceIn('> D122: they are\n>\n> - slow\n> - costly\n');
    expect(evidence?.content.nodes.map(({ type }) => type)).toEqual(['paragraph', 'list']);
    expect(others).toEqual([]);
  });
});

describe('a record id', () => {
  test.each([
    ['D122', 'D122'],
    ['A 200', 'A200'],
    ['W-08', 'W-08'],
    ['丁7', '丁7'],
    ['ABCD1', 'ABCD1'],
    ['Ж12', 'Ж12'],
    ['چ3', 'چ3'],
    ['chaoyang/D122', 'chaoyang/D122'],
    ['朝阳/A 200', '朝阳/A200'],
    ['a_b-c.d/D1', 'a_b-c.d/D1'],
  ])('%s', (written, id) => {
    expect(
      evidenceIn(`> ${written}: words\n`).map(({ record, content }) => [record.text, content.text]),
    ).toEqual([[id, 'words']]);
  });

  test.each(['Note 3', 'table 2', 'd122', 'ABCDE1', 'D', '122', 'D122x', 'D--1', 'D122.1'])(
    '%s is none',
    (written) => {
      expect(kindsOf(`> ${written}: words\n`)).toEqual([['other', `${written}: words`]]);
    },
  );

  test.each([
    '> d122: words',
    '- d122: words',
    '> **D122**: words',
    '> “D122”: words',
    '> D122 [HAIR: words',
    '> D122 (+) words',
  ])('%s is reported, since it was probably meant as one', (line) => {
    const note = noteOf(`### Leadership\n\n${line}\n`);
    expect(note.entries[0]?.parts.map(({ type }) => type)).toEqual(['other']);
    expect(note.unread.map(({ expected }) => expected)).toEqual([
      expect.stringContaining('a record id of one to four capital letters') as string,
    ]);
  });

  test.each([
    'Note 3: the year.',
    'As in table 2: so.',
    '> He said: so.',
    '- in 2006: so.',
    '> Note 3: so.',
    '- May 2006: so.',
    'In Beijing (2006): so.',
  ])('%s is left alone', (line) => {
    expect(unreadOf(noteOf(`### Leadership\n\n${line}\n`))).toEqual([]);
  });

  test.each([
    ['in running text', 'D122: words\n', '3:1'],
    ['at the start of a line of running text', 'Words\nD122: words\n', '4:1'],
    ['below the first line of a quote', '> Words\n> D122: words\n', '4:3'],
    ['below the first paragraph of a quote', '> Words\n>\n> D122: words\n', '5:3'],
    ['in a numbered list', '1. D122: words\n', '3:4'],
    ['in a list within a list', '- words\n  - D122: words\n', '4:5'],
    ['in a quote within a quote', '> > D122: words\n', '3:5'],
    ['within other evidence', '- A200: words\n  - D122: words\n', '4:5'],
  ])('%s is no evidence, and reported', (_, text, place) => {
    const note = noteOf(`### Leadership\n\n${text}`);
    expect(
      note.entries
        .flatMap(({ parts }) => parts)
        .some((part) => part.type === 'evidence' && part.record.text === 'D122'),
    ).toBe(false);
    expect(
      note.unread.map(
        ({ place: { position } }) =>
          `${String(position.start.line)}:${String(position.start.column)}`,
      ),
    ).toEqual([place]);
    expect(note.unread[0]?.found).toContain('`D122:`');
    expect(
      note.entries.flatMap(({ parts }) => parts.map(({ content }) => content.text)).join(' '),
    ).toContain('words');
  });
});
