/** Agreement in a study: who rated what, how marks are read, when there are too few, and what is kept of the way to a consensus. */
import { describe, expect, test } from 'vitest';
import { agree } from '../../../src/analyse/agreement/index.js';
import { agreementSchema, type Agreement } from '../../../src/analyse/agreement/schema.js';
import type { Study } from '../../../src/domain/study.js';
import { linesOf, studyOf, type Files } from '../../parse/in-memory.js';

const components = ['Leadership', 'Planning', 'Resources', 'Trust', 'Law', 'Outcome'];
const framework = `# F\n\n## D\n\n${components.map((name) => `### ${name}\n`).join('\n')}`;
const legend = `ratings:
  "+": { label: good, membership: 1 }
  "-": { label: bad, membership: 0 }
  ns: { label: unclear }
`;
const scale = `ratings:
  full: { label: in, membership: 1 }
  out: { label: out, membership: 0 }
  half: { label: between, membership: 0.4 }
`;

/** Marks of each case in the order of the components; an empty one is none. */
interface Marks {
  [id: string]: string[];
}

function noteOf(marks: string[]): string {
  return components
    .map(
      (name, index) => `### ${name}${marks[index] ? ` (${marks[index]})` : ''}\n\nRationale: so.\n`,
    )
    .join('\n');
}

function tableOf(marks: Marks): string {
  const rows = components.map(
    (name, index) =>
      `| ${name} | ${Object.values(marks)
        .map((each) => each[index] ?? '')
        .join(' | ')} |`,
  );
  return [
    `| | ${Object.keys(marks).join(' | ')} |`,
    `| --- |${Object.keys(marks)
      .map(() => ' --- |')
      .join('')}`,
    ...rows,
  ].join('\n');
}

async function studyWith(
  notes: Marks,
  more: Files,
  front = `coders: [Ada, Bo]\n${legend}`,
): Promise<Study> {
  const files = Object.entries(notes).map(([id, marks]) => [`${id}.md`, noteOf(marks)] as const);
  const { study } = await studyOf({
    'framework.md': framework,
    'study.md': `---\n${front}---\n`,
    ...Object.fromEntries(files),
    ...more,
  });
  return study;
}

async function agreementOf(...given: Parameters<typeof studyWith>): Promise<Agreement> {
  const agreement = agree(await studyWith(...given));
  if (!agreement) throw new Error('No agreement');
  expect(
    agreementSchema.safeParse(JSON.parse(JSON.stringify(agreement))).error?.issues ?? [],
  ).toEqual([]);
  return agreement;
}

function valueOf({ readings }: Agreement, name: string, reading = 0): number | null | undefined {
  return readings[reading]?.coefficients.find((each) => each.name === name)?.value;
}

const notes: Marks = {
  a: ['+', '-', '+', 'ns', '-', '+'],
  b: ['+', '+', '-', '-', 'not reported', '-'],
};
const second: Marks = { a: ['+', '-', '-', '+', '-', '+'], b: ['+', '+', '-', '-', 'ns', '-'] };

describe('who rated', () => {
  test('there is no agreement without a second coder, nor by a file of the first one alone', async () => {
    expect(agree(await studyWith(notes, {}))).toBeNull();
    expect(agree(await studyWith(notes, { 'ratings/ada.md': tableOf(second) }))).toBeNull();
  });

  test('the notes are the first coder’s, by the name in study.md; others by their files, in the order of study.md', async () => {
    const files = {
      'ratings/bo.md': tableOf(second),
      'ratings/cy.md': '---\ncoder: Cy Li\n---\n\n' + tableOf(second),
    };
    const { coders } = await agreementOf(notes, files, `coders: [Ada, Cy Li, Bo]\n${legend}`);
    expect(coders.map(({ id, name, from, units }) => [id, name, from, units])).toEqual([
      ['A', 'Ada', 'notes', 12],
      ['B', 'Cy Li', 'file', 12],
      ['C', 'Bo', 'file', 12],
    ]);
    expect(coders[0]?.used).toEqual({ '+': 5, '-': 5, ns: 1, 'not-reported': 1 });
  });

  test('the notes are nobody’s where the first coder has a file too', async () => {
    const files = { 'ratings/ada.md': tableOf(second), 'ratings/bo.md': tableOf(second) };
    const agreement = await agreementOf(notes, files);
    expect(agreement.coders.map(({ from }) => from)).toEqual(['file', 'file']);
    expect(agreement.disagreements).toEqual([]);
  });

  test('without `coders:` the notes are those of the first author, and without authors of nobody by name', async () => {
    const named = await agreementOf(
      notes,
      { 'ratings/bo.md': tableOf(second) },
      `authors: [Eve]\n${legend}`,
    );
    const unnamed = await agreementOf(notes, { 'ratings/bo.md': tableOf(second) }, legend);
    expect([named.coders[0]?.name, unnamed.coders[0]?.name]).toEqual(['Eve', null]);
  });

  test('a coder’s file needs nothing from the notes’ marks: cases without any are rated all the same', async () => {
    const { units, readings } = await agreementOf(
      { a: [], b: [] },
      { 'ratings/bo.md': tableOf(second) },
    );
    expect(units).toHaveLength(12);
    expect(readings[0]).toMatchObject({ units: 0, agreed: 0, coefficients: [] });
  });
});

describe('how marks are read', () => {
  test('marks without membership and words of absence are missing, and beside that categories of their own', async () => {
    const { readings } = await agreementOf(notes, { 'ratings/bo.md': tableOf(second) });
    expect(readings.map(({ id, marks, units, agreed }) => [id, marks, units, agreed])).toEqual([
      ['main', ['+', '-'], 10, 9],
      ['every-mark', ['+', '-', 'ns', 'not-reported'], 12, 9],
    ]);
  });

  test('there is one reading where it makes no difference', async () => {
    const { readings } = await agreementOf(
      { a: ['+', '-'] },
      { 'ratings/bo.md': tableOf({ a: ['+', '+'] }) },
    );
    expect(readings.map(({ id }) => id)).toEqual(['main']);
  });

  test('an empty cell is no rating, and an entry without a mark is none', async () => {
    const { units, readings } = await agreementOf(
      { a: ['+', '', '-'] },
      { 'ratings/bo.md': tableOf({ a: ['', '+', '-'] }) },
    );
    expect(units.map(({ marks }) => marks)).toEqual([
      { A: '+', B: null },
      { A: null, B: '+' },
      { A: '-', B: '-' },
    ]);
    expect(readings[0]?.units).toBe(1);
  });

  test('three marks with memberships are ordered by them: weighted kappa, AC2, ordinal and interval alpha beside', async () => {
    const own: Marks = {
      a: ['full', 'half', 'out', 'half', 'full', 'out'],
      b: ['half', 'half', 'out', 'full', 'full', 'out'],
    };
    const other: Marks = {
      a: ['full', 'full', 'out', 'half', 'half', 'out'],
      b: ['half', 'out', 'out', 'full', 'full', 'half'],
    };
    const agreement = await agreementOf(
      own,
      { 'ratings/bo.md': tableOf(other) },
      `coders: [Ada, Bo]\n${scale}`,
    );
    expect(agreement.readings).toMatchObject([{ marks: ['out', 'half', 'full'], isOrdered: true }]);
    expect(agreement.readings[0]?.coefficients.map(({ name }) => name)).toEqual([
      'percent',
      'cohen',
      'cohen-linear',
      'cohen-quadratic',
      'fleiss',
      'brennan-prediger',
      'gwet-ac1',
      'gwet-ac2',
      'krippendorff-nominal',
      'krippendorff-ordinal',
      'krippendorff-interval',
    ]);
    // All disagreements are between neighbours.
    expect(valueOf(agreement, 'cohen-quadratic')).toBeGreaterThan(valueOf(agreement, 'cohen') ?? 1);
    expect(valueOf(agreement, 'krippendorff-interval')).not.toBeCloseTo(
      valueOf(agreement, 'krippendorff-ordinal') ?? 0,
      6,
    );
  });

  test('more than two coders have no Cohen’s kappa, but Conger’s and Light’s', async () => {
    const agreement = await agreementOf(
      notes,
      { 'ratings/bo.md': tableOf(second), 'ratings/cy.md': tableOf(notes) },
      `coders: [Ada, Bo, cy]\n${legend}`,
    );
    const names = agreement.readings[0]?.coefficients.map(({ name }) => name);
    expect(names).toEqual([
      'percent',
      'conger',
      'light',
      'fleiss',
      'brennan-prediger',
      'gwet-ac1',
      'krippendorff-nominal',
    ]);
  });
});

describe('what cannot be said', () => {
  test('fewer than 10 units in common give no coefficient, overall or by component, but a caution', async () => {
    const agreement = await agreementOf(
      { a: notes.a ?? [] },
      { 'ratings/bo.md': tableOf({ a: second.a ?? [] }) },
    );
    expect(agreement.readings.flatMap(({ coefficients }) => coefficients)).toEqual([]);
    expect(agreement.cautions).toEqual([{ id: 'too-few-units', n: 5 }]);
    expect(agreement.disagreements).toHaveLength(2);
  });

  test('a component has a coefficient from 10 cases on', async () => {
    const many = (from: string[]) =>
      Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [`c${String(index)}`, [from[index] ?? '+']]),
      );
    const agreement = await agreementOf(many(['-', '-', '-']), {
      'ratings/bo.md': tableOf(many(['-', '-'])),
    });
    const [component] = agreement.readings[0]?.components ?? [];
    expect(component).toMatchObject({ component: 'leadership', units: 10, agreed: 9 });
    expect(component?.coefficients.find(({ name }) => name === 'cohen')?.value).toBeCloseTo(
      0.737,
      3,
    );
  });

  test('marks that are all alike give null with a reason, never 1 or 0', async () => {
    const all: Marks = { a: components.map(() => '+'), b: components.map(() => '+') };
    const agreement = await agreementOf(all, { 'ratings/bo.md': tableOf(all) });
    const undefinedOnes = agreement.readings[0]?.coefficients.filter(
      ({ reason }) => reason === 'no-variation',
    );
    expect(undefinedOnes?.map(({ name, value }) => [name, value])).toEqual([
      ['cohen', null],
      ['fleiss', null],
      ['krippendorff-nominal', null],
    ]);
    expect(agreement.readings[0]).toMatchObject({ alphaGrade: null, kappaGrade: null });
    expect(agreement.cautions.map(({ id }) => id)).toEqual(['few-units', 'no-variation']);
  });

  test('high agreement with a low kappa is named for what it is, and lost resamples are counted', async () => {
    const most = components.map(() => '+');
    const own: Marks = { a: most, b: most, c: most, d: ['-', ...most.slice(1)] };
    const other: Marks = { a: most, b: most, c: ['-', ...most.slice(1)], d: most };
    const agreement = await agreementOf(own, { 'ratings/bo.md': tableOf(other) });
    expect(valueOf(agreement, 'percent')).toBeCloseTo(22 / 24, 9);
    expect(valueOf(agreement, 'cohen')).toBeLessThan(0);
    expect(agreement.readings[0]).toMatchObject({ alphaGrade: 'unreliable', kappaGrade: 'poor' });
    const alpha = agreement.readings[0]?.coefficients.find(
      ({ name }) => name === 'krippendorff-nominal',
    );
    const lost = alpha?.interval?.undefinedResamples ?? 0;
    expect(lost).toBeGreaterThan(0);
    expect(agreement.cautions).toEqual([
      { id: 'few-units', n: 24 },
      { id: 'prevalence', n: 24 },
      { id: 'undefined-resamples', n: lost },
    ]);
  });
});

describe('disagreements', () => {
  const consensus =
    '---\nsettled-by: Ada and Bo\n---\n\n## a\n\n### Resources (-)\n\n- was: +\n\nRationale: seen again.\n\n### Trust (ns)\n\n- settled by: Cy\n';

  test('have each coder’s mark and reason, and what was settled by whom', async () => {
    const changed = { ...notes, a: notes.a?.with(2, '-') ?? [] };
    const agreement = await agreementOf(changed, {
      'ratings/bo.md': `${tableOf(second)}\n\n## a\n\n### Trust\n\nRationale: they did.\n`,
      'ratings/consensus.md': consensus,
    });
    expect(agreement.disagreements).toEqual([
      {
        component: 'resources',
        case: 'a',
        said: { A: { mark: '+', rationale: null }, B: { mark: '-', rationale: null } },
        settled: { mark: '-', by: 'Ada and Bo', rationale: 'seen again.' },
      },
      {
        component: 'trust',
        case: 'a',
        said: { A: { mark: 'ns', rationale: 'so.' }, B: { mark: '+', rationale: 'they did.' } },
        settled: { mark: 'ns', by: 'Cy', rationale: null },
      },
      {
        component: 'law',
        case: 'b',
        said: { A: { mark: 'not-reported', rationale: 'so.' }, B: { mark: 'ns', rationale: null } },
        settled: null,
      },
    ]);
    expect(agreement.cautions).toContainEqual({ id: 'marks-changed', n: 1 });
  });

  test('count in agreement as they were first, also once the note has the settled mark', async () => {
    const files = { 'ratings/bo.md': tableOf(second) };
    const before = await agreementOf(notes, files);
    const after = await agreementOf(
      { ...notes, a: notes.a?.with(2, '-') ?? [] },
      { ...files, 'ratings/consensus.md': consensus },
    );
    expect(after.readings).toEqual(before.readings);
  });
});

test('a reason cites records as any text of the study does, and uses none of them for the notes', async () => {
  const { messages, study } = await studyOf({
    'framework.md': framework,
    'study.md': `---\ncoders: [Ada, Bo]\n${legend}---\n`,
    'a.md': noteOf([]),
    'sources/d.md': '## D\n\nD1: x\n',
    'ratings/bo.md': '## a\n\n### Trust (+)\n\nRationale: [D1] and [D2].\n',
  });
  expect(linesOf({ messages }, 'link-resolves')).toEqual([
    expect.stringContaining('ratings/bo.md:5:21-5:25 error Unexpected link `[D2]`'),
  ]);
  expect(study.references.filter(({ written }) => written === 'D1')).toMatchObject([
    { target: { kind: 'record' }, holder: null },
  ]);
});
