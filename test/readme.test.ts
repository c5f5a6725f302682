/** Lists in the README are generated from the definitions. `UPDATE_README=1 npm test` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../src/check/rules.js';
import { readTemplates } from '../src/world/package-files.js';
import { componentsOf, propositionsOf } from '../src/study/framework.js';
import { parseFramework } from '../src/parse/framework/framework.js';
import { analysisSchema } from '../src/analyse/index.js';
import { prints, results } from '../src/report/results/index.js';
import { viewList } from './view-list.js';

function ruleList(): string {
  const rows = Object.entries(rules).map(
    ([id, { severity, rule }]) =>
      `| <a id="${id}"></a>\`${id}\` | ${severity} | ${rule.description} | ${rule.note} |`,
  );
  return ['| rule | severity | what holds | why |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

async function frameworkList(): Promise<string> {
  const templates = await readTemplates();
  const find = (id: string) => templates.get(`frameworks/${id}.md`) ?? null;
  const rows = [...templates.keys()].sort().flatMap((path) => {
    const [, id] = /^frameworks\/(.*)\.md$/.exec(path) ?? [];
    const file = id === undefined ? null : find(id);
    if (!file) return [];
    const { framework } = parseFramework(file, find);
    const counts = [
      framework.dimensions.length,
      componentsOf(framework).length,
      propositionsOf(framework).length,
    ];
    return [
      `| [\`${framework.id}\`](templates/${path}) | ${framework.title} | ${counts.join(' | ')} |`,
    ];
  });
  return [
    '| framework | title | dimensions | components | propositions |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

async function templateList(): Promise<string> {
  const templates = await readTemplates();
  const rows = [...templates.keys()].sort().flatMap((path) => {
    const [, name] = /^report\/([^/]+)\.md$/.exec(path) ?? [];
    const description = /^description: (.*)$/m.exec(String(templates.get(path)))?.[1];
    return name === undefined
      ? []
      : [`| [\`${name}\`](templates/${path}) | ${description ?? ''} |`];
  });
  return ['| template | is |', '| --- | --- |', ...rows].join('\n');
}

function resultList(): string {
  const rows = Object.entries(prints).map(([name, { argument, text }]) => {
    const call = argument === undefined ? `"${name}"` : `"${name}" ${argument}`;
    return `| \`{{result ${call}}}\` | ${text} |`;
  });
  return ['| written | prints |', '| --- | --- |', ...rows].join('\n');
}

test.each([
  ['README.md', 'rules', ruleList],
  ['README.md', 'frameworks', frameworkList],
  ['README.md', 'templates', templateList],
  ['templates/README.md', 'results', resultList],
  ['templates/README.md', 'view', viewList],
])('in %s the list of %s is current', async (file, name, list) => {
  const readme = readFileSync(file, 'utf8');
  const pattern = new RegExp(`(<!-- begin: ${name} -->\n)[\\s\\S]*?(<!-- end: ${name} -->)`);
  const wanted = `${await list()}\n`;
  const mended = readme.replace(pattern, (_, begin: string, end: string) => begin + wanted + end);
  if (process.env.UPDATE_README) writeFileSync(file, mended);
  expect(pattern.test(readme)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(mended);
});

test('every display is told in templates/README.md, and every template says what it is for', async () => {
  expect(Object.keys(prints).sort()).toEqual(Object.keys(results).sort());
  expect(await templateList()).not.toMatch(/\| {2}\|/);
});

test('every path that a template may see has a meaning', () => {
  const without = viewList()
    .split('\n')
    .filter((row) => row.endsWith('|  |'));
  expect(without).toEqual([]);
});

test('every result of the analysis is named in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const name of Object.keys(analysisSchema.shape)) expect(readme).toContain(`| \`${name}\` |`);
});

test('the README leads only to files that exist', () => {
  for (const file of [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'cases/README.md',
    'templates/README.md',
    'output/README.md',
    'test/README.md',
  ]) {
    const folder = file.includes('/') ? file.replace(/[^/]*$/, '') : '';
    for (const [, url = ''] of readFileSync(file, 'utf8').matchAll(/\]\(((?!https?:|#)[^)#]+)/g)) {
      if (/^(?:chaoyang|wuhou|case)\.md|^\{\{/.test(url)) continue;
      expect(() => readFileSync(folder + url), `${file} → ${url}`).not.toThrow();
    }
  }
});
