import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let home: string;

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'crosscase-'));
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

function crosscase(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  return { status, stdout, stderr };
}

function study(files: { [name: string]: string }): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, 'cases', name)), { recursive: true });
    writeFileSync(path.join(home, 'cases', name), text);
  }
}

describe('crosscase build', () => {
  test('writes md, html and json of `cases` to `output`, a line a file with size and time', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    const { status, stdout, stderr } = crosscase('build');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.trim().split('\n');
    const figures = lines.filter((line) => line.startsWith('output/figures/'));
    expect(figures.length).toBeGreaterThanOrEqual(5);
    expect(lines.filter((line) => !figures.includes(line))).toEqual(
      ['report.md', 'report.html', 'study.json', 'study.schema.json'].map(
        (name) => expect.stringMatching(new RegExp(`^output/${name}  [\\d.]+ kB  \\d+ ms$`)) as string,
      ),
    );
    expect(readdirSync(path.join(home, 'output')).sort()).toEqual([
      'figures',
      'report.html',
      'report.md',
      'study.json',
      'study.schema.json',
    ]);
    expect(readdirSync(path.join(home, 'output/figures'))).toHaveLength(figures.length);
  });

  test('takes a folder, --out, --format, --template and --lang', () => {
    cpSync('cases', path.join(home, 'notes'), { recursive: true });
    const { status } = crosscase('build', 'notes', '--out', 'there/deep', '--format', 'md,json', '--template', 'default', '--lang', 'en');
    expect(status).toBe(0);
    expect(readdirSync(path.join(home, 'there/deep')).sort()).toEqual(['figures', 'report.md', 'study.json', 'study.schema.json']);
  });

  test.each([
    [['build', 'nowhere'], 'No folder `nowhere`, expected a folder of case notes'],
    [['build', 'file.md'], '`file.md` is a file, expected a folder of case notes'],
    [['build', '--format', 'docx'], 'Unexpected format `docx`, expected some of `md`, `html`, `json`'],
    [['build', '--template', 'defalt'], 'Unexpected template `defalt`, expected a known one; did you mean `default`?'],
    [['build', '--lang', 'fr'], 'Unexpected language `fr`, expected one of `en`'],
    [['build', '--out', 'file.md'], '`file.md` is a file, expected a folder to write to'],
    [['check', '--format', 'xml'], 'Unexpected format `xml`, expected one of `text`, `json`, `github`'],
    [['bild'], 'Did you mean build?'],
    [['build', '--formt', 'md'], 'Did you mean --format?'],
  ])('%j is a wrong request: one line, no stack, exit code 2', (args, message) => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    writeFileSync(path.join(home, 'file.md'), '');
    const { status, stderr } = crosscase(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });

  test('with an error in the notes writes nothing, leaves what was there, says so, and exits with 1', () => {
    study({ 'study.md': '---\ntitle: A\n---\n', 'a.md': '### Leadership (+)\n\n> A1: x\n' });
    mkdirSync(path.join(home, 'output'));
    writeFileSync(path.join(home, 'output', 'report.md'), 'an earlier report');
    const { status, stdout, stderr } = crosscase('build');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Nothing was written');
    expect(readdirSync(path.join(home, 'output'))).toEqual(['report.md']);
    expect(readFileSync(path.join(home, 'output', 'report.md'), 'utf8')).toBe('an earlier report');
  });

  test('what cannot be written is said in a line, and leaves no part of a file', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    mkdirSync(path.join(home, 'output', 'study.json', 'in-the-way'), { recursive: true });
    const { status, stderr } = crosscase('build');
    expect(status).toBe(2);
    expect(stderr).toContain('`output` cannot be written to');
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(path.join(home, 'output')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('crosscase check', () => {
  const faulty = {
    'study.md': '---\ntitle: A\nratings:\n  "+": { label: good }\n---\n',
    'a.md': '## Process components\n\n### 领导力与 Managing Conflits (+)\n\nText.\n',
  };

  test('prints place, reason, the line with carets under the words, and the reason for the rule', () => {
    study({ ...faulty, 'a.md': '## Process components\n\n### 信任 (+)\n\n> A1 [码, CODE]: 词\n' });
    const { status, stdout } = crosscase('check');
    expect(status).toBe(1);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.startsWith('cases/a.md:5:10 error Unexpected code `CODE`'));
    expect(lines[at + 1]).toBe('  5 | > A1 [码, CODE]: 词');
    // 码 takes two columns on a terminal.
    expect(lines[at + 2]).toBe(`    | ${' '.repeat(10)}^^^^`);
    expect(stdout).toContain('A code without a definition cannot be applied by a second coder.');
  });

  test('--format json gives every message as data', () => {
    study(faulty);
    const { status, stdout } = crosscase('check', 'cases', '--format', 'json');
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

  test('--format github gives a workflow command a message', () => {
    study(faulty);
    const { stdout } = crosscase('check', '--format', 'github');
    expect(
      stdout
        .split('\n')
        .filter(Boolean)
        .every((line) => /^::(error|warning|notice) file=cases\/[^,]+,line=\d+,col=\d+,title=[\w-]+::\S/.test(line)),
    ).toBe(true);
  });

  test('a line break or a command in a note cannot make a workflow command of its own', () => {
    study({ ...faulty, 'a.md': '### x%0A::error::y\n' });
    const { stdout } = crosscase('check', '--format', 'github');
    expect(stdout).not.toMatch(/^::error::y/m);
  });

  test('control characters of a note do not reach the terminal', () => {
    study({ ...faulty, 'a.md': '### \u001b[31mred\u0007 (+)\n' });
    const { stdout } = crosscase('check');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toContain('\u0007');
  });

  test('a study without messages prints nothing and exits with 0', () => {
    cpSync('cases', path.join(home, 'cases'), { recursive: true });
    expect(crosscase('check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('severities of study.md decide the exit code', () => {
    study({
      ...faulty,
      'study.md': faulty['study.md'].replace('---\n', '---\nrules: { heading-is-in-framework: warning, component-is-covered: off }\n'),
    });
    const { status, stdout } = crosscase('check');
    expect(stdout).toContain('warning Unexpected `领导力与 Managing Conflits`');
    expect(status).toBe(0);
  });
});

test('the command line says what it is', () => {
  expect(crosscase('--version').stdout.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(crosscase('--help').stdout).toContain('build [options] [folder]');
  expect(existsSync('dist/cli.js')).toBe(true);
});
