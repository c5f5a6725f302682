/** Mill's methods: what pairs of cases rule out, what they leave, and what is said of the conditions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eliminate } from '../../src/analyse/mill/index.js';
import type { Condition, Mill } from '../../src/analyse/mill/schema.js';
import { candidatesOf } from '../../src/study/elimination.js';
import { studyOf } from '../parse/in-memory.js';
import { runs } from '../runs.js';

const legend =
  '"+": { label: good, membership: 1 }, "-": { label: bad, membership: 0 }, ns: { label: unclear }';
const framework =
  '# F\n\n## D\n\n### One\n\n- P1 (+): More.\n\n### Two\n\n### Three\n\n## R\n\n### Outcome\n';

/** Marks of the components One, Two, Three and of the outcome by case; a mark with `!` has no evidence. */
async function millOf(
  cases: { [id: string]: string[] },
  { ratings = legend, more = '', files = {} } = {},
): Promise<Mill> {
  return eliminate((await studyWith(cases, { ratings, more, files })).study);
}

function studyWith(
  cases: { [id: string]: string[] },
  { ratings = legend, more = '', files = {} } = {},
) {
  const notes = Object.entries(cases).map(([id, marks]): [string, string] => {
    const entry = (name: string, mark = '') =>
      `### ${name} (${mark.replace('!', '')})\n\n${mark.endsWith('!') ? 'Text.' : '- A1: x'}\n`;
    const names = ['One', 'Two', 'Three', 'Outcome'];
    return [
      `${id}.md`,
      marks.map((mark, index) => (mark === '' ? '' : entry(names[index] ?? '', mark))).join('\n'),
    ];
  });
  return studyOf({
    'framework.md': framework,
    'study.md': `---\noutcome: Outcome\nratings: { ${ratings} }\n---\n${more}`,
    'sources/a.md': '## A\n\nA1: x\n\nA2: y\n',
    ...Object.fromEntries(notes),
    ...files,
  });
}

const idsOf = (rows: { component: string }[]) => rows.map(({ component }) => component);
const conditionOf = ({ conditions }: Mill, id: Condition['id']) =>
  conditions.find((each) => each.id === id);

describe('the method of difference', () => {
  test('names every pair that rules a component out, the most similar first', async () => {
    const { difference } = await millOf({
      a: ['+', '+', '+', '+'],
      b: ['-', '+', '-', '-'],
      c: ['-', '+', '+', '-'],
    });
    expect(difference.ruledOut).toEqual([
      { component: 'two', because: 'alike', ratings: { a: '+', b: '+', c: '+' }, by: [['a', 'c'], ['a', 'b']], pairs: 2 }, // prettier-ignore
      {
        component: 'three',
        because: 'alike',
        ratings: { a: '+', b: '-', c: '+' },
        by: [['a', 'c']],
        pairs: 1,
      },
    ]);
    expect(idsOf(difference.candidates)).toEqual(['one']);
  });

  test.each([
    ['ns', 'no-membership'],
    ['not asked', 'not-asked'],
    ['', 'missing'],
    ['-!', 'unfounded'],
  ])(
    'leaves open what (%s) does not decide, and names the entry that would have to',
    async (mark, why) => {
      const { difference } = await millOf({ a: ['+', '+', '-', '+'], b: [mark, '+', '-', '-'] });
      expect(difference.open).toEqual([
        { component: 'one', missing: [{ case: 'b', why }], pairs: 1, decided: 0 },
      ]);
    },
  );

  test('takes a mark in the middle for undecided, and two on one side for alike', async () => {
    const ratings =
      '"++": { label: a, membership: 1 }, "+": { label: b, membership: 0.7 }, o: { label: c, membership: 0.5 }, "-": { label: d, membership: 0 }';
    const { difference } = await millOf(
      { a: ['++', 'o', '+', '+'], b: ['+', '-', '-', '-'] },
      { ratings },
    );
    expect([
      idsOf(difference.candidates),
      idsOf(difference.ruledOut),
      difference.open.map(({ missing }) => missing),
    ]).toEqual([['three'], ['one'], [[{ case: 'a', why: 'middle' }]]]);
  });

  test('compares marks as names where none has a membership', async () => {
    const ratings = 'low: { label: a }, high: { label: b }, none: { label: c }';
    const mill = await millOf(
      { a: ['low', 'high', 'none', 'high'], b: ['none', 'high', 'low', 'low'] },
      { ratings },
    );
    expect([
      mill.scale,
      idsOf(mill.difference.candidates),
      idsOf(mill.difference.ruledOut),
    ]).toEqual(['marks', ['one', 'three'], ['two']]);
  });

  test('rules out what differs between cases alike in the outcome, though a missing entry leaves each pair of unlike ones open', async () => {
    const { difference } = await millOf({
      a: ['+', '+', '+', '+'],
      b: ['-', '+', '+', '+'],
      c: ['ns', '-', 'ns', '-'],
    });
    expect(difference.ruledOut).toEqual([
      {
        component: 'one',
        because: 'different',
        ratings: { a: '+', b: '-', c: 'ns' },
        by: [['a', 'b']],
        pairs: 1,
      },
    ]);
    expect(idsOf(difference.open)).toEqual(['three']);
    const named = await millOf(
      { a: ['x', 'x', 'x', 'x'], b: ['y', 'x', 'x', 'x'], c: ['', 'y', '', 'y'] },
      { ratings: 'x: { label: a }, y: { label: b }' },
    );
    expect(idsOf(named.difference.open)).toEqual(['one', 'three']);
  });
});

describe('the methods of agreement', () => {
  test('say for each group of like outcomes what it shares, what is not necessary and by which pair', async () => {
    const { agreement, joint } = await millOf({
      a: ['+', '+', '+', '+'],
      b: ['+', '-', 'ns', '+'],
      c: ['-', '-', '+', '-'],
      d: ['-', '+', '+', '-'],
    });
    expect(
      agreement.map(({ value, cases, shared, ruledOut, open }) => [
        value,
        cases,
        idsOf(shared),
        ruledOut.map(({ component, by }) => [component, by]),
        idsOf(open),
      ]),
    ).toEqual([
      ['present', ['a', 'b'], ['one'], [['two', [['a', 'b']]]], ['three']],
      ['absent', ['c', 'd'], ['one', 'three'], [['two', [['c', 'd']]]], []],
    ]);
    expect(joint).toEqual({ isPossible: true, components: ['one'] });
  });

  test('are told where the outcome is alike, and need two cases', async () => {
    const alike = await millOf({ a: ['+', '+', '-', '+'], b: ['+', '-', '-', '+'] });
    expect([alike.status, idsOf(alike.agreement[0]?.shared ?? [])]).toEqual([
      'alike',
      ['one', 'three'],
    ]);
    const apart = await millOf({ a: ['+', '+', '-', '+'], b: ['+', '-', '-', '-'] });
    expect([apart.agreement, apart.joint.isPossible]).toEqual([[], false]);
  });

  test('have nothing to say while the outcome is unrated; the contrasts stand apart from it', async () => {
    const mill = await millOf({ a: ['+', '+', 'ns', ''], b: ['+', '-', '-', 'no evidence'] });
    expect(mill).toMatchObject({
      status: 'not-rated',
      agreement: [],
      difference: { candidates: [], ruledOut: [], open: [] },
    });
    expect([
      idsOf(mill.contrasts.different),
      idsOf(mill.contrasts.equal),
      mill.contrasts.open,
    ]).toEqual([['two'], ['one'], ['three']]);
    expect(mill.pairs.unknown).toEqual([
      { cases: ['a', 'b'], equal: 1, different: 1, undecided: 1, similarity: 0.5 },
    ]);
  });
});

test('pairs are ranked by what they share among the components that both decide: most similar if unlike in the outcome, most different if alike', async () => {
  const { pairs } = await millOf({
    a: ['+', '+', '+', '+'],
    b: ['-', '-', '-', '+'],
    c: ['+', '+', '-', '-'],
    d: ['+', 'ns', 'ns', '-'],
  });
  expect(
    pairs.mostSimilar.map(({ cases, equal, different, undecided }) => [
      cases.join(''),
      equal,
      different,
      undecided,
    ]),
  ).toEqual([
    ['ad', 1, 0, 2],
    ['ac', 2, 1, 0],
    ['bc', 1, 2, 0],
    ['bd', 0, 1, 2],
  ]);
  expect(pairs.mostDifferent.map(({ cases, similarity }) => [cases.join(''), similarity])).toEqual([
    ['ab', 0],
    ['cd', 1],
  ]);
});

describe('of the conditions of the method', () => {
  test('a pair alike in everything but the outcome refutes a complete list and a relation without exceptions', async () => {
    const mill = await millOf({ a: ['+', '+', '-', '+'], b: ['+', '+', '-', '-'] });
    for (const id of ['complete-list', 'deterministic'] as const)
      expect(conditionOf(mill, id)).toMatchObject({ status: 'not-met', cases: ['a', 'b'] });
    expect(conditionOf(mill, 'single-cause')).toMatchObject({
      status: 'not-met',
      numbers: { n: 3 },
    });
  });

  test('a pair that differs in one component meets the canon, an undecided one does not', async () => {
    const met = await millOf({ a: ['+', '+', '-', '+'], b: ['-', '+', '-', '-'] });
    expect(conditionOf(met, 'one-difference')).toEqual({
      id: 'one-difference',
      status: 'met',
      cases: ['a', 'b'],
      of: [],
      numbers: { different: 1, undecided: 0, equal: 2 },
    });
    expect(conditionOf(met, 'fewer-candidates-than-cases')?.status).toBe('met');
    const open = await millOf({ a: ['+', '+', '-', '+'], b: ['-', '+', 'ns', '-'] });
    expect(conditionOf(open, 'one-difference')?.status).toBe('not-met');
    expect(conditionOf(open, 'fewer-candidates-than-cases')).toMatchObject({
      status: 'not-met',
      numbers: { candidates: 1, open: 1, all: 2 },
    });
  });

  test('a middle degree that goes with another outcome than both ends is a curve, and a mark without a side may hide one', async () => {
    const ratings =
      '"+": { label: a, membership: 1 }, o: { label: b, membership: 0.6 }, "-": { label: c, membership: 0 }, ns: { label: d }';
    const mill = await millOf(
      {
        a: ['+', '+', '+', '-'],
        b: ['o', 'o', 'o', '+'],
        c: ['-', '-', 'ns', '-'],
        d: ['o', '+', 'o', '+'],
      },
      { ratings },
    );
    expect(conditionOf(mill, 'straight-relation')).toMatchObject({
      status: 'not-met',
      of: ['one'],
    });
    const hidden = await millOf({ a: ['+', 'ns', '+', '+'], b: ['-', '+', '+', '-'] });
    expect(conditionOf(hidden, 'straight-relation')).toMatchObject({
      status: 'not-shown',
      of: ['two'],
    });
  });

  test('marks without evidence are not reliable, marks with evidence against them are in doubt', async () => {
    const bare = await millOf({ a: ['+', '+', '+', '+!'], b: ['-', '+', '+', '-'] });
    expect(conditionOf(bare, 'reliable-marks')).toMatchObject({
      status: 'not-met',
      cases: ['a'],
      of: ['outcome'],
    });
    const files = {
      'b.md': '### One (-)\n\n- A1: x\n\n- A2 (+): y\n\n### Outcome (-)\n\n- A1: x\n',
    };
    const doubted = await millOf({ a: ['+', '+', '+', '+'] }, { files });
    expect(conditionOf(doubted, 'reliable-marks')).toMatchObject({
      status: 'not-shown',
      cases: ['b'],
      of: ['one'],
    });
  });

  test('what no data can show is never said to be met', async () => {
    const mill = await millOf({ a: ['+', '+', '-', '+'], b: ['-', '+', '-', '-'] });
    const unshown = [
      'single-cause',
      'complete-list',
      'deterministic',
      'straight-relation',
      'reliable-marks',
    ] as const;
    for (const id of unshown) expect(conditionOf(mill, id)?.status).toBe('not-shown');
  });
});

test('a candidate leads to its evidence and to the items that name it: by an entry, a dimension, its proposition, or an item that does so', async () => {
  const more = `
## Findings

### F1: By an entry

[One](a.md#one).

### F2: By nothing

[A1].

## Rival explanations

### R1: Over a finding

[F1].

### R2: Of the outcome, and so of every candidate

[The outcome](b.md#outcome).

### R3: Of another

[Two](a.md#two).

## Suggestions

### S1: By a dimension

[The first](a.md#d).

### S2: By a proposition

[P1].

### S3: Two steps away

[R1].
`;
  const files = {
    'a.md':
      '## D\n\n### One (+)\n\n- A1: x\n\n- A2: y\n\n- A1: z\n\n### Two (+)\n\n- A1: x\n\n### Outcome (+)\n\n- A1: x\n',
  };
  const { difference } = await millOf({ b: ['-', '+', '+', '-'] }, { more, files });
  expect(difference.candidates).toEqual([
    {
      component: 'one',
      ratings: { a: '+', b: '-' },
      evidence: { a: ['A1', 'A2'], b: ['A1'] },
      findings: ['F1'],
      rivals: ['R1', 'R2'],
      suggestions: ['S1', 'S2'],
    },
  ]);
});

test('the checks and the analysis agree on the candidates, each component has one verdict, and the order of cases changes none', async () => {
  const mark = fc.constantFrom('+', '-', 'ns', 'no evidence', '+!', '');
  const cases = fc.array(fc.tuple(mark, mark, mark, mark), { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(cases, async (rows) => {
      const named = rows.map((row, index): [string, string[]] => [`c${String(index)}`, row]);
      const { study } = await studyWith(Object.fromEntries(named));
      const { difference, status } = eliminate(study);
      expect(candidatesOf(study)).toEqual(idsOf(difference.candidates));
      const judged = [
        ...idsOf(difference.candidates),
        ...idsOf(difference.ruledOut),
        ...idsOf(difference.open),
      ];
      expect(judged.sort()).toEqual(status === 'differs' ? ['one', 'three', 'two'] : []);
      const turned = eliminate({ ...study, cases: [...study.cases].reverse() }).difference;
      expect(idsOf(turned.candidates)).toEqual(idsOf(difference.candidates));
      expect(idsOf(turned.ruledOut)).toEqual(idsOf(difference.ruledOut));
    }),
    runs(30, 300),
  );
});
