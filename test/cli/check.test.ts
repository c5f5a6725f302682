import { cpSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useFolder } from './in-process.js';

const { at, crosscase, study } = useFolder();

describe('crosscase check', () => {
  const faulty = {
    'study.md': '---\ntitle: A\nratings:\n  "+": { label: good }\n---\n',
    'a.md': '## Process components\n\n### 领导力与 Managing Conflits (+)\n\nText.\n',
  };

  test('prints place, reason, the line with carets under the words, and the reason for the rule', async () => {
    study({ ...faulty, 'a.md': '## Process components\n\n### 信任 (+)\n\n> A1 [码, CODE]: 词\n' });
    const { status, stdout } = await crosscase('check');
    expect(status).toBe(1);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) =>
      line.startsWith('cases/a.md:5:10 error Unexpected code `CODE`'),
    );
    expect(lines[at + 1]).toBe('  5 | > A1 [码, CODE]: 词');
    // 码 takes two columns on a terminal.
    expect(lines[at + 2]).toBe(`    | ${' '.repeat(10)}^^^^`);
    expect(stdout).toContain('A code without a definition cannot be applied by a second coder.');
  });

  test('--format json gives every message as data', async () => {
    study(faulty);
    const { status, stdout } = await crosscase('check', 'cases', '--format', 'json');
    expect(status).toBe(1);
    const { messages } = JSON.parse(stdout) as { messages: { [key: string]: unknown }[] };
    expect(messages.find(({ rule }) => rule === 'heading-is-in-framework')).toMatchObject({
      file: 'cases/a.md',
      line: 3,
      column: 1,
      severity: 'error',
    });
    expect(messages.every(({ reason, url, note }) => reason && url && note)).toBe(true);
  });

  test('--format github gives a workflow command a message', async () => {
    study(faulty);
    const { stdout } = await crosscase('check', '--format', 'github');
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .every((line) =>
          /^::(error|warning|notice) file=cases\/[^,]+,line=\d+,col=\d+,title=[\w-]+::\S/.test(
            line,
          ),
        ),
    ).toBe(true);
  });

  test('a line break or a command in a note cannot make a workflow command of its own', async () => {
    study({ ...faulty, 'a.md': '### x%0A::error::y\n' });
    const { stdout } = await crosscase('check', '--format', 'github');
    expect(stdout).not.toMatch(/^::error::y/m);
  });

  test('control characters of a note do not reach the terminal', async () => {
    study({ ...faulty, 'a.md': '### \u001b[31mred\u0007 (+)\n' });
    const { stdout } = await crosscase('check');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u0007');
  });

  test('a study without messages prints nothing and exits with 0', async () => {
    cpSync('cases', at('cases'), { recursive: true });
    expect(await crosscase('check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('severities of study.md decide the exit code', async () => {
    study({
      ...faulty,
      'study.md': faulty['study.md'].replace(
        '---\n',
        '---\nrules: { heading-is-in-framework: warning, component-is-covered: off }\n',
      ),
    });
    const { status, stdout } = await crosscase('check');
    expect(stdout).toContain('warning Unexpected `领导力与 Managing Conflits`');
    expect(status).toBe(0);
  });
});
