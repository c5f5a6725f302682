/** `conditions:` and `qca:` of study.md: what can be written, and what a slip is told. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Protocol } from '../../../src/domain/protocol.js';
import { parseProtocol } from '../../../src/parse/protocol/protocol.js';
import { unreadOf } from '../in-memory.js';

function protocolOf(front: string): Protocol {
  return parseProtocol(new VFile({ path: 'study.md', value: `---\n${front}\n---\n` }));
}

/** The condition that is written, without its places. */
function conditionOf(written: string) {
  const protocol = protocolOf(`conditions:\n  - ${written}`);
  expect(unreadOf(protocol)).toEqual([]);
  const [condition] = protocol.conditions;
  return {
    ...condition,
    label: condition?.label?.text,
    expects: condition?.expects?.levels,
    place: undefined,
  };
}

/** What is said of a condition, behind the words at its place. */
function complaintsOn(written: string): string[] {
  const line = `conditions: [${written}]`;
  const { unread, conditions } = protocolOf(line);
  expect(conditions).toEqual([]);
  return unread.map(({ place: { position }, found, expected }) => {
    const words = line.slice(position.start.column - 1, position.end.column - 1);
    return `${words} | ${found}: ${expected}`;
  });
}

describe('a condition', () => {
  test('is a component by name, with or without keys', () => {
    expect(conditionOf('Leadership')).toMatchObject({
      kind: 'component',
      text: 'Leadership',
      calibration: null,
    });
    expect(conditionOf('{ component: 领导力, label: LEAD, expects: "-" }')).toMatchObject({
      kind: 'component',
      text: '领导力',
      label: 'LEAD',
      expects: '-',
    });
    expect(conditionOf('{ component: Leadership, expects: + }')).toMatchObject({ expects: '+' });
  });

  test.each([
    ['anchors: [10, 25, 60]', { method: 'direct', thresholds: [10, 25, 60], idm: 0.95 }],
    ['anchors: [60, 25, 10], idm: 0.99', { method: 'direct', thresholds: [60, 25, 10], idm: 0.99 }],
    [
      'anchors: [1, 2, 3, 3, 5, 6]',
      { method: 'linear', thresholds: [1, 2, 3, 3, 5, 6], exponents: [1, 1] },
    ],
    [
      'anchors: [3, 2, 1, 6, 5, 4], exponents: [2, 3]',
      { method: 'linear', thresholds: [3, 2, 1, 6, 5, 4], exponents: [2, 3] },
    ],
    ['linear: [10, 25, 60]', { method: 'linear', thresholds: [10, 25, 60] }],
    ['ecdf: [10, 25, 60]', { method: 'ecdf' }],
    ['thresholds: [20]', { method: 'crisp', thresholds: [20] }],
    ['indirect: [10, 20, 40]', { method: 'indirect' }],
    ['ranks: true', { method: 'ranks', thresholds: [] }],
    ['label: SHARE', { method: 'as-given', thresholds: [] }],
  ])('is an attribute with a calibration: %s', (keys, calibration) => {
    expect(conditionOf(`{ attribute: size, ${keys} }`)).toMatchObject({
      kind: 'attribute',
      text: 'size',
      calibration,
    });
  });

  test('keeps its places', () => {
    const [condition] = protocolOf(
      'conditions:\n  - { attribute: size, label: A, expects: [0, 2] }',
    ).conditions;
    const columns = [condition, condition?.label, condition?.expects].map(
      (each) => each?.place.position.start.column,
    );
    expect(columns).toEqual([18, 31, 43]);
    expect(condition?.expects?.levels).toEqual([0, 2]);
  });
});

describe('a slip is told at its place', () => {
  const order =
    'the values of full exclusion, crossover and full inclusion, in this order; for a bell those of its rise, then inclusion, crossover and exclusion of its fall';

  test.each([
    [
      '{ attribute: a, anchors: [10, 60, 25] }',
      `[10, 60, 25] | \`conditions.0.anchors\`: ${order}`,
    ],
    [
      '{ attribute: a, anchors: [10, 10, 60] }',
      `[10, 10, 60] | \`conditions.0.anchors\`: ${order}`,
    ],
    ['{ attribute: a, anchors: [10, 60] }', `[10, 60] | \`conditions.0.anchors\`: ${order}`],
    [
      '{ attribute: a, anchors: [1, 2, 3, 2, 5, 6] }',
      `[1, 2, 3, 2, 5, 6] | \`conditions.0.anchors\`: ${order}`,
    ],
    ['{ attribute: a, anchors: [low, 2, 3] }', 'low | `conditions.0.anchors.0`: a number'],
    [
      '{ attribute: a, ecdf: [1, 2, 3, 4, 5, 6] }',
      '[1, 2, 3, 4, 5, 6] | `conditions.0.ecdf`: three anchors',
    ],
    [
      '{ attribute: a, thresholds: [20, 10] }',
      '[20, 10] | `conditions.0.thresholds`: numbers that rise',
    ],
    [
      '{ attribute: a, tresholds: [20] }',
      'tresholds | key `tresholds` of `conditions.0`: a known key; did you mean `thresholds`?',
    ],
    [
      '{ attribute: a, thresholds: [2], indirect: [1] }',
      '[2] | `conditions.0.thresholds`: one calibration; `indirect` is another',
    ],
    [
      '{ component: a, thresholds: [2] }',
      '[2] | `conditions.0.thresholds`: no calibration: a component has the memberships of the legend `ratings:`',
    ],
    ['{ label: A }', '{ label: A } | `conditions.0`: `component` or `attribute`'],
    [
      '{ attribute: a, component: b }',
      'b | `conditions.0.component`: either `component` or `attribute`',
    ],
    [
      '{ attribute: a, label: "A*B" }',
      '"A*B" | `conditions.0.label`: letters, numbers, hyphens, points and underscores',
    ],
    ['{ attribute: a, idm: 0.9 }', '0.9 | `conditions.0.idm`: three `anchors` beside it'],
    [
      '{ attribute: a, exponents: [1, 2] }',
      '[1, 2] | `conditions.0.exponents`: `linear` or six `anchors` beside them',
    ],
    [
      '{ attribute: a, expects: high }',
      'high | `conditions.0.expects`: `"+"`, `"-"`, or levels such as `[1, 2]`',
    ],
    ['12', '12 | `conditions.0`: a component, or `attribute` and how it becomes a set'],
  ])('%s', (written, complaint) => {
    expect(complaintsOn(written)).toEqual([complaint]);
  });
});

describe('the plan', () => {
  test('has defaults, and says where nothing is said', () => {
    expect(protocolOf('title: A').qca).toEqual({
      outcome: null,
      nCut: null,
      inclCut: null,
      priCut: null,
      unclear: 'complete',
      rowDominance: false,
      models: 'minimal',
      includeContradictions: false,
    });
  });

  test('is read', () => {
    const { qca, unread } = protocolOf(`qca:
  outcome: { attribute: growth, anchors: [1, 2, 3] }
  n-cut: 2
  incl-cut: 0.8
  pri-cut: 0.5
  unclear: leave-out-case
  row-dominance: true
  models: irredundant
  include-contradictions: true`);
    expect(unread).toEqual([]);
    expect(qca).toMatchObject({
      nCut: 2,
      inclCut: [0.8],
      priCut: 0.5,
      unclear: 'leave-out-case',
      rowDominance: true,
      models: 'irredundant',
      includeContradictions: true,
    });
    expect(qca.outcome).toMatchObject({
      kind: 'attribute',
      text: 'growth',
      place: { position: { start: { line: 3, column: 25 } } },
    });
    expect(protocolOf('qca: { incl-cut: [0.8, 0.5] }').qca.inclCut).toEqual([0.8, 0.5]);
  });

  test.each([
    [
      'incl-cut: [0.5, 0.8]',
      '`qca.incl-cut`: a share of 0 to 1, or two of which the second is lower',
    ],
    ['incl-cut: 80', '`qca.incl-cut`: a share of 0 to 1, or two of which the second is lower'],
    ['n-cut: 0', '`qca.n-cut`: at least 1'],
    ['unclear: drop', '`qca.unclear`: one of `complete`, `leave-out-condition`, `leave-out-case`'],
    ['pri_cut: 0.5', 'key `pri_cut` of `qca`: a known key; did you mean `pri-cut`?'],
  ])('a slip is told: %s', (written, complaint) => {
    const { unread } = protocolOf(`qca: { ${written} }`);
    expect(unread.map(({ found, expected }) => `${found}: ${expected}`)).toEqual([complaint]);
  });
});
