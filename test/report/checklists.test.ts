/** How checklists read: in the appendix, in Chinese, in an anonymous report, and with hostile words in them. */
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { buildInput } from '../../src/tasks/build.js';
import type { BuildOptions } from '../../src/tasks/options.js';
import { fillChecklistsIn, tellChecklists } from '../../src/tasks/checklists.js';
import { renderTerminal } from '../../src/output/terminal/index.js';
import { inputOf, type Files } from '../parse/in-memory.js';

const answered = (extra = '') => `---
title: Harbour rules
cases: [a]
checklists: [yin]
ratings:
  "+": { label: for, membership: 1 }
${extra}---

## Method

Some.

## Checklists

Why these.

### Yin

- CV1 (done): as [D1] shows, *and* more
- IV4 (not done)
- R1: what \`{{study.title}}\` <script>alert(1)</script> | says

## Thanks

To all.
`;

const files = (study = answered()): Files => ({
  'study.md': study,
  'sources/s.md': '---\ncase: a\nkind: interview\n---\n\n## D\n\nD1: We obey.\n',
  'a.md': '## Process components\n\n### Leadership (+)\n\n> D1: We obey.\n',
});

async function reportOf(
  study?: string,
  options: BuildOptions = {},
): Promise<{ md: string; html: string; json: string }> {
  const { outputs } = await buildInput(await inputOf(files(study)), {
    formats: ['md', 'html', 'json'],
    ...options,
  });
  const of = (name: string) => String(outputs.find(({ path }) => path === name)?.bytes);
  return { md: of('report.md'), html: of('report.html'), json: of('study.json') };
}

/** The cells of an item's row. */
const rowOf = (md: string, head: string) =>
  md
    .split('\n')
    .find((line) => line.startsWith(`| ${head}`))
    ?.split(/(?<!\\) \| /)
    .map((cell) => cell.replace(/^\| | \|$/g, ''));

describe('the appendix', () => {
  test('sets what is asked beside what is there and its status, with links', async () => {
    const { md } = await reportOf();
    const row = rowOf(md, 'CV1');
    expect(row?.[1]).toBe('Do findings converge from more than one kind of source?');
    expect(row?.[2]).toContain(
      'rated entries that rest on two or more kinds of source: 0 of 1<br><br>',
    );
    expect(row?.[2]).toMatch(/Study: as \\?\[\[D1\]\(#record-d1\)\] shows, _and_ more$/);
    expect(row?.[3]).toBe('done');
    expect(rowOf(md, 'CV2')?.[2]).toContain(
      'rated entries that cite a record of a source: 1 of 1 ([Building leadership (a)](#entry-a-leadership))',
    );
    // A status alone, without words.
    expect(rowOf(md, 'IV4')?.slice(2)).toEqual(['no section of its own', 'not done']);
    expect(rowOf(md, 'R2')?.[3]).toBe('seen');
    expect(md).toContain('#section-method');
  });

  test('says that it does not score, and prints no totals of what is done', async () => {
    const { md } = await reportOf();
    const text = md.slice(md.indexOf('Checklists of method and reporting'));
    expect(text).toContain('A checklist reports, it does not score.');
    expect(text.slice(0, text.indexOf('### Messages'))).not.toMatch(
      /\d ?%|\b(?:12|100) (?:items|tactics)|score:|total/i,
    );
  });

  test('takes the section in, whose other words stand above the tables, and leaves the next one in its place', async () => {
    const { md } = await reportOf();
    expect(md.match(/^#+ .*Checklists.*$/gm)).toEqual(['### Checklists of method and reporting']);
    expect(md).toMatch(/### Checklists of method and reporting\n+Why these\.\n/);
    expect(md.indexOf('To all.')).toBeLessThan(md.indexOf('## Appendix'));
    expect(md).toContain('## Thanks');
  });

  test('warns where something is said to be done and was not seen', async () => {
    const { md } = await reportOf(answered().replace('- IV4 (not done)', '- IV4 (done)'));
    expect(md).toContain(
      'The study says that these are done, and nothing was seen of them: CV1, IV4.',
    );
  });

  test('is left out where study.md names no checklist', async () => {
    const { md } = await reportOf(answered().replace('[yin]', '[]'));
    expect(md).not.toContain('Checklists of method');
  });

  test('keeps what authors write as words', async () => {
    const { md, html } = await reportOf();
    expect(rowOf(md, 'R1')?.[2]).toContain(
      '`{{study.title}}` \\<script>alert(1)\\</script> \\| says',
    );
    expect(html).not.toMatch(/<script>alert/);
  });

  test('journal-article has it too', async () => {
    const { md } = await reportOf(answered(), { template: 'journal-article' });
    expect(rowOf(md, 'CV1')?.[3]).toBe('done');
  });

  test('in Chinese, all but the study’s own words is Chinese', async () => {
    const { md } = await reportOf(answered('language: zh\n'));
    expect(rowOf(md, 'CV1')).toEqual([
      'CV1：多种证据来源',
      '研究发现是否由不止一类来源相互印证？',
      expect.stringMatching(
        /^依据两类以上来源的已评定条目：0\/1<br><br>来源数：1，类别数：1，记录数：1<br><br>.*研究自述：as/,
      ),
      '已完成',
    ]);
    expect(rowOf(md, 'R1')?.[2]).toContain('（[Method](#section-method)）');
    expect(md).toContain('#### Yin 的四项检验');
    expect(md).toContain('依据：Robert K. Yin');
  });
});

describe('a checklist of a study’s own', () => {
  test('is printed like the bundled ones, and its words are data', async () => {
    const input = await inputOf(files(answered().replace('[yin]', '[house]')));
    const value =
      '# House | rules {{x}}\n\n## A\n\n### H1: <b>One</b>\n\n- asks: a | b\n- sees: chain\n- section: Method\n';
    input.templates.set(
      'checklists/house.md',
      new VFile({ path: 'templates/checklists/house.md', value }),
    );
    const { outputs } = await buildInput(input, { formats: ['md'] });
    const md = String(outputs.find(({ path }) => path === 'report.md')?.bytes);
    expect(md).toContain('#### House | rules {{x}}');
    expect(rowOf(md, 'H1')?.[1]).toBe('a \\| b');
    expect(rowOf(md, 'H1')?.[2]).toMatch(/1 of 1 .*stated in \[Method\]\(#section-method\)$/);
    expect(rowOf(md, 'H1')?.[3]).toBe('seen');
  });
});

describe('asked for alone', () => {
  test('a checklist is printed whether or not the study names it, in the study’s language', async () => {
    const filled = await fillChecklistsIn(await inputOf(files(answered('language: zh\n'))), [
      'SRQR',
      'srqr',
    ]);
    expect(filled.checklists.map(({ checklist }) => checklist)).toEqual(['srqr']);
    const text = renderTerminal(await tellChecklists(filled), { width: 100, colour: false });
    expect(text).toContain('质性研究报告标准（SRQR）');
    expect(text).not.toContain('Yin');
  });

  test('one that is not known is refused with the nearest', async () => {
    const input = await inputOf(files());
    await expect(fillChecklistsIn(input, ['yin', 'corq'])).rejects.toThrow(
      'Unexpected checklist `corq`, expected some of `coreq`, `srqr`, `yin`; did you mean `coreq`?',
    );
  });
});
