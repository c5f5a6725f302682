import { cpSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { useFolder } from './in-process.js';

const { at, crosscase, study } = useFolder();

describe('crosscase diff', () => {
  const note = (mark: string) => `## One\n\n### Alpha (${mark})\n\n> N1: Words.\n`;
  const files = (mark: string) => ({
    'study.md':
      '---\nratings: { "+": { label: x, membership: 1 }, "-": { label: y, membership: 0 } }\n---\n',
    'framework.md': '## One\n\n### Alpha\n',
    'sources/a.md': '---\nkind: interview\n---\n\n## N\n\nN1: Words.\n',
    'a.md': note(mark),
  });

  beforeEach(() => {
    study(files('+'));
    cpSync(at('cases'), at('older'), { recursive: true });
    study(files('-'));
  });

  test('says what changed and where, in words, in Chinese and as JSON', async () => {
    const { status, stdout, stderr } = await crosscase('diff', 'older');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('• Alpha: + → − (a.md:3)');
    expect((await crosscase('diff', 'older', '--lang', 'zh')).stdout).toContain(
      '• Alpha：+ → −（a.md:3）',
    );
    expect(JSON.parse((await crosscase('diff', 'older', '--format', 'json')).stdout)).toMatchObject(
      {
        since: 'older',
        changes: [
          {
            of: 'entry',
            case: 'a',
            component: 'alpha',
            from: '+',
            to: '-',
            place: { state: 'newer', file: 'a.md', line: 3 },
          },
        ],
      },
    );
  });

  test('takes changes for no fault, unless it is asked to', async () => {
    expect((await crosscase('diff', 'older', '--exit-code')).status).toBe(1);
    expect(await crosscase('diff', './cases', '--exit-code')).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(await crosscase('diff', './nowhere')).toMatchObject({
      status: 2,
      stderr: 'No folder `./nowhere`, expected a folder of case notes\n',
    });
    expect(await crosscase('diff', 'older', '--format', 'xml')).toMatchObject({
      status: 2,
      stdout: '',
    });
  });

  test('is a section of the report where `--since` asks for it', async () => {
    expect((await crosscase('build', '--format', 'md', '--since', 'older')).status).toBe(0);
    expect(readFileSync(at('output/report.md'), 'utf8')).toContain(
      'Compared with `older`. 1 change.',
    );
  });
});
