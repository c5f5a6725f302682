import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { useFolder } from './in-process.js';

const { at, crosscase, study } = useFolder();

describe('crosscase build', () => {
  test('takes the language from study.md or --lang, and names the authors unless it is told not to', async () => {
    study({
      'study.md':
        '---\ntitle: 研究\nlanguage: zh\nauthors: [Ada Byron]\nratings: { "+": { label: x } }\n---\n',
      'framework.md': '## One\n\n### Alpha\n\n- title (zh): 甲\n',
      'a.md': '## One\n\n### 甲 (not reported)\n',
    });
    const report = () => readFileSync(at('output/report.md'), 'utf8');
    expect(await crosscase('build', '--format', 'md')).toMatchObject({ status: 0, stderr: '' });
    expect(report()).toMatch(/Ada Byron[^]*### 证据链/);
    expect(report()).toContain('| 甲 | 资料未提及 |');
    expect((await crosscase('build', '--format', 'md', '--lang', 'en', '--anonymous')).status).toBe(
      0,
    );
    expect(report()).toContain('### Chain of evidence');
    expect(report()).not.toContain('Ada');
  });

  test('offers the languages that it knows', async () => {
    expect((await crosscase('build', '--help')).stdout).toMatch(/--lang <language>.*: en, zh/);
    study({ 'study.md': '' });
    expect(await crosscase('build', '--lang', 'cn')).toMatchObject({
      status: 2,
      stderr: 'Unexpected language `cn`, expected one of `en`, `zh`; did you mean `zh`?\n',
    });
  });

  test('takes a folder, --out, --format, --template and --lang', async () => {
    cpSync('cases', at('notes'), { recursive: true });
    const { status } = await crosscase(
      'build',
      'notes',
      '--out',
      'there/deep',
      '--format',
      'md,json',
      '--template',
      'default',
      '--lang',
      'en',
    );
    expect(status).toBe(0);
    expect(readdirSync(at('there/deep')).sort()).toEqual([
      'figures',
      'report.md',
      'ro-crate-metadata.json',
      'study.json',
      'study.schema.json',
    ]);
  });

  test.each([
    [['build', 'nowhere'], 'No folder `nowhere`, expected a folder of case notes'],
    [['build', 'file.md'], '`file.md` is a file, expected a folder of case notes'],
    [
      ['build', '--format', 'dokx'],
      'Unexpected format `dokx`, expected some of `md`, `html`, `pdf`, `docx`, `svg`, `json`; did you mean `docx`?',
    ],
    [
      ['build', '--template', 'defalt'],
      'Unexpected template `defalt`, expected a known one; did you mean `default`?',
    ],
    [['build', '--lang', 'fr'], 'Unexpected language `fr`, expected one of `en`'],
    [
      ['build', '--format', 'md', '--out', 'file.md'],
      '`file.md` is a file, expected a folder to write to',
    ],
    [
      ['check', '--format', 'xml'],
      'Unexpected format `xml`, expected one of `text`, `json`, `github`',
    ],
    [['bild'], 'Did you mean build?'],
    [['build', '--formt', 'md'], 'Did you mean --format?'],
  ])('%j is a wrong request: one line, no stack, exit code 2', async (args, message) => {
    cpSync('cases', at('cases'), { recursive: true });
    writeFileSync(at('file.md'), '');
    const { status, stderr } = await crosscase(...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(2);
  });

  test('with an error in the notes writes nothing, leaves what was there, says so, and exits with 1', async () => {
    study({ 'study.md': '---\ntitle: A\n---\n', 'a.md': '### Leadership (+)\n\n> A1: x\n' });
    mkdirSync(at('output'));
    writeFileSync(at('output', 'report.md'), 'an earlier report');
    const { status, stdout, stderr } = await crosscase('build');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('Nothing was written');
    expect(readdirSync(at('output'))).toEqual(['report.md']);
    expect(readFileSync(at('output', 'report.md'), 'utf8')).toBe('an earlier report');
  });

  test('that is stopped by the register says that nobody searched what was written before', async () => {
    study({
      'study.md': '---\ntitle: A\n---\n',
      'a.md': '## Process components\n',
      'respondents.yaml': 'respondents: {}\n',
    });
    const said = 'What `output` holds is of an earlier build, and was not searched for names.';
    expect((await crosscase('build')).stderr).not.toContain(said);
    mkdirSync(at('output'));
    writeFileSync(at('output', 'report.md'), 'an earlier report');
    expect((await crosscase('build')).stderr).toContain(said);
  });

  test('what cannot be written is said in a line, and leaves no part of a file', async () => {
    cpSync('cases', at('cases'), { recursive: true });
    mkdirSync(at('output', 'study.json', 'in-the-way'), { recursive: true });
    const { status, stderr } = await crosscase('build', '--format', 'md,json');
    expect(status).toBe(2);
    expect(stderr).toContain('`output` cannot be written to');
    expect(stderr).not.toContain('    at ');
    expect(readdirSync(at('output')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
