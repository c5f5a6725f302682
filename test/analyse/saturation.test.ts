/** Which records still bring new codes, and which are not coded, told by hand. */
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/analyse/index.js';
import { buildInput } from '../../src/tasks/build.js';
import { inputOf, studyOf, type Files } from '../parse/in-memory.js';

const codebook = ['AA', 'BB', 'CC', 'DD']
  .map((id) => `### ${id}: name of ${id}\n\n- component: Leadership\n- definition: d\n`)
  .join('\n');

const files: Files = {
  'framework.md': '# F\n\n## D\n\n### Leadership\n\n### Planning\n',
  'study.md':
    '---\ncases: [north, south]\nratings:\n  "+": { label: good }\n---\n\n## Question\n\nWhy, as [T1] asks?\n',
  'codebook.md': codebook,
  'sources/a.md': `---
kind: interview
---

## D

- date: 2020-06

D1: late

D2: late too

## E

- date: 2019

E1: early, of a whole year

## G

- date: 2019-05-02

G1: in that year

## H

- date: some day

H1: nobody knows when

## T

T1: cited only

T2: used nowhere
`,
  'north.md':
    '## D\n\n### Leadership (+)\n\n- D1 [AA, BB]: late\n\n- D2 [AA]: late too\n\n- E1 [AA]: early\n\n- G1: in that year\n\n### Planning (+)\n\n- H1 [DD, BB]: nobody\n',
  'south.md': '## D\n\n### Leadership (+)\n\n- D2 [CC]: late too\n\n### Planning (no evidence)\n',
};

describe('the order of the dates', () => {
  test('tells which record brings which codes, over the study and by case', async () => {
    const { saturation } = analyse((await studyOf(files)).study);
    expect(saturation.study).toEqual({
      case: null,
      steps: [
        { record: 'E1', date: '2019', added: ['AA'], known: 1 },
        { record: 'D1', date: '2020-06', added: ['BB'], known: 2 },
        { record: 'D2', date: '2020-06', added: ['CC'], known: 3 },
      ],
      sources: 2,
      dates: 2,
      overlapping: false,
      undated: ['H1'],
      onlyUndated: ['DD'],
      last: 'D2',
      since: 0,
    });
    const [north, south] = saturation.cases;
    expect(north).toMatchObject({ last: 'D1', since: 1, undated: ['H1'], onlyUndated: ['DD'] });
    expect(south).toMatchObject({
      steps: [{ record: 'D2', added: ['CC'], known: 1 }],
      dates: 1,
      undated: [],
    });
  });

  test('keeps records without a code apart: evidence, cited, and used nowhere', async () => {
    const { saturation } = analyse((await studyOf(files)).study);
    expect(saturation.uncoded).toEqual({ evidence: ['G1'], cited: ['T1'], unused: ['T2'] });
    expect(saturation.coverage).toEqual([
      { case: 'north', covered: 2, components: 2 },
      { case: 'south', covered: 1, components: 2 },
    ]);
  });

  test('is not certain where one date spans another', async () => {
    const north = String(files['north.md']).replace('- G1:', '- G1 [AA]:');
    const { saturation } = analyse((await studyOf({ ...files, 'north.md': north })).study);
    expect(saturation.study).toMatchObject({
      overlapping: true,
      steps: [{ record: 'E1' }, { record: 'G1' }, { record: 'D1' }, { record: 'D2' }],
    });
  });
});

describe('how it reads', () => {
  const reportOf = async (more: Files) => {
    const { outputs, messages } = await buildInput(await inputOf({ ...files, ...more }), {
      formats: ['md'],
    });
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    const md = String(outputs.find(({ path }) => path === 'report.md')?.bytes);
    return md.slice(md.indexOf('### Coverage, and whether'));
  };
  const undated = (text: string) => text.replace(/- date: .*\n/g, '');

  test('of few sources nothing can be concluded', async () => {
    const md = await reportOf({});
    expect(md).toContain(
      'Nothing about saturation can be concluded here: coded sources with a date number 2.',
    );
    expect(md).toMatch(/\| All cases \| – \| 3 \| 1 \| 4 \| \[D2\]\(#record-d2\), 0 since \|/);
    expect(md).toContain('have no place in this order: [H1](#record-h1).');
  });

  test('without dates no order is known, and none is shown', async () => {
    const md = await reportOf({ 'sources/a.md': undated(String(files['sources/a.md'])) });
    expect(md).toContain(
      'No order of the records is known, and so nothing can be said of saturation.',
    );
    expect(md).not.toContain('in order of date_');
    expect(md).toMatch(/\| All cases \| – \| 0 \| 4 \| 4 \| – \|/);
  });

  test('of one date no order is known either', async () => {
    const md = await reportOf({
      'sources/a.md': String(files['sources/a.md']).replace(/- date: .*\n/g, '- date: 2020\n'),
    });
    expect(md).toContain('All coded records with a date are of one date.');
  });

  test('without codes there is nothing to say', async () => {
    const plain = (name: string) => String(files[name]).replace(/ \[[^\]]*\]:/g, ':');
    const md = await reportOf({ 'north.md': plain('north.md'), 'south.md': plain('south.md') });
    expect(md).toContain('No evidence has a code, so nothing can be said of new codes.');
  });

  test('of many records the first stand there, and the rest is counted', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `M${String(index + 1)}`);
    const source = (id: string, index: number) =>
      `## S${id}\n\n- date: ${String(1800 + index)}\n\n${id}: words\n\n`;
    const codes = ids
      .map((id) => `### C${id}: c\n\n- component: Leadership\n- definition: d\n`)
      .join('\n');
    const md = await reportOf({
      'sources/m.md': `---\nkind: interview\n---\n\n${ids.map(source).join('')}`,
      'codebook.md': `${codebook}\n${codes}`,
      'south.md': `## D\n\n### Leadership (+)\n\n${ids.map((id) => `- ${id} [C${id}]: words`).join('\n\n')}\n\n### Planning (+)\n\n- H1: x\n`,
    });
    expect(md.match(/^\| .*\[M\d+\]\(#record-m\d+\).*\| 18\d\d \|/gm)).toHaveLength(30);
    expect(md).toContain('Further records brought new codes: 172.');
    expect(md).toContain(
      'That late records bring no new code does not show that there is none to be found',
    );
  });
});
