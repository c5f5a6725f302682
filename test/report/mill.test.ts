/** How Mill's methods, patterns and the order of the cases read, and where they lead. */
import { describe, expect, test } from 'vitest';
import { buildInput } from '../../src/tasks/build.js';
import { inputOf, type Files } from '../parse/in-memory.js';

const head = (more = '') => `---
title: T
outcome: Outcome
ratings: { "+": { label: good, membership: 1 }, "-": { label: bad, membership: 0 }, ns: { label: unclear } }
${more}---
`;
const framework =
  '# F\n\n## D\n\n### One\n\n- P1: It matters.\n\n### Two\n\n- P2 (+): More.\n\n### Three\n\n## R\n\n### Outcome\n';
const names = ['One', 'Two', 'Three', 'Outcome'];
const noteOf = (marks: string[], title = '') =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${marks.map((mark, index) => `### ${names[index] ?? ''} (${mark})\n\nA finding.\n${mark.length > 2 ? '' : '\n- A1: x\n'}`).join('\n')}`;

async function reportOf(
  cases: { [id: string]: string[] },
  study = head(),
  more: Files = {},
): Promise<string> {
  const notes = Object.entries(cases).map(
    ([id, marks]) => [`${id}.md`, noteOf(marks, `The case ${id}`)] as const,
  );
  const files = {
    'framework.md': framework,
    'study.md': study,
    'sources/a.md': '## A\n\nA1: x\n',
    ...Object.fromEntries(notes),
    ...more,
  };
  const { outputs, messages } = await buildInput(await inputOf(files), { formats: ['md'] });
  expect(messages.filter(({ fatal }) => fatal === true)).toEqual([]);
  return String(outputs.find(({ path }) => path === 'report.md')?.bytes);
}

const part = (report: string, from: string) =>
  report.slice(report.indexOf(from)).split(/\n#{1,3} /)[0] ?? '';

describe('elimination', () => {
  test('leads from a candidate to entries, records and rivals, and from what is ruled out to both entries', async () => {
    const report = await reportOf(
      { a: ['+', '+', 'ns', '+'], b: ['-', '+', '-', '-'] },
      `${head()}\n## Rival explanations\n\n### R1: Luck\n\n[One](a.md#one)\n`,
    );
    const section = part(report, '### Elimination');
    expect(section).toContain(
      '| One | [**(+)**](#entry-a-one) [A1](#record-a1) | [**(−)**](#entry-b-one) [A1](#record-a1) | none | [R1](#item-r1) | none |',
    );
    expect(section).toContain(
      '| [Two](#entry-a-two) | The case a [**(+)**](#entry-a-two) and The case b [**(+)**](#entry-b-two) |',
    );
    expect(section).toContain(
      '| [Three](#entry-a-three) | The case a [**(ns)**](#entry-a-three) |',
    );
    expect(section).toContain('They are not causes');
  });

  test('says of two unrated cases that nothing can be said, and what would follow', async () => {
    const section = part(
      await reportOf({ a: ['+', '+', 'ns', 'no evidence'], b: ['-', '+', '-', 'not asked'] }),
      '### Elimination',
    );
    expect(section).toContain('is decided in fewer than two cases');
    expect(section).toContain(
      'Different between cases: [One](#entry-a-one). Without a difference in the outcome these are contrasts, not candidates.',
    );
    expect(section).toContain('Should the outcome turn out to differ');
    expect(section).not.toContain('Candidates:');
  });

  test('asks the method of agreement where the outcome is alike', async () => {
    const section = part(
      await reportOf({ a: ['+', '+', 'ns', '+'], b: ['-', '+', '-', '+'] }),
      '### Elimination',
    );
    expect(section).toContain(
      'Method of agreement: The case a; The case b are alike in the outcome ([**(+)**](#entry-a-outcome)).',
    );
    expect(section).toContain('not ruled out as necessary: [Two](#entry-a-two).');
    expect(section).toContain(
      '[One](#entry-a-one) (The case a [**(+)**](#entry-a-one) and The case b [**(−)**](#entry-b-one)).',
    );
  });

  test('keeps titles that look like gaps or markup as words', async () => {
    const title = '{components} | <b> {b}';
    const more = {
      'a.md': noteOf(['+', '+', 'ns', '+'], title),
      'b.md': noteOf(['-', '+', '-', '+'], title),
    };
    const section = part(await reportOf({}, head(), more), '### Elimination');
    expect(section).toContain(
      'Method of agreement: {components} | \\<b> {b}; {components} | \\<b> {b} are alike',
    );
    expect(section).toContain('| {components} \\| \\<b> {b} and {components} \\| \\<b> {b} |');
  });
});

test('patterns show the records of each case, and whose the sign is', async () => {
  const report = await reportOf(
    { a: ['+', '+', 'ns', '+'], b: ['-', 'ns', '-', '-'] },
    `${head()}\n## Rules for propositions\n\n- P1 (+): *more* than nothing\n`,
  );
  const section = part(report, '## Pattern matching');
  expect(section).toMatch(
    /\*\*P1\*\* It matters\. \| One \| \*\*\(\+\)\*\* own rule \| .*fits<br><br>\[A1\]\(#record-a1\) \| .*against<br><br>\[A1\]/,
  );
  expect(section).toContain('**P1 (+)**: more than nothing');
  expect(section).toContain('**Outcome, for comparison**');
  // The rule itself stays in the protocol, as it was written.
  expect(report).toContain('P1 (+): _more_ than nothing');
});

describe('cases in the order of the outcome', () => {
  const seven = Object.fromEntries(
    ['-', '+', 'ns', '-', '+', 'no evidence', '+'].map((mark, index) => [
      `c${String(index)}`,
      [mark, '+', 'ns', mark],
    ]),
  );

  test('stand in columns where they are few, with their shortest finding', async () => {
    const section = part(
      await reportOf({ a: ['-', '+', 'ns', '-'], b: ['+', '+', '-', '+'] }),
      '### Cases in the order',
    );
    expect(section).toContain('| Component | [The case b](#case-b) | [The case a](#case-a) |');
    expect(section).toContain(
      '| One | [**(+)**](#entry-b-one) 1 piece of evidence<br><br>A finding. | [**(−)**](#entry-a-one)',
    );
    expect(section).not.toContain('figures/order');
  });

  test('stand in rows where they are many, those without a place last and said to be so', async () => {
    const section = part(await reportOf(seven), '### Cases in the order');
    const rows = [...section.matchAll(/^\| (?:\[The case (c\d)\]|\*\*(Without a place))/gm)].map(
      ([, id, group]) => id ?? group,
    );
    expect(rows).toEqual(['c1', 'c4', 'c6', 'c0', 'c3', 'Without a place', 'c2', 'c5']);
    expect(section).toContain(
      'Without a place in the order, since the outcome is not rated there or its mark has no membership: The case c2; The case c5.',
    );
    expect(section).toContain('figures/order.svg');
  });
});
