import { beforeAll, expect, test } from 'vitest';
import { buildInput, type BuildPlan } from '../../src/tasks/build.js';
import { generateStudy } from '../bench/notes.js';

let built: BuildPlan;

beforeAll(async () => {
  built = await buildInput(await generateStudy(30), { formats: ['md', 'html', 'json'] });
});

function textOf(name: string): string {
  return String(built.outputs.find(({ path }) => path === name)?.bytes);
}

test('thirty cases are compared: a column a case in the matrix, by their ids', () => {
  expect(built.messages.map(String)).toEqual([]);
  const [head] = /^\| Component \|.*$/m.exec(textOf('report.md')) ?? [];
  expect(head?.match(/\[case-\d+\]/g)).toHaveLength(30);
});

test('more cases than fit side by side stand below each other, a table a component', () => {
  expect(textOf('report.md')).toContain('_Building leadership: case by case_');
  expect(textOf('report.md')).not.toContain('the cases side by side');
  expect(textOf('report.html').match(/<table class="stacked"/g)).toHaveLength(31);
});

test('every record of every case is in the report, and study.json holds every entry', () => {
  for (const { key } of built.study.records) expect(textOf('report.md')).toContain(`**${key}** (`);
  const { cases } = JSON.parse(textOf('study.json')) as { cases: { entries: unknown[] }[] };
  expect(cases.map(({ entries }) => entries.length)).toEqual(Array.from({ length: 30 }, () => 31));
});

test('the weight of many cases is counted, a row a component and a row a case, and no table has a column a case', () => {
  const text = textOf('report.md');
  const section = text.slice(
    text.indexOf('### Weight of the evidence'),
    text.indexOf('## Dimension by dimension'),
  );
  const rows = section.split('\n').filter((line) => /^\| (?!-|Component|Case)/.test(line));
  expect(rows).toHaveLength(31 + 30);
  expect(Math.max(...rows.map((line) => line.split(' | ').length))).toBeLessThan(10);
  const { length } = built.study.cases.filter(({ entries }) =>
    [...(entries.get('leadership')?.parts ?? [])].some(({ type }) => type === 'evidence'),
  );
  expect(section).toMatch(
    new RegExp(
      String.raw`^\| \*{0,2}Building leadership\*{0,2} \| ${String(length)} \| 0 \| ${String(length)} \|`,
      'm',
    ),
  );
});
