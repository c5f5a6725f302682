/** What the evidence of each entry weighs, reckoned by hand. */
import { beforeAll, describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/analyse/index.js';
import { buildInput } from '../../src/tasks/build.js';
import { inputOf, studyOf, type Files } from '../parse/in-memory.js';

const files: Files = {
  'framework.md':
    '# F\n\n## D\n\n### Leadership\n\n### Planning\n\n### Trust\n\n### Value\n\n### Silence\n',
  'study.md': `---
cases: [north, south]
ratings:
  "+": { label: good, membership: 1 }
  "-": { label: bad, membership: 0 }
  ns: { label: unclear }
evidence:
  "+": at least 2 sources of 2 kinds
  any: at least 1 record
---
`,
  'sources/talks.md': `---
kind: interview
---

## D

- perspective: insider
- date: 2019-05-03

D1: first

D2: second

## E

- perspective: self-report
- date: 2019年3月

E1 (translated): third

## G

- perspective: self-report
- date: 2018 to 2020

G1 (translated): fourth

Original (zh): 第四
`,
  'sources/papers.md': `---
kind: document
---

## P

- perspective: scholarly
- date: about 2006

P1: paper

## Q

- kind: Interview

Q1: of a kind that is spelt in another way, without a perspective
`,
  'north.md': `## D

### Leadership (+)

> D1: first

> D1: first

- D2: second

- P1 (-): paper

### Planning (+)

> E1: third

### Trust (+)

> E1: third

> G1 (-): fourth

### Value

> D1: first

> Q1: of a kind

### Silence (no evidence)
`,
  'south.md': `## D

### Leadership (+)

> E1: third

> G1: fourth

### Planning (-)

- E1: third

### Trust (ns)

- X9: a record that is not there

- D1: first

### Value (-)

> D1: first

- P1: paper
`,
};

let analysis: Analysis;
beforeAll(async () => {
  analysis = analyse((await studyOf(files)).study);
});

const rowOf = (id: string, component: string) =>
  analysis.weight.entries.find((row) => row.case === id && row.component === component);
const unequalIn = (component: string) =>
  analysis.weight.unequal
    .find((row) => row.component === component)
    ?.respects.map(({ respect }) => respect) ?? [];

describe('the weight of an entry', () => {
  test('counts pieces, and each record, source and kind once', () => {
    expect(rowOf('north', 'leadership')).toEqual({
      case: 'north',
      component: 'leadership',
      state: 'rated',
      rating: '+',
      pieces: 4,
      records: 3,
      sources: 2,
      kinds: ['interview', 'document'],
      perspectives: ['insider', 'scholarly'],
      triangulated: true,
      singleVoice: false,
      selfReportOnly: false,
      translatedOnly: false,
      counter: 1,
      oldest: '2019-05-03',
      newest: '2019-05-03',
      undated: 1,
      // The paper speaks against the mark, so that one source of one kind is all that bears it out.
      rule: {
        written: ['at least 2 sources of 2 kinds', 'at least 1 record'],
        met: false,
        missing: [
          { what: 'sources', has: 1, needs: 2 },
          { what: 'kinds', has: 1, needs: 2 },
        ],
      },
      noBadNews: false,
    });
  });

  test('tells a single voice, self-reports and translations without their own words', () => {
    expect(rowOf('north', 'planning')).toMatchObject({
      singleVoice: true,
      selfReportOnly: true,
      translatedOnly: true,
      noBadNews: true,
    });
    expect(rowOf('south', 'leadership')).toMatchObject({
      singleVoice: false,
      selfReportOnly: true,
      translatedOnly: false,
      noBadNews: true,
    });
  });

  test('is good for want of bad news only where the mark is favourable and nothing speaks against it', () => {
    expect(rowOf('north', 'trust')).toMatchObject({
      rating: '+',
      selfReportOnly: true,
      counter: 1,
      noBadNews: false,
    });
    expect(rowOf('south', 'planning')).toMatchObject({
      rating: '-',
      selfReportOnly: true,
      noBadNews: false,
    });
    expect(analysis.cautions.find(({ id }) => id === 'no-bad-news')).toEqual({
      id: 'no-bad-news',
      cases: ['north', 'south'],
      of: ['planning', 'leadership'],
    });
  });

  test('takes two spellings of a kind as one, and what is not stated as no perspective', () => {
    expect(rowOf('north', 'value')).toMatchObject({
      kinds: ['interview'],
      perspectives: ['insider'],
      triangulated: false,
      sources: 2,
      rule: null,
    });
  });

  test('orders only what can be read as a date, by the start of a range for the oldest and by its end for the newest', () => {
    expect(rowOf('south', 'leadership')).toMatchObject({
      oldest: '2018 to 2020',
      newest: '2018 to 2020',
      undated: 0,
    });
    expect(rowOf('north', 'trust')).toMatchObject({
      oldest: '2018 to 2020',
      newest: '2018 to 2020',
    });
    expect(rowOf('north', 'planning')).toMatchObject({ oldest: '2019年3月', newest: '2019年3月' });
  });

  test('counts a piece whose record is nowhere, and does not take it for a voice', () => {
    expect(rowOf('south', 'trust')).toMatchObject({
      pieces: 2,
      records: 1,
      sources: 1,
      singleVoice: false,
    });
  });

  test('is there for an entry without evidence, and not for one that a note leaves out', () => {
    expect(rowOf('north', 'silence')).toMatchObject({
      state: 'no-evidence',
      pieces: 0,
      singleVoice: false,
      selfReportOnly: false,
      rule: null,
    });
    expect(rowOf('south', 'silence')).toBeUndefined();
  });
});

describe('cells that are compared', () => {
  test('are unequal in the respects in which their evidence differs', () => {
    expect(unequalIn('leadership')).toEqual([
      'kinds',
      'perspectives',
      'triangulated',
      'self-report-only',
      'counter',
    ]);
    expect(unequalIn('planning')).toEqual([]);
    expect(unequalIn('value')).toEqual(['kinds', 'perspectives', 'triangulated']);
    expect(unequalIn('silence')).toEqual([]);
  });

  test('stand apart from the largest group, or all where none is the largest', async () => {
    const note = (record: string) => `## D\n\n### Leadership (+)\n\n- ${record}: x\n`;
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const records = ['D1', 'D1', 'D2', 'P1', 'E1', 'Q1'];
    const notes = Object.fromEntries(
      ids.map((id, index) => [`${id}.md`, note(records[index] ?? '')]),
    );
    const rest = Object.fromEntries(
      Object.entries(files).filter(([path]) => !/^(?:north|south)\.md$/.test(path)),
    );
    const { weight } = analyse(
      (
        await studyOf({
          ...rest,
          'study.md': '---\nratings:\n  "+": { label: good }\n---\n',
          ...notes,
        })
      ).study,
    );
    expect(weight.unequal).toEqual([
      {
        component: 'leadership',
        respects: [
          {
            respect: 'kinds',
            groups: [
              { value: ['interview'], cases: ['a', 'b', 'c', 'e'] },
              { value: ['document'], cases: ['d'] },
              { value: ['Interview'], cases: ['f'] },
            ],
            apart: ['d', 'f'],
          },
          {
            respect: 'perspectives',
            groups: [
              { value: ['insider'], cases: ['a', 'b', 'c'] },
              { value: ['scholarly'], cases: ['d'] },
              { value: ['self-report'], cases: ['e'] },
            ],
            apart: ['d', 'e'],
          },
          {
            respect: 'self-report-only',
            groups: [
              { value: false, cases: ['a', 'b', 'c', 'd'] },
              { value: true, cases: ['e'] },
            ],
            apart: ['e'],
          },
        ],
      },
    ]);
  });
});

describe('how it reads', () => {
  const reportOf = async (more: Files = {}, language = 'en') => {
    const { outputs } = await buildInput(
      await inputOf({
        ...files,
        'study.md': String(files['study.md']).replace(
          'cases:',
          'rules: { record-exists: off }\ncases:',
        ),
        ...more,
      }),
      { formats: ['md'], language },
    );
    return String(outputs.find(({ path }) => path === 'report.md')?.bytes);
  };

  test('the matrix and the side-by-side table say it in the cell, and the legend once in full', async () => {
    const md = await reportOf();
    const row = md.split('\n').find((line) => line.startsWith('| Leadership |')) ?? '';
    const [, , north = '', south = ''] = row.split(' | ').join(' | ').split('|');
    expect(north).toContain(
      '¶\u00a0evidence rule not met · Δ\u00a0weighs unequally: triangulation, counter-evidence',
    );
    expect(north).not.toContain('†');
    expect(south).toContain('§\u00a0good mark on self-report only');
    expect(md.match(/which is never evidence for a good rating/g)).toHaveLength(1);
    expect(
      md.match(/The absence of bad news in a self-report is never evidence for a good rating/g),
    ).toHaveLength(1);
    expect(md).toMatch(
      /entry-south-leadership"><\/a> \*\*\(\+\)\*\* §\u00a0good mark on self-report only/,
    );
  });

  test('the table tells what is missing by the study’s own rules, which it prints', async () => {
    const md = await reportOf();
    expect(md).toContain(
      'What evidence the study asks of a rating: **+** at least 2 sources of 2 kinds; **any rating** at least 1 record',
    );
    expect(md).toMatch(/against the rating 1 · sources 1 of 2 · kinds 1 of 2/);
  });

  test('in Chinese', async () => {
    const md = await reportOf({}, 'zh');
    expect(md).toContain('§\u00a0好评仅据自我陈述');
    expect(md).toContain('分量不对等：三角互证、反面证据');
  });
});

test('a kind that is not stated is printed as a document and makes neither a second kind nor one that a rule asks for', async () => {
  const mixed = (second: string) => ({
    'framework.md': '# F\n\n## D\n\n### Leadership\n',
    'study.md':
      '---\nratings:\n  "+": { label: good }\nevidence:\n  "+": at least 2 sources of 2 kinds\n---\n',
    'sources/talks.md': '---\nkind: interview\n---\n\n## D\n\nD1: first\n',
    'sources/papers.md': `${second}## P\n\nP1: paper\n`,
    'a.md': '## D\n\n### Leadership (+)\n\n- D1: so\n- P1: so\n',
  });
  const weigh = async (files: Files) => analyse((await studyOf(files)).study).weight.entries[0];
  expect(await weigh(mixed(''))).toMatchObject({
    kinds: ['interview', 'document'],
    triangulated: false,
    rule: { missing: [{ what: 'kinds', has: 1, needs: 2 }] },
  });
  expect(await weigh(mixed('---\nkind: document\n---\n\n'))).toMatchObject({
    kinds: ['interview', 'document'],
    triangulated: true,
    rule: { met: true },
  });
});
