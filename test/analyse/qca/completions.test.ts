/** Marks without a membership: settled in every way, left out, and never 0.5 nor 0. */
import { describe, expect, test } from 'vitest';
import { complete, type OpenData } from '../../../src/analyse/qca/completions.js';
import type { Settings } from '../../../src/analyse/qca/search/settings.js';
import { analyseSets } from '../../../src/analyse/qca/index.js';
import type { Qca } from '../../../src/analyse/qca/schema.js';
import { studyOf } from '../../parse/in-memory.js';

const framework =
  '---\nid: small\n---\n\n## D\n\n### Ax\n\n- code: A\n\n### Bx\n\n- code: B\n\n### Cx\n\n- code: C\n\n### Yx\n\n- code: Y\n';
const protocol = `ratings:
  "+": { label: good, membership: 1 }
  "-": { label: bad, membership: 0 }
  ns: { label: unclear }
outcome: Yx
conditions: [Ax, Bx, Cx]
`;

/** `++-+` are the marks of A, B, C and Y; `?` is a mark without a membership, a space none at all. */
async function resultOf(cases: { [id: string]: string }, plan = ''): Promise<Qca> {
  const notes = Object.entries(cases).map(([id, marks]) => {
    const entries = Array.from(marks).map(
      (mark, at) =>
        `### ${'ABCY'[at] ?? ''}x (${mark === '?' ? 'ns' : mark === '0' ? 'not asked' : mark})\n\nText.\n`,
    );
    return [`${id}.md`, entries.join('\n')] as const;
  });
  const { study } = await studyOf({
    'framework.md': framework,
    'study.md': `---\n${protocol}${plan}---\n`,
    ...Object.fromEntries(notes),
  });
  const qca = analyseSets(study);
  if (!qca) throw new Error('No conditions');
  return qca;
}

const parsimonious = ({ completions }: Qca, isNegated = false) =>
  (completions?.terms ?? [])
    .filter((term) => term.kind === 'parsimonious' && term.isNegated === isNegated)
    .map(({ expression, inEvery, inSome, isRobust }) => [expression, inEvery, inSome, isRobust]);

// A alone decides; what is open is a cell of C, which makes no difference, and one of B.
const open = { a: '++?+', b: '+--+', c: '-++-', d: '-?--', e: '-+--' };

describe('all completions', () => {
  test('tell what holds however the open marks are settled from what may hold', async () => {
    const qca = await resultOf(open);
    expect(qca.completions).toMatchObject({
      cells: [
        { case: 'a', column: 'C' },
        { case: 'd', column: 'B' },
      ],
      possible: 4,
      run: 4,
      isSampled: false,
    });
    expect(parsimonious(qca)).toEqual([['A', 4, 4, true]]);
    expect(parsimonious(qca, true)).toEqual([['~A', 4, 4, true]]);
    const conservative =
      qca.completions?.terms.filter(
        ({ kind, isNegated }) => kind === 'conservative' && !isNegated,
      ) ?? [];
    // With C of case a present there is no way to merge it with b: two terms; else one, which is in neither of the others.
    expect(
      conservative.map(({ expression, inEvery, isRobust }) => [expression, inEvery, isRobust]),
    ).toEqual([
      ['A*B*C', 2, false],
      ['A*~B*~C', 2, false],
      ['A*~C', 2, false],
    ]);
  });

  test('stand beside the analysis of the cases in which nothing is open, which says so', async () => {
    const qca = await resultOf(open);
    expect(qca.directions[0]?.truthTable.rows.flatMap(({ cases }) => cases).sort()).toEqual([
      'b',
      'c',
      'e',
    ]);
    expect(qca.cautions.find(({ id }) => id === 'unclear-settled')).toEqual({
      id: 'unclear-settled',
      of: ['a', 'd'],
      n: 2,
      limit: null,
    });
    expect(qca.cases[0]).toEqual({
      case: 'a',
      values: [1, 1, null],
      outcome: 1,
      raw: ['+', '+', 'ns', '+'],
    });
  });

  test('a case whose outcome is open takes no part, and a condition of which nothing is known neither', async () => {
    const qca = await resultOf({ ...open, f: '+++?', g: '+++0' });
    expect(qca.leftOut).toEqual({ conditions: [], cases: ['f', 'g'] });
    expect(qca.completions?.possible).toBe(4);
    const blank = await resultOf({ a: '++?+', b: '+-0+', c: '-+?-' });
    expect(blank.leftOut).toEqual({ conditions: ['C'], cases: [] });
    expect(blank.conditions.map(({ label }) => label)).toEqual(['A', 'B']);
    expect(blank.completions).toBeNull();
    expect(blank.cases.map(({ values }) => values.length)).toEqual([2, 2, 2]);
  });

  test('where the cases without open marks do not suffice there is no analysis but that of the completions', async () => {
    const qca = await resultOf({ a: '+?++', b: '-?--' });
    expect(qca.problem).toBeNull();
    // B is known of no case, so that it is left out instead.
    expect(qca.leftOut.conditions).toEqual(['B']);
    const bare = await resultOf({ a: '+?++', b: '-+?-', c: '?+--' });
    expect(bare.directions).toEqual([]);
    expect(bare.completions?.run).toBe(8);
  });

  test('a condition with an open mark is not called alike in all cases, one without is', async () => {
    // No case is whole, so that the cases without open marks say nothing of any condition.
    const { cautions, directions } = await resultOf({ a: '+?++', b: '-++-', c: '?++-' });
    expect(directions).toEqual([]);
    expect(cautions.filter(({ id }) => id === 'constant-condition').map(({ of }) => of)).toEqual([
      ['C'],
    ]);
  });
});

describe('study.md may leave out instead', () => {
  test('the conditions', async () => {
    const qca = await resultOf(open, 'qca: { unclear: leave-out-condition }\n');
    expect(qca.leftOut).toEqual({ conditions: ['B', 'C'], cases: [] });
    expect([qca.completions, qca.settings.unclear]).toEqual([null, 'leave-out-condition']);
    expect(qca.directions[0]?.solutions[0]?.models.map(({ expression }) => expression)).toEqual([
      'A',
    ]);
  });

  test('the cases', async () => {
    const qca = await resultOf(open, 'qca: { unclear: leave-out-case }\n');
    expect(qca.leftOut).toEqual({ conditions: [], cases: ['a', 'd'] });
    expect([qca.completions, qca.conditions.length]).toEqual([null, 3]);
    expect(qca.cautions.some(({ id }) => id === 'unclear-settled')).toBe(true);
  });
});

describe('many open cells', () => {
  const settings: Settings = {
    nCut: 1,
    inclCut: [1],
    priCut: 0,
    rowDominance: false,
    models: 'minimal',
    includeContradictions: false,
    expectations: [null, null, null],
  };
  const set = (label: string, levels = 2) => ({ label, levels, isFuzzy: false });
  const data: OpenData = {
    conditions: [set('A'), set('B'), set('C', 3)],
    outcome: set('Y'),
    rows: Array.from({ length: 12 }, (_, at) => ({
      case: String(at),
      values: [at % 2, at < 6 ? null : 1, at < 4 ? null : at % 3],
      outcome: at % 2,
    })),
  };

  test('are sampled, which is said; the sample is the same each time and has no completion twice', () => {
    const found = complete(data, settings);
    // Six cells of two levels and four of three.
    expect(found).toMatchObject({ possible: 64 * 81, run: 256, isSampled: true });
    expect(
      found?.terms.find(
        ({ expression, kind, isNegated }) =>
          expression === 'A[1]' && kind === 'parsimonious' && !isNegated,
      ),
    ).toMatchObject({
      inEvery: 256,
      isRobust: true,
    });
    expect(complete(data, settings)).toEqual(found);
  });

  test('progress is told', () => {
    const told: number[] = [];
    complete(data, settings, (what, done) => {
      if (what === 'completions') told.push(done);
    });
    expect(told).toEqual(Array.from({ length: 256 }, (_, at) => at));
  });

  test('so many that no number can hold them are called very many, not infinite', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      case: String(at),
      values: [at % 2, at < 58 ? null : 1, null],
      outcome: at % 2,
    }));
    const found = complete({ ...data, rows }, settings);
    expect(found?.possible).toBe(Number.MAX_SAFE_INTEGER);
    expect(found?.isSampled).toBe(true);
  });
});
