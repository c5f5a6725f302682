/** What gathering makes of single files: cases in order, ratings, evidence with what it speaks for. */
import { describe, expect, test } from 'vitest';
import type { Study } from '../../src/domain/study.js';
import { evidenceOf } from '../../src/study/entries.js';
import { studyOf, type Files } from '../parse/in-memory.js';

const framework =
  '---\nid: small\n---\n\n## Process\n\n### Leadership\n\n- alias: 领导力\n\n### Planning\n';
const ratings =
  'ratings:\n  "+": { label: favours, membership: 1 }\n  "-": { label: hinders, membership: 0 }\n  ns: { label: no clear sign }\n';

async function gathered(files: Files): Promise<Study> {
  return (
    await studyOf({ 'framework.md': framework, 'study.md': `---\n${ratings}---\n`, ...files })
  ).study;
}

describe('cases', () => {
  const notes = { 'b.md': '', 'a.md': '', 'c.md': '---\nid: third\n---\n' };

  test('come in the order of the protocol', async () => {
    const { cases, otherNotes } = await gathered({
      ...notes,
      'study.md': '---\ncases: [third, a]\n---\n',
    });
    expect(cases.map(({ id }) => id)).toEqual(['third', 'a']);
    expect(otherNotes.map(({ id }) => id)).toEqual(['b']);
  });

  test('come by the names of their files without one', async () => {
    expect((await gathered(notes)).cases.map(({ id }) => id)).toEqual(['a', 'b', 'third']);
  });

  test('are no readme, source, codebook, framework or rating', async () => {
    const others = {
      'README.md': 'x',
      'readme.zh.md': 'x',
      'sources/d.md': '',
      'codebook.md': '',
      'ratings/r.md': 'x',
      'private/n.md': 'x',
    };
    expect((await gathered({ ...notes, ...others })).cases).toHaveLength(3);
  });
});

describe('entries', () => {
  test('have states that are never merged', async () => {
    const states = async (heading: string) => {
      const { cases } = await gathered({ 'a.md': `## Process\n\n${heading}\n` });
      const entry = cases[0]?.entries.get('leadership');
      return [entry?.state, entry?.rating];
    };
    expect(await states('### Leadership (+)')).toEqual(['rated', '+']);
    expect(await states('### Leadership (ns)')).toEqual(['rated', 'ns']);
    expect(await states('### Leadership')).toEqual(['not-rated', null]);
    expect(await states('### Leadership (unheard of)')).toEqual(['not-rated', null]);
    expect(await states('### Leadership (not asked)')).toEqual(['not-asked', null]);
    expect(await states('### Leadership (no evidence)')).toEqual(['no-evidence', null]);
    expect(await states('### Leadership (not applicable)')).toEqual(['not-applicable', null]);
    expect(await states('### Leadership (not reported)')).toEqual(['not-reported', null]);
    expect(await states('')).toEqual([undefined, undefined]);
  });

  test('count the first time; a second one is kept behind', async () => {
    const { cases } = await gathered({ 'a.md': '### Leadership (+)\n\n### 领导力 (-)\n' });
    expect(cases[0]?.entries.get('leadership')?.rating).toBe('+');
    expect(cases[0]?.repeated.map(({ rating }) => rating)).toEqual(['-']);
  });
});

describe('evidence', () => {
  const sources = {
    'sources/d.md': '---\ncase: a\n---\n\n## D\n\nD1: x\n\nD2: y\n',
    'codebook.md': '### HAIR: A reason\n\n- component: Leadership\n',
  };

  test.each([
    ['(+)', 'D1', '+', false],
    ['(+)', 'D1 (+)', '+', false],
    ['(+)', 'D1 (-)', '-', true],
    ['(+)', 'D1 (−)', '-', true],
    ['(+)', 'D1 (ns)', 'ns', true],
    ['', 'D1', null, false],
    ['', 'D1 (-)', '-', false],
    ['(not asked)', 'D1 (-)', '-', false],
    ['(+)', 'D1 (?)', '+', false],
  ])(
    'in an entry %s, %s speaks for %s; counter-evidence: %s',
    async (mark, head, speaksFor, isCounter) => {
      const study = await gathered({
        ...sources,
        'a.md': `### Leadership ${mark}\n\n> ${head}: x\n`,
      });
      expect(
        evidenceOf(study).map(({ evidence }) => [evidence.speaksFor, evidence.isCounter]),
      ).toEqual([[speaksFor, isCounter]]);
    },
  );

  test('finds its record, its source and its codes, in any case', async () => {
    const study = await gathered({
      ...sources,
      'a.md': '### Leadership (+)\n\n> D 1 [hair, none]: x\n\n> D9: y\n',
    });
    expect(
      evidenceOf(study).map(({ evidence: { resolved } }) => [
        resolved.record?.key,
        resolved.source?.id,
        resolved.codes.map(({ id }) => id),
      ]),
    ).toEqual([
      ['D1', 'D', ['HAIR']],
      [undefined, undefined, []],
    ]);
  });

  test('finds the record of its own case, of the case that it names, or the only one of that id', async () => {
    const study = await gathered({
      ...sources,
      'sources/b.md': '---\ncase: b\n---\n\n## B\n\nD1: of b\n',
      'a.md': '### Leadership (+)\n\n- D1: x\n- b/D1: x\n',
      'b.md': '### Leadership (+)\n\n- D1: x\n- D2: x\n- b/D2: x\n',
      'c.md': '### Leadership (+)\n\n- D1: x\n',
    });
    expect(study.records.map(({ key }) => key)).toEqual(['b/D1', 'a/D1', 'D2']);
    expect(
      evidenceOf(study).map(({ entry, evidence }) => [
        entry.case,
        evidence.record.text,
        evidence.resolved.record?.key,
      ]),
    ).toEqual([
      ['a', 'D1', 'a/D1'],
      ['a', 'b/D1', 'b/D1'],
      ['b', 'D1', 'b/D1'],
      ['b', 'D2', 'D2'],
      ['b', 'b/D2', undefined],
      ['c', 'D1', undefined],
    ]);
  });
});

test('the framework is the study’s own, the bundled one that it names, or that of 2006', async () => {
  const of = async (files: Files) => (await studyOf({ 'a.md': '', ...files })).study.framework.id;
  expect(
    await of({ 'study.md': '---\nframework: bryson-extended\n---\n', 'framework.md': framework }),
  ).toBe('small');
  expect(await of({ 'study.md': '---\nframework: bryson-extended\n---\n' })).toBe(
    'bryson-extended',
  );
  expect(await of({ 'study.md': '' })).toBe('bryson-2006');
  expect(await of({})).toBe('bryson-2006');
});

test('the outcome is found by any of its names', async () => {
  expect((await gathered({ 'study.md': '---\noutcome: 领导力\n---\n' })).outcome?.id).toBe(
    'leadership',
  );
  expect((await gathered({ 'study.md': '---\noutcome: nothing\n---\n' })).outcome).toBeNull();
});
