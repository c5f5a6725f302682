/** What stands under a component’s heading, sentence by sentence of its specification. */
import { describe, expect, test } from 'vitest';
import { kindsOf, noteOf, partsOf, unreadOf } from '../in-memory.js';

describe('the parts of an entry', () => {
  test('paragraphs are findings, quotes with an id verbatim, bullets with an id paraphrased evidence, in their order', () => {
    const text =
      'First.\n\n> D122: In her words.\n\nSecond.\n\n- A200: she follows instructions.\n* 丁7: 中文\n\nRationale: one-directional push.\n';
    expect(kindsOf(text)).toEqual([
      ['finding', 'First.'],
      ['verbatim', 'In her words.'],
      ['finding', 'Second.'],
      ['paraphrased', 'she follows instructions.'],
      ['paraphrased', '中文'],
      ['rationale', 'one-directional push.'],
    ]);
  });

  test('a rationale may be in capitals or Chinese, and hold links and marks', () => {
    expect(kindsOf('RATIONALE: see [D122] *here*\n\n理由：因为\n')).toEqual([
      ['rationale', 'see D122 here'],
      ['rationale', '因为'],
    ]);
  });

  test('a quote or a bullet without an id is kept in its place, and is no evidence', () => {
    const text = '> No id.\n\n- one\n- D122: two\n- three\n- four\n';
    expect(kindsOf(text)).toEqual([
      ['other', 'No id.'],
      ['other', 'one'],
      ['paraphrased', 'two'],
      ['other', 'three\n\nfour'],
    ]);
  });

  test('tables, lists, images, code and rules are kept in their place', () => {
    const text =
      '| a | b |\n| --- | --- |\n| 1 | 2 |\n\nFound.\n\n1. one\n2. two\n\n![A map](map.png)\n\n```\ncode\n```\n\n---\n';
    const parts = partsOf(text);
    expect(
      parts.map(({ type, content }) => [type, content.nodes.map((node) => node.type).join()]),
    ).toEqual([
      ['other', 'table'],
      ['finding', 'paragraph'],
      ['other', 'list'],
      ['finding', 'paragraph'],
      ['other', 'code'],
      ['other', 'thematicBreak'],
    ]);
    expect(JSON.stringify(parts[3]?.content.nodes)).toContain('"url":"map.png"');
  });

  test('a footnote stays where it is called, and its text is kept under a name that no other file has', () => {
    const note = noteOf('### Leadership (+)\n\nFound.[^1]\n\n[^1]: In a report of *2016*.\n');
    expect([...note.footnotes].map(([id, { content }]) => [id, content.text])).toEqual([
      ['a-1', 'In a report of 2016.'],
    ]);
    expect(JSON.stringify(note.entries[0]?.parts[0]?.content.nodes)).toContain(
      '"identifier":"a-1"',
    );
    expect(note.entries[0]?.parts).toHaveLength(1);
  });

  test('a comment is a memo, also within a line, and appears nowhere else', () => {
    const note = noteOf(
      '<!-- Ask the authors. -->\n\n### Leadership (+)\n\nFound <!-- really? --> it.\n\n> D122: said <!-- by whom --> so\n',
    );
    expect(note.memos.map(({ text, place }) => [text, place.position.start.line]).sort()).toEqual([
      ['Ask the authors.', 1],
      ['by whom', 7],
      ['really?', 5],
    ]);
    expect(JSON.stringify([note.entries, note.profile])).not.toMatch(
      /Ask the authors|really\?|by whom/,
    );
    expect(note.unread).toEqual([]);
  });

  test('a comment without an end is kept, and reported', () => {
    const note = noteOf('### Leadership (+)\n\n<!-- never closed\n\n> D122: swallowed\n');
    expect(note.memos.map(({ text }) => text)).toEqual(['never closed\n\n> D122: swallowed']);
    expect(unreadOf(note)).toEqual(['3:1 a comment without an end']);
  });

  test('raw HTML is text, and reported', () => {
    const note = noteOf('### Leadership (+)\n\nSo <b>bold</b>.\n\n<script>alert(1)</script>\n');
    expect(note.entries[0]?.parts.map(({ content }) => content.text)).toEqual([
      'So <b>bold</b>.',
      '<script>alert(1)</script>',
    ]);
    expect(JSON.stringify(note.entries)).not.toContain('"type":"html"');
    expect(unreadOf(note)).toEqual(['3:4 raw HTML', '3:11 raw HTML', '5:1 raw HTML']);
  });
});

describe('soft line breaks', () => {
  test.each([
    ['between Latin words are spaces', 'one\ntwo', 'one two'],
    ['between Han characters vanish', '上级\n安排', '上级安排'],
    ['behind Chinese punctuation vanish', '上级，\n安排。', '上级，安排。'],
    ['between Han and Latin are spaces', '上级\nauthority\n安排', '上级 authority 安排'],
    [
      'between Han characters beside emphasis vanish',
      '上级*安排*\n我们',
      '上级*安排*我们'.replaceAll('*', ''),
    ],
  ])('%s', (_, written, read) => {
    expect(kindsOf(`${written}\n`)).toEqual([['finding', read]]);
    expect(kindsOf(`> D122: ${written.replaceAll('\n', '\n> ')}\n`)).toEqual([['verbatim', read]]);
  });
});
