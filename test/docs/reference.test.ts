/** Pages of docs/ that tell keys, names and options by hand name all of those that there are, and no others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { sectionRoles } from '../../src/domain/protocol.js';
import { parseProtocol } from '../../src/parse/protocol/protocol.js';
import { roleOf } from '../../src/parse/protocol/sections.js';
import { documents } from './documents.js';

const page = (name: string) => readFileSync(path.join('docs', name), 'utf8');

/** The rows of the table under a heading, each as its cells. */
function rowsUnder(text: string, heading: string): string[][] {
  const [, section = ''] = text.split(`\n${heading}\n`);
  const [, , ...rows] = section.split('\n#')[0]?.match(/^\|.*\|$/gm) ?? [];
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const codesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

test('docs/study.md tells every key of the front matter, and no other', () => {
  const { unread } = parseProtocol(
    new VFile({ path: 'study.md', value: '---\nqqqqqqqqqqqqqqqqqqqq: 1\n---\n' }),
  );
  const known = codesIn(unread[0]?.expected ?? '');
  const told = rowsUnder(page('study.md'), '## Keys').flatMap(([keys = '']) => codesIn(keys));
  expect(known.length).toBeGreaterThan(20);
  expect(told.sort()).toEqual(known.sort());
});

test('docs/study.md tells the sections by names that the program knows', () => {
  const rows = rowsUnder(page('study.md'), '## Sections');
  expect(rows.length).toBe(sectionRoles.length);
  for (const [section = '', others = '', chinese = ''] of rows) {
    const role = roleOf(section.replaceAll('`', ''));
    expect(role, section).not.toBeNull();
    const names = [...others.split(', '), ...chinese.split('、')].filter((name) => name !== '');
    for (const name of names) expect(roleOf(name), name).toBe(role);
  }
});

test('every option of the command line is told', () => {
  const sources = readdirSync('src/cli', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(path.join('src/cli', name), 'utf8'));
  const options = sources.flatMap((text) => [...text.matchAll(/'(--[a-z-]+)[ ']/g)]);
  const told = page('commands.md') + page('qca.md');
  expect(options.length).toBeGreaterThan(20);
  for (const [, option = ''] of options) expect(told).toContain(`\`${option}`);
});

test('every script that a document names is one of the package', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  for (const file of documents)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/npm run (?:-s )?([\w:]+)/g))
      expect(Object.keys(scripts), `${file}: npm run ${name}`).toContain(name);
});
