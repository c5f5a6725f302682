/** Links: what authors write, and what it leads to. */
import { describe, expect, test } from 'vitest';
import type { Reference } from '../../src/domain/study.js';
import { studyOf } from '../parse/in-memory.js';
import { folder, referencesIn } from './references-in-memory.js';

async function targetOf(text: string): Promise<Reference['target']> {
  const [reference, ...more] = await referencesIn(text);
  if (!reference || more.length > 0) throw new Error('Not one reference');
  return reference.target;
}

describe('an ordinary link', () => {
  test.each([
    ['a case', '[c](chaoyang.md)', { kind: 'case', id: 'chaoyang' }],
    [
      'a case in a folder written out',
      '[c](./sources/../chaoyang.md)',
      { kind: 'case', id: 'chaoyang' },
    ],
    ['a case with a Chinese name', '[c](武侯.md)', { kind: 'case', id: '武侯' }],
    [
      'a Chinese name with its characters encoded',
      '[c](%E6%AD%A6%E4%BE%AF.md)',
      { kind: 'case', id: '武侯' },
    ],
    [
      'an entry',
      '[c](chaoyang.md#leadership)',
      { kind: 'entry', id: 'leadership', case: 'chaoyang' },
    ],
    [
      'an entry, with the mark that its heading has',
      '[c](chaoyang.md#leadership-)',
      { kind: 'entry', id: 'leadership', case: 'chaoyang' },
    ],
    [
      'an entry, with a word of absence',
      '[c](chaoyang.md#planning-not-reported)',
      { kind: 'entry', id: 'planning', case: 'chaoyang' },
    ],
    [
      'an entry by an alias',
      '[c](chaoyang.md#领导力)',
      { kind: 'entry', id: 'leadership', case: 'chaoyang' },
    ],
    [
      'an entry by the heading of the other note',
      '[c](武侯.md#leadership)',
      { kind: 'entry', id: 'leadership', case: '武侯' },
    ],
    [
      'a dimension of a case',
      '[c](chaoyang.md#process)',
      { kind: 'dimension', id: 'process', case: 'chaoyang' },
    ],
    ['a section', '[c](#findings)', { kind: 'section', id: 'findings' }],
    ['an item', '[c](study.md#f1-one)', { kind: 'item', id: 'F1' }],
    ['a source', '[c](sources/w.md#the-yearbook)', { kind: 'source', id: 'The yearbook' }],
    ['a record', '[c](sources/d.md#d122)', { kind: 'record', id: 'D122' }],
    ['a code', '[c](codebook.md#hair-higher-authority)', { kind: 'code', id: 'HAIR' }],
    ['a file', '[c](sources/d.md)', { kind: 'file', id: 'sources/d.md' }],
    ['an image', '![c](figures/map.png)', { kind: 'file', id: 'figures/map.png' }],
    [
      'a definition further down',
      '[c][ref]\n\n[ref]: chaoyang.md#leadership',
      { kind: 'entry', id: 'leadership', case: 'chaoyang' },
    ],
  ])('leads to %s', async (_, text, target) => {
    expect(await targetOf(text)).toEqual(target);
  });

  test.each([
    ['to a file that is not there', '[c](chayang.md)', 'did you mean `chaoyang.md`?'],
    [
      'to a heading that is not there',
      '[c](chaoyang.md#leadrship)',
      '`chaoyang.md` has no heading of that name',
    ],
    [
      'to a component that the note leaves out',
      '[c](武侯.md#planning)',
      '`武侯.md` has no heading of that name',
    ],
    ['out of the folder', '[c](../secret.md)', 'a link stays within the study’s folder'],
    [
      'out of the folder, encoded',
      '[c](%2E%2E/secret.md)',
      'a link stays within the study’s folder',
    ],
    [
      'out of the folder by a way round',
      '[c](sources/../../secret.md)',
      'a link stays within the study’s folder',
    ],
  ])('%s leads nowhere', async (_, text, hint) => {
    expect(await referencesIn(text)).toMatchObject([{ form: 'link', target: null, hint }]);
  });

  test.each(['/etc/passwd', '..', 'file%00.md', '%E0%A4%A'])('to %s leads nowhere', async (url) => {
    expect(await referencesIn(`[c](${url})`)).toMatchObject([{ target: null }]);
  });

  test('to an address with a scheme is not ours to check', async () => {
    expect(
      await referencesIn(
        '[w](https://example.org/x.md#y) [m](mailto:a@example.org) <https://example.org> https://example.org',
      ),
    ).toEqual([]);
  });

  test('is relative to its own file', async () => {
    const { study } = await studyOf({
      ...folder,
      'sources/d.md':
        '## D\n\n[up](../chaoyang.md), [beside](w.md) and [not](chaoyang.md).\n\nD122: x\n',
    });
    const own = study.references.filter(({ place }) => place.path === 'sources/d.md');
    expect(own.map(({ target }) => target)).toEqual([
      { kind: 'case', id: 'chaoyang' },
      { kind: 'file', id: 'sources/w.md' },
      null,
    ]);
  });
});

describe('a short reference', () => {
  test.each([
    ['[D122]', { kind: 'record', id: 'D122' }],
    ['[A200]', { kind: 'record', id: 'A200' }],
    ['[A 200]', { kind: 'record', id: 'A200' }],
    ['[W-08]', { kind: 'record', id: 'W-08' }],
    ['[chaoyang/B1]', { kind: 'record', id: 'chaoyang/B1' }],
    ['[武侯/B1]', { kind: 'record', id: '武侯/B1' }],
    ['[chaoyang/D122]', { kind: 'record', id: 'D122' }],
    ['[F1]', { kind: 'item', id: 'F1' }],
    ['[P5]', { kind: 'proposition', id: 'P5' }],
    ['*see [D122]*', { kind: 'record', id: 'D122' }],
    ['参见[D122]。', { kind: 'record', id: 'D122' }],
  ])('%s', async (text, target) => {
    expect(await targetOf(text)).toEqual(target);
  });

  test('names one record: where two cases have it, the case is asked for', async () => {
    expect(await referencesIn('[B1]')).toMatchObject([
      { target: null, hint: 'several cases have it; write `[chaoyang/B1]` or `[武侯/B1]`' },
    ]);
  });

  test('names the case’s own record within its note', async () => {
    const { study } = await studyOf({
      ...folder,
      '武侯.md': 'The profile [B1].\n\n## Process\n\nBy [B1].\n\n### Leadership (+)\n\nSo [B1].\n',
    });
    const own = study.references.filter(({ place }) => place.path === '武侯.md');
    expect(own.map(({ target }) => target)).toEqual(
      Array(3).fill({ kind: 'record', id: '武侯/B1' }),
    );
  });

  test('that names nothing is kept as text, with the nearest', async () => {
    expect(await referencesIn('[D123]')).toMatchObject([
      { form: 'short', written: 'D123', target: null, hint: 'did you mean `D122`?' },
    ]);
  });

  test.each(['[see below]', '[…]', '[d122]', '[Note 3]', '[122]', '`[D122]`', '[ ] D122'])(
    '%s is none',
    async (text) => {
      expect(await referencesIn(text)).toEqual([]);
    },
  );
});

test('who refers is known: a finding, a section, a case, its dimension, its entry, a source', async () => {
  const { study } = await studyOf({
    ...folder,
    'study.md': '## Scope\n\n[D122]\n\n## Findings\n\n### F1: One\n\n[D122]\n',
    'chaoyang.md':
      '[D122]\n\n## Process\n\n[D122]\n\n### Leadership (+)\n\n> W-08: as [D122] says\n',
    'sources/d.md':
      '## D\n\nSee [D122].\n\nD122: x\n\nD123: see [D122]\n\nOriginal (zh): 见[D122]\n',
  });
  const holders = study.references
    .filter(({ written }) => written === 'D122')
    .map(({ holder }) => holder);
  expect(holders).toEqual([
    { kind: 'section', id: 'scope' },
    { kind: 'item', id: 'F1' },
    { kind: 'case', id: 'chaoyang' },
    { kind: 'dimension', id: 'process', case: 'chaoyang' },
    { kind: 'entry', id: 'leadership', case: 'chaoyang' },
    { kind: 'source', id: 'D' },
    { kind: 'source', id: 'D' },
    { kind: 'source', id: 'D' },
  ]);
});
