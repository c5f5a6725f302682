/** From study.md and case notes to sets, and to one result. */
import { describe, expect, test } from 'vitest';
import { analyseData, analyseSets } from '../../../src/analyse/qca/index.js';
import { qcaSchema, type Qca } from '../../../src/analyse/qca/schema.js';
import { linesOf, studyOf, type Files } from '../../parse/in-memory.js';

const framework = `---
id: small
---

## Process

### Leadership

- code: LEAD
- P1 (+): More of it is better.

### Information integration planning

- P2: It matters, but who knows how.

### Conflict

- P3 (-): Less of it is better.

### Trust

- see: P1, P3

## Outcome

### Success

- code: OUT
`;

const legend = `ratings:
  "+": { label: good, membership: 1 }
  "-": { label: bad, membership: 0 }
  ns: { label: unclear }
`;

/** A case: its attributes, and the marks of its components. */
interface Told {
  [name: string]: string | number | boolean;
}

const components = [
  'Leadership',
  'Information integration planning',
  'Conflict',
  'Trust',
  'Success',
];

function filesOf(protocol: string, cases: { [id: string]: Told }): Files {
  const notes = Object.entries(cases).map(([id, told]) => {
    const attributes = Object.entries(told).filter(([name]) => !components.includes(name));
    const front = attributes
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}\n`)
      .join('');
    const entries = components
      .filter((name) => name in told)
      .map((name) => `### ${name} (${String(told[name])})\n\nText.\n`);
    return [`${id}.md`, `---\n${front}---\n\n${entries.join('\n')}`] as const;
  });
  return {
    'framework.md': framework,
    'study.md': `---\n${legend}${protocol}---\n`,
    ...Object.fromEntries(notes),
  };
}

async function resultOf(
  protocol: string,
  cases: { [id: string]: Told },
): Promise<{ qca: Qca; lines: string[] }> {
  const checked = await studyOf(filesOf(protocol, cases));
  const qca = analyseSets(checked.study);
  if (!qca) throw new Error('No conditions');
  // What the schema does not know would be missing in study.json; what is not JSON would break it.
  expect(qcaSchema.strict().parse(JSON.parse(JSON.stringify(qca)))).toEqual(qca);
  return { qca, lines: linesOf(checked) };
}

function modelsOf({ directions }: Qca, kind: string, isNegated = false): string[] | undefined {
  const direction = directions.find((each) => each.isNegated === isNegated);
  return direction?.solutions
    .find((solution) => solution.kind === kind)
    ?.models.map(({ expression }) => expression);
}

/** Success follows leadership with planning; conflict and trust are spread. */
const rated: { [id: string]: Told } = {
  a: { Leadership: '+', 'Information integration planning': '+', Conflict: '-', Success: '+' },
  b: { Leadership: '+', 'Information integration planning': '+', Conflict: '+', Success: '+' },
  c: { Leadership: '+', 'Information integration planning': '-', Conflict: '+', Success: '-' },
  d: { Leadership: '-', 'Information integration planning': '+', Conflict: '-', Success: '-' },
  e: { Leadership: '-', 'Information integration planning': '-', Conflict: '-', Success: '-' },
};
const conditions =
  'outcome: Success\nconditions: [Leadership, Information integration planning, Conflict]\n';

describe('ratings', () => {
  test('a study without conditions is not analysed', async () => {
    const { study } = await studyOf(filesOf('outcome: Success\n', rated));
    expect(analyseSets(study)).toBeNull();
  });

  test('become crisp sets by the legend, named by code or a short form of the id', async () => {
    const { qca } = await resultOf(conditions, rated);
    expect(
      qca.conditions.map(({ id, label, of, levels, isFuzzy }) => [id, label, of, levels, isFuzzy]),
    ).toEqual([
      ['leadership', 'LEAD', 'component', 2, false],
      ['information-integration-planning', 'INFO-INTE-PL', 'component', 2, false],
      ['conflict', 'CONFLICT', 'component', 2, false],
    ]);
    expect(qca.outcome?.label).toBe('OUT');
    expect(qca.cases[2]).toEqual({
      case: 'c',
      values: [1, 0, 1],
      outcome: 0,
      raw: ['+', '-', '+', '-'],
    });
    expect(modelsOf(qca, 'parsimonious')).toEqual(['LEAD*INFO-INTE-PL']);
    expect(modelsOf(qca, 'parsimonious', true)).toEqual(['~INFO-INTE-PL + ~LEAD']);
    expect(qca.settings.inclCut).toEqual([1]);
    expect(qca.completions).toBeNull();
  });

  test('expectations come from the signs of propositions, from the study’s own rules, and from study.md before both', async () => {
    const named =
      'outcome: Success\nconditions:\n  - Leadership\n  - Conflict\n  - Trust\n  - Information integration planning\n';
    const told = Object.fromEntries(
      Object.entries(rated).map(([id, marks]) => [id, { ...marks, Trust: '+' }]),
    );
    const { qca } = await resultOf(named, told);
    const expectations = (result: Qca) =>
      result.conditions.map(({ expects, expectedBy }) => [expects, expectedBy]);
    // Trust is seen by a proposition for and one against; planning by one without a sign.
    expect(expectations(qca)).toEqual([
      [[1], 'P1'],
      [[0], 'P3'],
      [null, null],
      [null, null],
    ]);
    const files = filesOf(named, told);
    const rule = await studyOf({
      ...files,
      'study.md': `${String(files['study.md'])}\n## Rules for propositions\n\n- P2 (+): why\n`,
    });
    expect(expectations(analyseSets(rule.study)!)[3]).toEqual([[1], 'P2']);
    const own = await resultOf(
      named.replace('- Conflict', '- { component: Conflict, expects: "+" }'),
      told,
    );
    expect(expectations(own.qca)[1]).toEqual([[1], 'study.md']);
  });

  test('memberships between 0 and 1 make a fuzzy set, with a cut-off of 0.8 unless study.md says otherwise', async () => {
    const fuzzy = legend.replace(
      'ns: { label: unclear }',
      '"(+)": { label: rather, membership: 0.7 }',
    );
    const files = filesOf(conditions, rated);
    const { study } = await studyOf({
      ...files,
      'study.md': String(files['study.md']).replace(legend, fuzzy),
    });
    const qca = analyseSets(study)!;
    expect(qca.conditions.every(({ isFuzzy }) => isFuzzy)).toBe(true);
    expect(qca.settings.inclCut).toEqual([0.8]);
    const { qca: stricter } = await resultOf(
      `${conditions}qca: { incl-cut: [0.9, 0.5], n-cut: 2, pri-cut: 0.6 }\n`,
      rated,
    );
    expect(stricter.settings).toMatchObject({ inclCut: [0.9, 0.5], nCut: 2, priCut: 0.6 });
  });
});

describe('attributes', () => {
  const cases: { [id: string]: Told } = {
    a: { Budget: 60, staff: 5, share: 0.2, site: true, Success: '+' },
    b: { budget: '25', staff: 20, share: 0.5, site: false, Success: '-' },
    c: { budget: 10, staff: 60, share: 0.9, site: true, Success: '+' },
    d: { budget: 40, staff: 19, share: 0.4, site: false, Success: '-' },
  };

  test('are calibrated by anchors, thresholds, or stand as they are; the numbers are kept', async () => {
    const { qca, lines } = await resultOf(
      `outcome: Success
conditions:
  - { attribute: budget, anchors: [10, 25, 60] }
  - { attribute: staff, thresholds: [20, 50], label: STAFF, expects: [1, 2] }
  - { attribute: share }
  - { attribute: site }
`,
      cases,
    );
    expect(
      qca.conditions.map(({ label, levels, isFuzzy, calibration }) => [
        label,
        levels,
        isFuzzy,
        calibration?.method,
      ]),
    ).toEqual([
      ['BUDGET', 2, true, 'direct'],
      ['STAFF', 3, false, 'crisp'],
      ['SHARE', 2, true, 'as-given'],
      ['SITE', 2, false, 'as-given'],
    ]);
    expect(qca.cases.map(({ values }) => values.slice(1))).toEqual([
      [0, 0.2, 1],
      [1, 0.5, 0],
      [2, 0.9, 1],
      [0, 0.4, 0],
    ]);
    // Anchors of full exclusion and inclusion are memberships of 0.05 and 0.95 (Ragin 2008).
    expect(qca.cases.map(({ values }) => Math.round((values[0] ?? NaN) * 1000) / 1000)).toEqual([
      0.95, 0.5, 0.05, 0.779,
    ]);
    expect(qca.cases[1]?.raw).toEqual(['25', '20', '0.5', 'false', '-']);
    expect(qca.conditions[1]?.expects).toEqual([1, 2]);
    expect(qca.unassigned).toEqual([{ case: 'b', conditions: ['BUDGET', 'SHARE'] }]);
    expect(qca.cautions.find(({ id }) => id === 'half-membership')?.of).toEqual([
      'b',
      'BUDGET',
      'SHARE',
    ]);
    expect(lines.filter((line) => line.includes('0.5'))).toEqual([
      'b.md:2:11-2:15 warning Unexpected `25` of `b` in `budget`, which is a membership of 0.5, expected more or less',
      'b.md:4:10-4:13 warning Unexpected `0.5` of `b` in `share`, which is a membership of 0.5, expected more or less',
    ]);
  });

  test('may be the outcome', async () => {
    const { qca } = await resultOf(
      'conditions: [Success]\nqca:\n  outcome: { attribute: staff, thresholds: [20], label: LARGE }\n',
      cases,
    );
    expect(qca.outcome).toMatchObject({ id: 'staff', label: 'LARGE', of: 'attribute' });
    expect(qca.cases.map(({ outcome }) => outcome)).toEqual([0, 1, 1, 0]);
  });

  test('numbers with separators or signs are ambiguous: a message says which number may be meant', async () => {
    const odd = {
      ...cases,
      a: { budget: '1,200', Success: '+' },
      c: { budget: '45 %', Success: '+' },
      d: { Success: '-' },
    };
    const { qca, lines } = await resultOf(
      'outcome: Success\nconditions: [{ attribute: budget, anchors: [10, 20, 60] }]\n',
      odd,
    );
    expect(lines.filter((line) => line.includes('budget'))).toEqual([
      'a.md:2:11-2:18 error Unexpected `1,200` as `budget` of `a`, expected a number; did you mean `1200`?',
      'c.md:2:11-2:17 error Unexpected `45 %` as `budget` of `c`, expected a number; did you mean `45`?',
      'd.md:1:1-1:1 warning Unexpected case `d` without a value in `budget`, expected one, without which every way to settle it is run',
    ]);
    expect(qca.cases.map(({ values }) => values[0] === null)).toEqual([true, false, true, true]);
  });

  test('two sets of one short name are told apart', async () => {
    const twin = {
      a: { 'num ber': 1, 'num-ber': 0, Success: '+' },
      b: { 'num ber': 0, 'num-ber': 1, Success: '-' },
    };
    const { qca } = await resultOf(
      'outcome: Success\nconditions: [{ attribute: num ber }, { component: Conflict, label: NUM-BER }]\n',
      twin,
    );
    expect(qca.conditions.map(({ label }) => label)).toEqual(['NUM-BER-2']);
  });
});

describe('what cannot be analysed is told with its reason', () => {
  const problemOf = async (protocol: string, cases: { [id: string]: Told }) => {
    const { qca, lines } = await resultOf(protocol, cases);
    expect(qca.directions).toEqual([]);
    return { problem: qca.problem, lines: lines.filter((line) => line.startsWith('study.md')) };
  };
  const alike = Object.fromEntries(
    Object.entries(rated).map(([id, told]) => [id, { ...told, Success: '+' }]),
  );

  test('no outcome', async () => {
    const { problem, lines } = await problemOf('conditions: [Leadership]\n', rated);
    expect(problem).toEqual({ id: 'no-outcome', of: [] });
    expect(lines).toEqual([
      'study.md:6:14-6:24 error Unexpected conditions without an outcome, expected `outcome:`, or `qca:` with `outcome:` in it',
    ]);
  });

  test('an outcome that is alike in all cases', async () => {
    const { problem, lines } = await problemOf(conditions, alike);
    expect(problem).toEqual({ id: 'constant-outcome', of: ['OUT'] });
    expect(lines).toEqual([
      'study.md:6:10-6:17 warning Unexpected outcome `Success` on one side in all cases, expected cases with and cases without it',
    ]);
  });

  test('an outcome that is hardly rated', async () => {
    const bare = Object.fromEntries(
      Object.entries(rated).map(([id, told]) => [
        id,
        { ...told, Success: id === 'a' ? '+' : 'ns' },
      ]),
    );
    const { problem, lines } = await problemOf(conditions, bare);
    expect(problem).toEqual({ id: 'too-few-cases', of: ['a'] });
    expect(lines).toEqual([
      'study.md:6:10-6:17 warning Unexpected 1 of 5 cases with a membership in the outcome `Success`, expected at least two',
    ]);
  });

  test('an outcome of several levels', async () => {
    const cases = {
      a: { size: 1, Trust: '+' },
      b: { size: 20, Trust: '-' },
      c: { size: 60, Trust: '+' },
    };
    const { problem, lines } = await problemOf(
      'conditions: [Trust]\nqca: { outcome: { attribute: size, thresholds: [10, 50] } }\n',
      cases,
    );
    expect(problem).toEqual({ id: 'no-outcome', of: ['SIZE'] });
    expect(lines).toEqual([
      'study.md:7:30-7:34 error Unexpected 3 levels of the outcome `size`, expected a crisp or a fuzzy set: one threshold, or anchors',
    ]);
  });

  test('no condition that is known, with the nearest component or attribute', async () => {
    const cases = { a: { budget: 1, Success: '+' }, b: { budget: 0, Success: '-' } };
    const { problem, lines } = await problemOf(
      'outcome: Success\nconditions: [Leadrship, budget, { attribute: buget }]\n',
      cases,
    );
    expect(problem).toEqual({ id: 'no-condition', of: [] });
    expect(lines).toEqual([
      'study.md:7:14-7:23 error Unexpected `Leadrship`, expected a component of `small`; did you mean `Leadership`?',
      'study.md:7:25-7:31 error Unexpected `budget`, expected a component of `small`; did you mean `{ attribute: budget }`?',
      'study.md:7:46-7:51 error Unexpected attribute `buget`, expected an attribute of a case (`budget`); did you mean `budget`?',
    ]);
  });

  test('thirty conditions', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `x${String(at)}`);
    const cases = { a: { Success: '+' } as Told, b: { Success: '-' } as Told };
    for (const name of many) Object.assign(cases.a, { [name]: 1 });
    for (const name of many) Object.assign(cases.b, { [name]: 0 });
    const { problem, lines } = await problemOf(
      `outcome: Success\nconditions: [${many.map((name) => `{ attribute: ${name} }`).join(', ')}]\n`,
      cases,
    );
    expect(problem?.id).toBe('too-many-conditions');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('error Unexpected 30 conditions, expected at most 25');
  });
});

test('more configurations than can be numbered exactly are a problem, not a crash', () => {
  const conditions = Array.from({ length: 20 }, (_, at) => ({
    label: `X${String(at)}`,
    levels: 10,
    isFuzzy: false,
  }));
  const rows = [0, 1].map((outcome) => ({
    case: `c${String(outcome)}`,
    values: conditions.map(() => 9 * outcome),
    outcome,
  }));
  const qca = analyseData({ conditions, outcome: { label: 'O', levels: 2, isFuzzy: false }, rows });
  expect(qca.problem?.id).toBe('too-many-conditions');
  expect(qca.directions).toEqual([]);
});

test('names of sets may be anything that a heading or key may be', async () => {
  const cases = {
    a: { 'a|b <script>{{x}}': 1, Success: '+' },
    b: { 'a|b <script>{{x}}': 0, Success: '-' },
  };
  const { qca } = await resultOf(
    'outcome: Success\nconditions: [{ attribute: "a|b <script>{{x}}" }]\n',
    cases,
  );
  expect(qca.conditions[0]).toMatchObject({ id: 'a|b <script>{{x}}', label: 'A-B-SCRIPT-X' });
  expect(modelsOf(qca, 'conservative')).toEqual(['A-B-SCRIPT-X']);
});
