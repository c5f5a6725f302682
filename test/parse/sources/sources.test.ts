/** Sources and records, sentence by sentence of their specification. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from '../../../src/domain/source.js';
import { parseSources } from '../../../src/parse/sources/sources.js';
import { unreadOf } from '../in-memory.js';

function sourcesOf(value: string): SourceFile {
  return parseSources(new VFile({ path: 'sources/s.md', value }));
}

function recordsOf(value: string) {
  return sourcesOf(value).sources.flatMap(({ records }) => records);
}

const file = `---
case: chaoyang
kind: interview
---

# Interviews

About them all.

## D

- role: official
- title: An official
- url: https://example.org/d
- perspective: insider
- original-language: zh

About this one.

D122 (translated): unlike research institutions,
government mainly receives arrangements …
A 200 (description): As a grass-root official …

Her second paragraph.

> and a quotation in it

### Second interview

W-08: later

## The town’s yearbook

- kind: document

丁7：中文
`;

describe('a file of sources', () => {
  const { about, sources, unread } = sourcesOf(file);

  test('has a source a heading, with the defaults of the file', () => {
    expect(unread).toEqual([]);
    expect(about.text).toBe('About them all.');
    expect(sources.map(({ id, case: own, kind }) => [id, own, kind])).toEqual([
      ['D', 'chaoyang', 'interview'],
      ['The town’s yearbook', 'chaoyang', 'document'],
    ]);
  });

  test('has the attributes of a source in its property list, known ones among them', () => {
    expect(sources[0]).toMatchObject({ title: 'An official', url: 'https://example.org/d' });
    expect([...(sources[0]?.attributes ?? [])]).toEqual([
      ['role', 'official'],
      ['title', 'An official'],
      ['url', 'https://example.org/d'],
      ['perspective', 'insider'],
      ['original-language', 'zh'],
    ]);
  });

  test('has records, several in a paragraph, with the paragraphs up to the next', () => {
    expect(sources[0]?.records.map(({ id, content }) => [id, content.text])).toEqual([
      ['D122', 'unlike research institutions, government mainly receives arrangements …'],
      ['A200', 'As a grass-root official …\n\nHer second paragraph.\n\nand a quotation in it'],
      ['W-08', 'later'],
    ]);
    expect(sources[1]?.records.map(({ id, content }) => [id, content.text])).toEqual([
      ['丁7', '中文'],
    ]);
  });

  test('has its records at the places of their ids', () => {
    expect(
      sources.flatMap(({ records }) =>
        records.map(
          ({ place: { position } }) =>
            `${String(position.start.line)}:${String(position.start.column)}-${String(position.end.column)}`,
        ),
      ),
    ).toEqual(['20:1-5', '22:1-6', '30:1-5', '36:1-3']);
  });

  test('keeps what stands above the first record, and the headings between, as being about the source', () => {
    expect(sources[0]?.about.nodes.map(({ type }) => type)).toEqual(['paragraph', 'heading']);
  });
});

describe('the flags of a record', () => {
  const readOf = ([record]: ReturnType<typeof recordsOf>) => [record?.form, record?.flags];
  const flagsOf = (kind: string, flags: string) =>
    readOf(recordsOf(`---\nkind: ${kind}\n---\n\n## S\n\nD1${flags}: x\n`));

  test('are verbatim by default for interviews, and summary for documents', () => {
    expect(flagsOf('interview', '')).toEqual(['verbatim', []]);
    expect(flagsOf('document', '')).toEqual(['summary', []]);
  });

  test('keep the default where the record is said to be translated only', () => {
    expect(flagsOf('interview', ' (translated)')).toEqual(['verbatim', ['translated']]);
    expect(flagsOf('document', ' (translated)')).toEqual(['summary', ['translated']]);
  });

  test('give it up where it is said how the record was made', () => {
    expect(flagsOf('interview', ' (description)')).toEqual(['description', ['description']]);
    expect(flagsOf('document', ' (verbatim)')).toEqual(['verbatim', ['verbatim']]);
    expect(flagsOf('document', ' (Verbatim, translated)')).toEqual([
      'verbatim',
      ['verbatim', 'translated'],
    ]);
    expect(flagsOf('interview', '（summary）(translated)')).toEqual([
      'summary',
      ['summary', 'translated'],
    ]);
  });

  test('are those of the source’s own kind', () => {
    expect(
      recordsOf('---\nkind: document\n---\n\n## S\n\n- kind: interview\n\nD1: x\n')[0]?.form,
    ).toBe('verbatim');
  });

  test('are documents’ without any kind', () => {
    expect(recordsOf('## S\n\nD1: x\n')[0]?.form).toBe('summary');
  });

  test('that nobody knows are reported one by one, with the nearest', () => {
    const read = sourcesOf('## S\n\nD1 (tranlated, 摘要): x\n');
    expect(unreadOf(read)).toEqual(['3:5 flag `tranlated`', '3:16 flag `摘要`']);
    expect(read.unread[0]?.expected).toContain('`translated`');
  });
});

describe('a record', () => {
  test('belongs to the case in front of its id, else to that of the file', () => {
    const records = recordsOf(
      '---\ncase: chaoyang\n---\n\n## S\n\nD1: x\n\nwuhou/D1: y\n\n武侯/D 2：z\n',
    );
    expect(records.map(({ case: own, id }) => [own, id])).toEqual([
      ['chaoyang', 'D1'],
      ['wuhou', 'D1'],
      ['武侯', 'D2'],
    ]);
    expect(recordsOf('## S\n\nD1: x\n')[0]?.case).toBeNull();
  });

  test('may have its words in their own language', () => {
    const [record] = recordsOf(
      '## S\n\nD1: It is arranged.\n\nOriginal (zh): 上级\n安排。\n\nD2: x\n',
    );
    expect(record).toMatchObject({
      content: { text: 'It is arranged.' },
      original: { language: 'zh', content: { text: '上级安排。' } },
    });
  });

  test('begins with capitals: a note in running text is none', () => {
    expect(
      recordsOf('## S\n\nD1: x\n\nNote 3: y\n\ntable 2: z\n').map(({ id, content }) => [
        id,
        content.text,
      ]),
    ).toEqual([['D1', 'x\n\nNote 3: y\n\ntable 2: z']]);
  });

  test.each([
    ['above any source', 'D1: x\n\n## S\n', '1:1 record `D1` outside a source'],
    ['in the list of properties', '## S\n\n- D1: x\n', '3:1 record `D1` in a list or quote'],
    ['in a list', '## S\n\nAbout.\n\n- D1: x\n', '5:3 record `D1` in a list or quote'],
    ['in a quote', '## S\n\n> D1: x\n', '3:3 record `D1` in a list or quote'],
  ])('%s is none, and reported', (_, value, message) => {
    expect(recordsOf(value)).toEqual([]);
    expect(unreadOf(sourcesOf(value))).toEqual([message]);
  });

  test('has no codes', () => {
    expect(unreadOf(sourcesOf('## S\n\nD1 [HAIR]: x\n'))).toEqual([
      '3:5 `[HAIR]` behind a record id',
    ]);
  });
});

test('a property list of which an item does not fit stays a list, and is reported', () => {
  const read = sourcesOf('## S\n\n- role: official\n- insider\n\nD1: x\n');
  expect(read.sources[0]?.attributes.size).toBe(0);
  expect(read.sources[0]?.about.nodes.map(({ type }) => type)).toEqual(['list']);
  expect(unreadOf(read)).toEqual(['4:1 an item without a key in a property list']);
});

test('a list without any key is a list', () => {
  const read = sourcesOf('## S\n\n- official\n- insider\n');
  expect(read.sources[0]?.about.text).toContain('insider');
  expect(read.unread).toEqual([]);
});
