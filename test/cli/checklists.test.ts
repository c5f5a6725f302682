import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { analysisSchema } from '../../src/analyse/index.js';
import { useFolder } from './in-process.js';

const { crosscase, study } = useFolder();

describe('crosscase check --checklist', () => {
  const notes = {
    'study.md':
      '---\ntitle: Harbours\nratings: { "+": { label: for } }\n---\n\n## Checklists\n\n### COREQ\n\n- 24 (done): two of us\n',
    'a.md': '## Process components\n\n### Leadership (+)\n\n> D1: yes\n\n### Ledership (+)\n',
    'sources/s.md': '---\nkind: interview\n---\n\n## D\n\nD1: yes\n',
  };

  test('prints one as it is filled in, and nothing else, though the notes have an error', async () => {
    study(notes);
    expect((await crosscase('check')).status).toBe(1);
    const { status, stdout, stderr } = await crosscase('check', '--checklist', 'srqr');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('S21: Funding');
    expect(stdout).not.toContain('Ledership');
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
  });

  test('prints several, as text in another language or as data', async () => {
    study(notes);
    const chinese = (await crosscase('check', '--checklist', 'Yin,coreq', '--lang', 'zh')).stdout;
    expect(chinese).toMatch(/Yin 的四项检验[^]*质性研究报告统一标准（COREQ）/);
    expect(chinese).toContain('研究自述：two of us');
    const data = analysisSchema.shape.checklists.parse(
      JSON.parse((await crosscase('check', '--checklist', 'coreq', '--format', 'json')).stdout),
    );
    expect(data.map(({ checklist, items }) => [checklist, items.length])).toEqual([['coreq', 32]]);
    expect(data[0]?.items[23]).toMatchObject({
      item: '24',
      status: 'done',
      stated: [{ status: 'done', text: 'two of us' }],
    });
  });

  test.each([
    [
      ['srq'],
      'Unexpected checklist `srq`, expected some of `coreq`, `srqr`, `yin`; did you mean `srqr`?\n',
    ],
    [[','], 'Missing name behind `--checklist`, expected the name of a checklist such as `srqr`\n'],
    [
      ['yin', '--format', 'github'],
      'Unexpected format `github` for a checklist, expected one of `text`, `json`\n',
    ],
    [['yin', '--lang', 'fr'], 'Unexpected language `fr`, expected one of `en`, `zh`\n'],
  ])('refuses %j', async (args, message) => {
    study(notes);
    expect(await crosscase('check', '--checklist', ...args)).toEqual({
      status: 2,
      stdout: '',
      stderr: message,
    });
  });

  test('knows a study’s own, which goes before a bundled one of its name', async () => {
    study({
      ...notes,
      'templates/checklists/yin.md':
        '# Mine\n\n## All\n\n### M1: Only this\n\n- asks: Is it so?\n- sees: quotations\n',
    });
    const { status, stdout } = await crosscase('check', '--checklist', 'yin');
    expect(status).toBe(0);
    expect(stdout).toContain('│ M1');
    expect(stdout).not.toContain('CV1');
  });
});
