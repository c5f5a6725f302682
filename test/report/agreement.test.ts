/** How agreement between coders reads, with all their names and without. */
import { beforeAll, describe, expect, test } from 'vitest';
import { read } from '../../src/world/study-folder.js';
import { buildInput } from '../../src/tasks/build.js';
import { studyOf } from '../parse/in-memory.js';

const scenario = 'test/scenarios/two-coders/input';

async function outputsOf(
  options: { anonymous?: boolean; language?: string } = {},
): Promise<{ md: string; all: string }> {
  const { outputs } = await buildInput(await read(scenario), {
    formats: ['md', 'html', 'json'],
    ...options,
  });
  const md = String(outputs.find(({ path }) => path === 'report.md')?.bytes);
  return { md, all: outputs.map(({ path, bytes }) => `${path}\n${String(bytes)}`).join('\n') };
}

describe('the section on agreement', () => {
  let md = '';
  beforeAll(async () => {
    ({ md } = await outputsOf());
  });

  test('sets each disagreement beside what was settled and by whom, and leads to its entry', () => {
    const row = md
      .split('\n')
      .find((line) => line.includes('#entry-northport-resources') && line.includes('Settled by:'));
    const cells = row?.split(' | ').map((cell) => cell.trim());
    expect(cells).toHaveLength(4);
    expect(cells?.slice(1, 3)).toEqual(['**(+)**', '**(−)**']);
    expect(cells?.[3]).toMatch(
      /^\*\*\(−\)\*\*.*Settled by: Ida Fictive, Otto Invented.*overlooked at first\./,
    );
    expect(md).toMatch(/Eastport \|.*\| not settled \|/);
  });

  test('says how many units carry the numbers, and that they are few', () => {
    expect(md).toContain(
      '14 of these units were rated by two or more; on 12 of them all who rated agree (85.7 %).',
    );
    expect(md).toContain('**Caution:** The coefficients rest on 14 units.');
    expect(md).toMatch(/\| Krippendorff’s α, nominal \| 0\.724 \| .* to 1\.000 \|/);
  });

  test('words of a coder stay words', () => {
    expect(md).toContain('\\<script>the harbour master\\</script>');
  });
});

test.each(['en', 'zh'])(
  'a report without authors names no coder and no file of theirs (%s)',
  async (language) => {
    const named = /\bOtto\b|otto-invented|\bIda\b|Fictive/;
    expect(named.test((await outputsOf({ language })).all)).toBe(true);
    const { all } = await outputsOf({ language, anonymous: true });
    expect(named.exec(all)?.[0] ?? null).toBeNull();
    expect(all.includes('ratings/…')).toBe(true);
  },
);

test('a study without a second coder has no such section', async () => {
  const { study } = await studyOf({ 'a.md': '### Leadership\n', 'b.md': '### Leadership\n' });
  expect(study.coding.coders.length).toBeLessThan(2);
  const { outputs } = await buildInput(await read('test/scenarios/outcome-differs/input'), {
    formats: ['md'],
  });
  expect(String(outputs[0]?.bytes)).not.toContain('Agreement between coders');
});
