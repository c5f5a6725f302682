import { describe, expect, test } from 'vitest';
import { analyse, type Analysis } from '../../src/analyse/index.js';
import { studyOf } from '../parse/in-memory.js';

const framework = `# F\n\n## D\n\n### Cause\n\n- P1 (+): More is better.\n\n### Other\n\n- P2: It matters.\n- see: P1\n\n### Outcome\n`;
const protocol = `---
outcome: Outcome
ratings:
  "+": { label: good, membership: 1 }
  "-": { label: bad, membership: 0 }
  ns: { label: unclear }
---
`;
const sources = {
  'sources/i.md':
    '---\nkind: interview\n---\n\n## A\n\n- perspective: self-report\n\nA1: x\n\nA2: y\n',
  'sources/d.md': '## B\n\nB1: z\n',
};

/** Each case is written as the marks of its components; evidence is given to all that are rated unless `bare` says so. */
async function analysisOf(
  cases: { [id: string]: { [component: string]: string } },
  bare: string[] = [],
  more: { [file: string]: string } = {},
): Promise<Analysis> {
  const notes = Object.entries(cases).map(([id, entries]) => {
    const parts = Object.entries(entries).map(([component, mark]) => {
      const evidence =
        /^(?:\+|-|ns)$/.test(mark) && !bare.includes(id) ? '\n- A1: x\n' : '\nText.\n';
      return `### ${component}${mark === '' ? '' : ` (${mark})`}\n${evidence}`;
    });
    return [`${id}.md`, parts.join('\n')] as const;
  });
  const { study } = await studyOf({
    'framework.md': framework,
    'study.md': protocol,
    ...sources,
    ...Object.fromEntries(notes),
    ...more,
  });
  return analyse(study);
}

function verdictOn({ comparison }: Analysis, component: string): string | undefined {
  return comparison.find((row) => row.component === component)?.verdict;
}

describe('the verdict of a comparison', () => {
  test.each([
    [['+', '+'], 'same'],
    [['+', '-'], 'different'],
    [['+', 'ns'], 'different'],
    [['+', ''], 'one-side-only'],
    [['+', 'no evidence'], 'one-side-only'],
    [['', 'not reported'], 'neither'],
    [['not asked', 'no evidence'], 'neither'],
    [['+', 'not applicable'], 'not-comparable'],
    [['not applicable', 'no evidence'], 'neither'],
    [['+', '+', ''], 'one-side-only'],
    [['+', '-', ''], 'different'],
    [['+', '+', '+'], 'same'],
    [['+', '+', '-'], 'different'],
    [['+'], 'not-comparable'],
  ])('of %j is %s', async (marks, verdict) => {
    const analysis = await analysisOf(
      Object.fromEntries(marks.map((mark, index) => [`case${String(index)}`, { Cause: mark }])),
    );
    expect(verdictOn(analysis, 'cause')).toBe(verdict);
  });

  test('is not comparable where one of two ratings has no evidence', async () => {
    expect(
      verdictOn(await analysisOf({ a: { Cause: '+' }, b: { Cause: '-' } }, ['b']), 'cause'),
    ).toBe('not-comparable');
  });

  test('keeps a component that a note leaves out apart from every other state', async () => {
    const { comparison } = await analysisOf({ a: { Cause: '+' }, b: {} });
    expect(comparison[0]?.cells).toMatchObject({
      a: { state: 'rated', rating: '+', evidence: 1, kinds: { interview: 1 } },
      b: { state: 'missing', rating: null, evidence: 0 },
    });
  });
});

describe('what differs along with the outcome', () => {
  test('is a candidate if it differs in every pair that differs in the outcome, and is ruled out by a pair in which it is alike', async () => {
    const { mill } = await analysisOf({
      a: { Cause: '+', Other: '+', Outcome: '+' },
      b: { Cause: '-', Other: '+', Outcome: '-' },
      c: { Cause: '+', Other: '-', Outcome: '+' },
    });
    expect(mill.status).toBe('differs');
    expect(mill.difference).toMatchObject({
      candidates: [{ component: 'cause' }],
      ruledOut: [{ component: 'other', by: [['a', 'b']], pairs: 1 }],
      open: [],
    });
  });

  test('is open where a rating is missing in a pair that counts', async () => {
    const { difference } = (
      await analysisOf({
        a: { Cause: '+', Other: '+', Outcome: '+' },
        b: { Cause: 'no evidence', Other: '-', Outcome: '-' },
      })
    ).mill;
    expect(difference.open).toEqual([
      { component: 'cause', missing: [{ case: 'b', why: 'no-evidence' }], pairs: 1, decided: 0 },
    ]);
    expect(difference.candidates.map(({ component }) => component)).toEqual(['other']);
  });

  test('is open where a rating has no evidence', async () => {
    const { difference } = (
      await analysisOf({ a: { Cause: '+', Outcome: '+' }, b: { Cause: '-', Outcome: '-' } }, ['b'])
    ).mill;
    expect(difference.candidates).toEqual([]);
    expect(difference.open).toContainEqual({
      component: 'cause',
      missing: [{ case: 'b', why: 'unfounded' }],
      pairs: 1,
      decided: 0,
    });
  });

  test.each([
    ['not-rated', { a: { Cause: '+', Outcome: '+' }, b: { Cause: '-', Outcome: '' } }],
    ['alike', { a: { Cause: '+', Outcome: '+' }, b: { Cause: '-', Outcome: '+' } }],
    ['one-case', { a: { Cause: '+', Outcome: '+' } }],
  ])(
    'cannot be sought if the outcome is %s, and a contrast is no candidate then',
    async (status, cases) => {
      const { mill } = await analysisOf(cases);
      expect(mill).toMatchObject({ status, difference: { candidates: [], ruledOut: [] } });
      expect(mill.contrasts.different.map(({ component }) => component)).toEqual(
        status === 'one-case' ? [] : ['cause'],
      );
    },
  );
});

describe('pattern matching', () => {
  test.each([
    ['+', 'fits'],
    ['-', 'against'],
    ['ns', 'mixed'],
    ['', 'no-evidence'],
    ['no evidence', 'no-evidence'],
  ])('of an expected + with (%s) says %s', async (mark, verdict) => {
    const { patterns } = await analysisOf({ a: { Cause: mark } });
    expect(
      patterns.find(({ proposition, component }) => proposition === 'P1' && component === 'cause')
        ?.cells.a?.verdict,
    ).toBe(verdict);
  });

  test('is mixed where evidence for another rating stands beside, and has no verdict where evidence is not rated', async () => {
    const mixed = await analysisOf({}, [], {
      'a.md': '### Cause (+)\n\n- A1: x\n\n- B1 (-): y\n',
      'b.md': '### Cause\n\n- A1: x\n',
    });
    const row = mixed.patterns.find(({ proposition }) => proposition === 'P1');
    expect(row?.cells).toMatchObject({ a: { verdict: 'mixed' }, b: { verdict: 'not-rated' } });
  });

  test('says so where a proposition gives no sign, and follows `see:` to other components', async () => {
    const { patterns } = await analysisOf({ a: { Other: '+' } });
    expect(
      patterns.map(({ proposition, component, expects }) => [proposition, component, expects]),
    ).toEqual([
      ['P1', 'cause', '+'],
      ['P2', 'other', null],
      ['P1', 'other', '+'],
    ]);
    expect(patterns[1]?.cells.a?.verdict).toBe('no-sign');
  });
});

describe('pattern matching, with its evidence', () => {
  const row = async (rules: string, note: string) => {
    const { patterns } = await analysisOf({}, [], {
      'study.md': `${protocol}\n${rules}`,
      'a.md': note,
      'b.md': '### Other (-)\n\n- B1: z\n',
    });
    return patterns.find(({ proposition }) => proposition === 'P2');
  };
  const note = '### Other (+)\n\n- A1: x\n\n- A1: once more\n\n- A2 (-): y\n';

  test('names each record once, those that speak for the rating apart from those against it', async () => {
    expect((await row('', note))?.cells).toEqual({
      a: { state: 'rated', rating: '+', verdict: 'no-sign', evidence: ['A1'], counter: ['A2'] },
      b: { state: 'rated', rating: '-', verdict: 'no-sign', evidence: ['B1'], counter: [] },
    });
  });

  test('judges by the study’s own rule where the framework gives no sign, and says whose it is', async () => {
    const judged = await row('## Rules for propositions\n\n- P2 (+): we read it so\n', note);
    expect(judged).toMatchObject({
      expects: '+',
      by: 'study',
      reason: 'we read it so',
      verdicts: { mixed: 1, against: 1 },
    });
    expect(await row('', note)).toMatchObject({
      expects: null,
      by: null,
      reason: null,
      verdicts: { 'no-sign': 2 },
    });
  });

  test.each([
    ['++', 'fits'],
    ['o', 'mixed'],
    ['--', 'against'],
  ])('takes %s, of another degree than the expected +, by its side', async (mark, verdict) => {
    const ratings =
      '{ "++": { label: a, membership: 1 }, "+": { label: b, membership: 0.7 }, o: { label: c, membership: 0.5 }, "--": { label: d, membership: 0 } }';
    const { patterns } = await analysisOf({}, [], {
      'study.md': `---\nratings: ${ratings}\n---\n`,
      'a.md': `### Cause (${mark})\n\n- A1: x\n`,
    });
    expect(patterns.find(({ proposition }) => proposition === 'P1')?.cells.a?.verdict).toBe(
      verdict,
    );
  });

  test('is no test where a rating has no evidence', async () => {
    const bare = await row(
      '## Rules for propositions\n\n- P2 (+): we read it so\n',
      '### Other (+)\n\nText.\n',
    );
    expect(bare?.cells.a?.verdict).toBe('no-evidence');
  });
});

describe('the order of the cases', () => {
  test('is that of the outcome’s membership; cases without a place come last, like ones in the order of the study', async () => {
    const { order } = await analysisOf({
      a: { Cause: '-', Outcome: '-' },
      b: { Cause: '+', Outcome: 'ns' },
      c: { Cause: '+', Other: '+', Outcome: '+' },
      d: { Outcome: '' },
      e: { Cause: '+', Other: '-', Outcome: '+' },
    });
    expect(order.cases.map((each) => [each.case, each.rank, each.membership])).toEqual([
      ['c', 1, 1],
      ['e', 1, 1],
      ['a', 2, 0],
      ['b', null, null],
      ['d', null, null],
    ]);
    expect(order.basis).toBe('outcome');
    expect(order.predictors).toEqual([
      { component: 'cause', apart: 2, against: 0, undecided: 0 },
      { component: 'other', apart: 0, against: 0, undecided: 2 },
    ]);
  });

  test('is that of the study where nothing places a case, and what differs at all stands first', async () => {
    const { order } = await analysisOf({
      b: { Cause: '+', Other: '+' },
      a: { Cause: '+', Other: '-' },
    });
    expect([order.basis, order.cases.map((each) => each.case)]).toEqual(['study', ['a', 'b']]);
    expect(order.predictors.map(({ component, apart }) => [component, apart])).toEqual([
      ['other', 1],
      ['cause', 0],
    ]);
  });
});

test('cautions say what the study shows: few cases, unequal evidence, unlike units, self-report alone', async () => {
  const { cautions } = await analysisOf({}, [], {
    'a.md': '---\nunit: district\n---\n\n### Cause (+)\n\n- A1: x\n',
    'b.md': '---\nunit: county\n---\n\n### Cause (+)\n\n- B1: x\n',
  });
  expect(cautions).toEqual([
    { id: 'few-cases', cases: ['a', 'b'], of: [] },
    { id: 'unequal-evidence', cases: ['a', 'b'], of: [] },
    { id: 'unlike-attributes', cases: ['a', 'b'], of: ['unit'] },
    { id: 'self-report-only', cases: ['a'], of: ['cause'] },
    { id: 'no-bad-news', cases: ['a'], of: ['cause'] },
  ]);
});

test('the chain of evidence names every user of a record once, and records that nobody uses', async () => {
  const { chain } = await analysisOf({}, [], {
    'study.md': `${protocol}\n## Findings\n\n### F1: One\n\n[A1] and [A1].\n`,
    'a.md': '### Cause (+)\n\n- A1: x\n\nRationale: [A1] says so.\n',
  });
  expect(chain).toEqual([
    { record: 'B1', source: 'B', case: null, codes: [], usedBy: [] },
    {
      record: 'A1',
      source: 'A',
      case: null,
      codes: [],
      usedBy: [
        { kind: 'entry', id: 'cause', case: 'a' },
        { kind: 'item', id: 'F1' },
      ],
    },
    { record: 'A2', source: 'A', case: null, codes: [], usedBy: [] },
  ]);
});

test('ratings are nowhere summed: no number of the analysis is made of marks', async () => {
  const one = await analysisOf({ a: { Cause: '+', Other: '+' }, b: { Cause: '-', Other: '-' } });
  const two = await analysisOf({ a: { Cause: '-', Other: '-' }, b: { Cause: '+', Other: '+' } });
  const numbers = (analysis: Analysis) => JSON.stringify(analysis).match(/:\d+/g);
  expect(numbers(one)).toEqual(numbers(two));
});
