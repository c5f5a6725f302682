/**
 * What the documents say is true: links lead somewhere, lists are those of the definitions, the first study of the README
 * passes. `UPDATE_DOCS=1 npx vitest run test/docs.test.ts` writes the lists anew.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { figures } from '../src/report/figures/index.js';
import * as publicNames from '../src/index.js';
import { kinds } from '../src/messages/kinds.js';
import { prints, results } from '../src/report/results/index.js';
import { reporters } from '../src/cli/reporters/index.js';
import { buildStudy } from '../src/tasks/build.js';
import { checkStudy } from '../src/tasks/check.js';
import { deadLinksIn, documents, linksIn, pathsIn } from './docs/documents.js';
import { readFirstStudy, writeFirstStudy } from './docs/first-study.js';
import { analysisNames, lists, templateTable } from './docs/lists.js';
import { templateFields } from './docs/template-fields.js';

test.each(lists)('in $file the list of $name is current', async ({ file, name, make }) => {
  const page = readFileSync(file, 'utf8');
  const pattern = new RegExp(`(<!-- begin: ${name} -->\n)[\\s\\S]*?(<!-- end: ${name} -->)`);
  const wanted = `\n${await make()}\n\n`;
  const mended = page.replace(pattern, (_, begin: string, end: string) => begin + wanted + end);
  if (process.env.UPDATE_DOCS) writeFileSync(file, mended);
  expect(pattern.test(page)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(mended);
});

test.each(documents)('%s leads only to files and headings that exist', (file) => {
  expect(deadLinksIn(file)).toEqual([]);
});

test('docs/README.md leads to every page of docs/', () => {
  const pages = documents.filter((file) => /^docs\/(?!README\.md)/.test(file));
  expect(pages.filter((file) => !linksIn('docs/README.md').includes(path.basename(file)))).toEqual(
    [],
  );
});

test('every message that no rule gives has its heading and its severity in docs/rules.md', () => {
  const page = readFileSync('docs/rules.md', 'utf8');
  for (const { id, severity } of kinds) {
    const [, section = ''] = page.split(`\n## ${id}\n`);
    expect(section.split('\n## ')[0], id).toContain(`Severity: ${severity}`);
  }
});

test('every display is told in templates/README.md, and every template says what it is for', async () => {
  expect(Object.keys(prints).sort()).toEqual(Object.keys(results).sort());
  expect(await templateTable()).not.toMatch(/\| {2}\|/);
});

test('every figure is told in templates/README.md', () => {
  const page = readFileSync('templates/README.md', 'utf8');
  for (const name of Object.keys(figures)) expect(page).toContain(`| \`${name}\` |`);
});

test('every path that a template may see has a meaning', () => {
  const without = templateFields()
    .split('\n')
    .filter((row) => row.endsWith('|  |'));
  expect(without).toEqual([]);
});

test('the problem matcher of docs/editors.md reads what check prints', async () => {
  const [, json = ''] =
    /```json\n([\s\S]*?)```/.exec(readFileSync('docs/editors.md', 'utf8')) ?? [];
  const [, pattern = ''] = /"regexp": (".*")/.exec(json) ?? [];
  const { files } = await checkStudy('test/check/heading-is-in-framework/not-ok');
  const { text } = reporters.text(files, { base: 'my-study', colour: false });
  const heads = text.split('\n').filter((line) => line.startsWith('my-study/'));
  expect(heads.length).toBeGreaterThan(1);
  for (const head of heads) expect(head).toMatch(new RegExp(String(JSON.parse(pattern)), 'u'));
});

test('docs/api.md names only what the package exports', () => {
  const names = Object.keys(publicNames);
  const page = readFileSync('docs/api.md', 'utf8');
  const imported = /import \{ (.*) \} from 'crosscase'/.exec(page)?.[1]?.split(', ') ?? [];
  const called = [...page.matchAll(/`(\w+)\(/g)].map(([, name = '']) => name);
  expect([...imported, ...called].filter((name) => !names.includes(name))).toEqual([]);
});

test('docs/outputs.md names every result of the analysis', () => {
  const page = readFileSync('docs/outputs.md', 'utf8');
  for (const name of analysisNames) expect(page).toContain(`| \`${name}\` |`);
});

describe('ARCHITECTURE.md', () => {
  test('names only files and folders that exist', () => {
    const missing = pathsIn('ARCHITECTURE.md').filter(
      (name) => !existsSync(name) && !existsSync(path.join('src', name)),
    );
    expect(missing).toEqual([]);
  });

  test('has the floors of floors.test.ts', () => {
    const rows = readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/^\| (\d) \| (`.*?`) \|/gm);
    const told = [...rows].flatMap(([, floor = '', rooms = '']) =>
      rooms.split(', ').map((room) => `${floor} ${room.replaceAll('`', '').replace('/', '')}`),
    );
    const [, list = ''] =
      /const floors = \[\n([\s\S]*?)\n\];/.exec(readFileSync('test/floors.test.ts', 'utf8')) ?? [];
    const held = [...list.matchAll(/\[([^\]]*)\]/g)].flatMap(([, rooms = ''], index) =>
      [...rooms.matchAll(/'([^']+)'/g)].map(([, room = '']) => `${String(index + 1)} ${room}`),
    );
    expect(told.sort()).toEqual(held.sort());
  });

  test('is read in one sitting, as the README and the page on templates are', () => {
    const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;
    expect(lines('ARCHITECTURE.md')).toBeLessThanOrEqual(200);
    expect(lines('README.md')).toBeLessThanOrEqual(150);
    expect(lines('templates/README.md')).toBeLessThanOrEqual(200);
  });
});

test('test/README.md names only files and folders that exist', () => {
  const missing = pathsIn('test/README.md').filter(
    (name) => !['', 'test', 'src'].some((folder) => existsSync(path.join(folder, name))),
  );
  expect(missing).toEqual([]);
});

describe('the first study of the README, typed off', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'crosscase-readme-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('has a protocol, a framework, records and cases', async () => {
    const files = [...(await readFirstStudy()).keys()];
    expect(files).toEqual(expect.arrayContaining(['study.md', 'framework.md']));
    expect(files.filter((file) => file.startsWith('sources/'))).not.toEqual([]);
  });

  test('passes the check without a message', async () => {
    await writeFirstStudy(path.join(folder, 'my-study'));
    const { messages } = await checkStudy(path.join(folder, 'my-study'));
    expect(messages.map(String)).toEqual([]);
  });

  test('is built without a message', async () => {
    const { messages, outputs } = await buildStudy(
      path.join(folder, 'my-study'),
      path.join(folder, 'output'),
      { formats: ['md', 'html', 'json'] },
    );
    expect(messages.map(String)).toEqual([]);
    expect(outputs.map((output) => output.path)).toContain('report.html');
    expect(existsSync(path.join(folder, 'output/report.html'))).toBe(true);
  });
});
