/** Bibliographies: what is read, where each entry stands, and what a fault costs. */
import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import type { Place } from '../../../src/domain/text.js';
import { parseBibliography } from '../../../src/parse/bibliography/bibliography.js';
import { linesOf, studyOf } from '../in-memory.js';

const at = ({ position: { start, end } }: Place) =>
  `${String(start.line)}:${String(start.column)}-${String(end.line)}:${String(end.column)}`;

async function read(value: string, path = 'references.bib') {
  const { works, unread } = await parseBibliography(new VFile({ path, value }));
  return {
    works: works.map(({ key, place }) => `${key} ${at(place)}`),
    faults: unread.map(({ place, found }) => `${at(place)} ${found}`),
  };
}

describe('BibTeX', () => {
  test('places each entry at its key, the second of a key too', async () => {
    const text =
      'Words.\n@book{a, title = {A}}\n  @misc{ b,\n  title = {B}}\n@book{a, title = {Again}}\n';
    expect(await read(text)).toEqual({
      works: ['a 2:7-2:8', 'b 3:10-3:11', 'a 5:7-5:8'],
      faults: [],
    });
  });

  test('that lacks the brace of an entry knows this one by its key alone', async () => {
    const text =
      '@book{z, title = {Z}}\n\n@book{a, title = {A},\n  year = {2001}\n\n@book{b, title = {B}}\n';
    expect(await read(text)).toEqual({
      works: ['z 1:7-1:8', 'a 3:7-3:8', 'b 6:7-6:8'],
      faults: ['3:1-3:22 text in the entry `a`'],
    });
  });

  test('that lacks the brace of a field knows this entry by its key alone', async () => {
    const text = '@book{a, title = {A,\n  year = {2001}\n}\n\n@book{b, title = {B}}\n';
    expect(await read(text)).toEqual({
      works: ['a 1:7-1:8', 'b 5:7-5:8'],
      faults: ['1:1-1:21 text in the entry `a`'],
    });
  });

  test('that lacks a comma says at which line', async () => {
    const text =
      '@string{p = {Press}}\n@book{a,\n  title = {A}\n  year = {2001}\n}\n@book{b, title = {B}, publisher = p}\n';
    expect(await read(text)).toEqual({
      works: ['a 2:7-2:8', 'b 6:7-6:8'],
      faults: ['4:3-4:16 text in the entry `a`'],
    });
    const { works } = await parseBibliography(new VFile({ path: 'references.bib', value: text }));
    expect(works.map(({ label, item }) => [label, item.publisher])).toEqual([
      ['a, n.d.', undefined],
      ['B, n.d.', 'Press'],
    ]);
  });

  test('that is something else is one fault', async () => {
    expect(await read('These are\nwords.\n')).toEqual({
      works: [],
      faults: ['1:1-1:10 text in a bibliography'],
    });
  });

  test('that is empty has none', async () => {
    expect(await read('\n \n')).toEqual({ works: [], faults: [] });
  });
});

describe('CSL-JSON', () => {
  test('places each item at its id', async () => {
    expect(
      await read(
        '[\n  { "id": "a", "type": "book" },\n  { "type": "book", "id": 7 }\n]',
        'works.json',
      ),
    ).toEqual({
      works: ['a 2:11-2:14', '7 3:27-3:28'],
      faults: [],
    });
  });

  test('with a comma behind the last item keeps all', async () => {
    expect(
      await read('[\n  { "id": "a", "title": "x,]" },\n  { "id": "b" },\n]', 'works.json'),
    ).toEqual({
      works: ['a 2:11-2:14', 'b 3:11-3:14'],
      faults: ['3:16-3:16 a bibliography that is not JSON'],
    });
  });

  test('without a comma between two items keeps both', async () => {
    expect(await read('[\n  { "id": "a" }\n  { "id": "b" }\n]', 'works.json')).toEqual({
      works: ['a 2:11-2:14', 'b 3:11-3:14'],
      faults: ['3:3-3:3 a bibliography that is not JSON'],
    });
  });

  test('that breaks off keeps what is there', async () => {
    const { works, faults } = await read(
      '[\n  { "id": "a" },\n  { "id": "b", "title": "B"',
      'works.json',
    );
    expect(works).toEqual(['a 2:11-2:14', 'b 3:11-3:14']);
    expect(faults).toEqual(['3:28-3:28 a bibliography that is not JSON']);
  });

  test('with an item that has no id says so, and makes none up', async () => {
    expect(await read('[{ "title": "x" }, { "id": "b" }]', 'works.json')).toEqual({
      works: ['b 1:28-1:31'],
      faults: ['1:2-1:2 an item without an `id`'],
    });
  });

  test('keeps no internals', async () => {
    const { works } = await parseBibliography(
      new VFile({ path: 'works.json', value: '[{ "id": "a", "_graph": [1] }]' }),
    );
    expect(Object.keys(works[0]?.item ?? {})).not.toContain('_graph');
  });
});

test('a broken bibliography is a warning, so that the report comes out', async () => {
  const lines = linesOf(
    await studyOf({
      'study.md': '---\nbibliography: r.bib\n---\n\n## Method\n\n[@b]\n',
      'r.bib': '@book{a, title = {A}\n\n@book{b, title = {B}}\n',
      'a.md': '',
    }),
    'nothing-is-unread',
  );
  expect(lines).toEqual([
    'r.bib:1:1-1:21 warning Unexpected text in the entry `a`, expected a `}` for each `{` of the entry',
  ]);
});

describe('csl:', () => {
  const style =
    '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout><text variable="title"/></layout></citation></style>';
  const messages = async (name: string, files: { [path: string]: string } = {}) =>
    linesOf(
      await studyOf({ 'study.md': `---\ntitle: x\ncsl: ${name}\n---\n`, 'a.md': '', ...files }),
    ).filter((line) => line.includes('style'));

  test('may name a bundled style or a file of the study', async () => {
    for (const name of ['apa', 'vancouver', 'harvard1']) expect(await messages(name)).toEqual([]);
    expect(await messages('styles/own.csl', { 'styles/own.csl': style })).toEqual([]);
  });

  test('that names nothing says what was meant', async () => {
    expect(await messages('vancuver')).toEqual([
      'study.md:3:6-3:14 error Unexpected citation style `vancuver`, expected a bundled style or a .csl file of the study; did you mean `vancouver`?',
    ]);
    expect(await messages('xyz')).toEqual([
      'study.md:3:6-3:9 error Unexpected citation style `xyz`, expected one of `apa`, `vancouver`, `harvard1`, or the path of a .csl file of the study',
    ]);
  });

  test.each([
    ['', 'a file that begins with `<style>`, in the Citation Style Language'],
    ['<html></html>', 'a file that begins with `<style>`, in the Citation Style Language'],
    [style.replace('</layout>', ''), '`</layout>` before `</citation>`'],
    [style.replace('</style>', ''), '`</style>` at the end of what it begins'],
    ['<style class="in-text"><info/></style>', 'a style with `<citation>` and a `<layout>` in it'],
    [
      '<style><info><link href="http://www.zotero.org/styles/apa" rel="independent-parent"/></info></style>',
      'an independent style; this one only names another',
    ],
  ])('that names the file %s is a warning', async (source, expected) => {
    expect(await messages('own.csl', { 'own.csl': source })).toEqual([
      `study.md:3:6-3:13 warning Unexpected citation style \`own.csl\`, expected ${expected}`,
    ]);
  });
});
