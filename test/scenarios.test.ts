/**
 * Each folder of test/scenarios is a study: `input/` goes in; `messages.txt` holds every message, and `expected/` those of
 * the outputs that the scenario is about. Some invariants hold over all of them. A new scenario needs no code.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { decode } from '../src/world/decode.js';
import { read } from '../src/world/study-folder.js';
import type { Input } from '../src/domain/input.js';
import { buildInput, type BuildPlan } from '../src/tasks/build.js';
import { isCampaign } from './runs.js';

const home = path.resolve('test/scenarios');
const names = readdirSync(home, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
// What needs no paper is built without it: setting a PDF takes as long as everything else.
const web = { formats: ['md', 'html', 'json'] };
const folders = [...names.map((name) => path.join(home, name, 'input')), path.resolve('cases')];

/** Whether a folder is built a second time in all formats: every one in a campaign, else two with different fonts. */
const isBuiltTwice = (folder: string) =>
  isCampaign || ['chinese', 'five-cases'].includes(path.basename(path.dirname(folder)));

/** One build of each folder serves all that is asked of it. */
function built(formats?: string[]): (folder: string) => Promise<BuildPlan> {
  const builds = new Map<string, Promise<BuildPlan>>();
  return (folder) => {
    const known =
      builds.get(folder) ??
      read(folder).then((input) => buildInput(input, formats ? { formats } : {}));
    builds.set(folder, known);
    return known;
  };
}

const builtWhole = built();
const builtForWeb = built(web.formats);

function bytesOf({ outputs }: BuildPlan): { [path: string]: string } {
  return Object.fromEntries(
    outputs.map(({ path: name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
  );
}

function linesOf({ messages }: BuildPlan): string[] {
  return messages.map((message) => {
    const severity =
      message.fatal === true ? 'error' : message.fatal === false ? 'warning' : 'info';
    return `${message.file ?? ''}:${String(message.line)}:${String(message.column)} ${severity} ${message.reason} (${message.ruleId ?? ''})`;
  });
}

/** The same files as a Windows editor would have saved them. */
async function readAsWindows(folder: string): Promise<Input> {
  const input = await read(folder);
  const files = [...input.files.keys()].map((name) => {
    const text = readFileSync(path.join(folder, name), 'latin1').replaceAll('\n', '\r\n');
    return [name, decode(name, Buffer.from(`\u00EF\u00BB\u00BF${text}`, 'latin1'))] as const;
  });
  return { ...input, files: new Map(files) };
}

interface Tag {
  name: string;
  attributes: Map<string, string>;
}

/** The tags between the page's head and its own scripts. Values of attributes stand in double quotes there. */
function tagsOf(html: string): Tag[] {
  const body = html.slice(
    html.indexOf('<body>'),
    html.lastIndexOf('<script type="application/json"'),
  );
  const attribute = String.raw`\s+([^\s"=<>]+)(?:="([^"]*)")?`;
  return [
    ...body.matchAll(new RegExp(String.raw`<([a-z][\w-]*)((?:${attribute})*)\s*/?>`, 'gi')),
  ].map(([, name = '', attributes = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...attributes.matchAll(new RegExp(attribute, 'g'))].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        value,
      ]),
    ),
  }));
}

describe.each(names)('scenario %s', (name) => {
  const folder = path.join(home, name);

  test('gives its messages', async () => {
    const whole = await builtWhole(path.join(folder, 'input'));
    const wanted = readFileSync(path.join(folder, 'messages.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    expect(linesOf(whole)).toEqual(wanted);
  });
});

const withOutputs = names.filter((name) => existsSync(path.join(home, name, 'expected')));

test.each(withOutputs)('scenario %s gives its outputs', async (name) => {
  const { outputs } = await builtForWeb(path.join(home, name, 'input'));
  const expected = path.join(home, name, 'expected');
  const wanted = readdirSync(expected);
  expect(wanted.length).toBeGreaterThan(0);
  for (const file of wanted) {
    const found = outputs.find((output) => output.path === file);
    expect(String(found?.bytes ?? 'not written'), file).toBe(
      readFileSync(path.join(expected, file), 'utf8'),
    );
  }
});

test('hostile names of files and folders stay words', async () => {
  const input = await read(path.join(home, 'one-case', 'input'));
  const name = '"><img src=x onerror=alert(1)>|{{x}}.md';
  const note = input.files.get('only.md');
  if (!note) throw new Error('The scenario has lost its note');
  input.files.delete('only.md');
  const sources = input.files.get('sources/a.md');
  input.files.set(
    name,
    new VFile({ path: name, value: String(note).replace('# The only case', '') }),
  );
  input.files.set(
    'sources/a.md',
    new VFile({ path: 'sources/a.md', value: String(sources).replace('case: only\n', '') }),
  );
  const { outputs } = await buildInput(input, { formats: ['html', 'md'] });
  const files = outputs
    .map(({ path: file }) => file)
    .filter((file) => !file.startsWith('figures/'));
  expect(files).toEqual(['report.html', 'report.md', 'ro-crate-metadata.json']);
  const [html, markdown] = ['report.html', 'report.md'].map((file) =>
    String(outputs.find(({ path: found }) => found === file)?.bytes),
  );
  expect(tagsOf(html ?? '').map((tag) => tag.name)).not.toContain('img');
  expect(markdown).toContain('\\<img src=x');
});

describe.each(folders)('invariants over %s', (folder) => {
  test('two builds are byte-identical', async () => {
    const whole = bytesOf(await builtWhole(folder));
    const web = bytesOf(await builtForWeb(folder));
    // Where notes have errors, both are empty.
    expect(Object.keys(whole).length > 0).toBe(Object.keys(web).length > 0);
    // The crate names the files that were made, which are more in all formats.
    for (const [name, bytes] of Object.entries(web))
      if (name !== 'ro-crate-metadata.json') expect(whole[name], name).toBe(bytes);
    if (isBuiltTwice(folder)) expect(bytesOf(await buildInput(await read(folder)))).toEqual(whole);
  });

  test('LF, CRLF and a byte order mark give the same report and the same messages', async () => {
    const plain = await builtForWeb(folder);
    const windows = await buildInput(await readAsWindows(folder), web);
    expect(linesOf(windows)).toEqual(linesOf(plain));
    // The crate tells the hashes of the files as they are on the disk.
    const { 'ro-crate-metadata.json': crate, ...others } = bytesOf(windows);
    const { 'ro-crate-metadata.json': plainCrate, ...plainOthers } = bytesOf(plain);
    expect(others).toEqual(plainOthers);
    expect(crate === undefined).toBe(plainCrate === undefined);
  });

  test('an error and outputs exclude each other', async () => {
    const { messages, outputs } = await builtForWeb(folder);
    expect(outputs.length === 0).toBe(messages.some(({ fatal }) => fatal === true));
  });

  test('every message has a place in its file', async () => {
    const { messages, files } = await builtForWeb(folder);
    for (const message of messages) {
      const file = files.find(({ path: name }) => name === message.file) ?? new VFile('');
      const line = String(file).split('\n')[(message.line ?? 0) - 1];
      expect(line, String(message)).toBeDefined();
      expect(message.column, String(message)).toBeLessThanOrEqual((line ?? '').length + 1);
    }
  });

  test('study.json fits its schema, and every link within the reports has a target', async () => {
    const { outputs } = await builtForWeb(folder);
    const text = (name: string) =>
      String(outputs.find(({ path: file }) => file === name)?.bytes ?? '');
    if (outputs.length === 0) return;
    const schema = z.fromJSONSchema(JSON.parse(text('study.schema.json')) as never);
    const { $schema, ...document } = JSON.parse(text('study.json')) as { $schema: string };
    expect($schema).toBe('./study.schema.json');
    expect(schema.safeParse(document).error?.issues ?? []).toEqual([]);
    const ids = new Set([...text('report.html').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, url] of text('report.html').matchAll(/href="#([^"]+)"/g))
      expect(ids).toContain(decodeURIComponent(url ?? ''));
    const anchors = new Set(
      [...text('report.md').matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id),
    );
    for (const [, url] of text('report.md').matchAll(/\]\(#([^)]+)\)/g))
      expect(anchors).toContain(url);
  });

  test('nothing in the page runs or loads from elsewhere', async () => {
    const { outputs } = await builtForWeb(folder);
    const html = String(outputs.find(({ path: file }) => file === 'report.html')?.bytes ?? '');
    const tags = tagsOf(html);
    const drawings = tags.filter(({ attributes }) => attributes.has('data-drawing'));
    expect(tags.filter(({ name }) => name === 'svg')).toHaveLength(drawings.length);
    for (const { name, attributes } of tags) {
      expect([
        'script',
        'style',
        'iframe',
        'object',
        'embed',
        'form',
        'link',
        'base',
        'meta',
        'button',
      ]).not.toContain(name);
      expect(['use', 'image', 'animate', 'set', 'foreignobject']).not.toContain(name.toLowerCase());
      expect([...attributes.keys()].filter((key) => /^on|^style$|^srcdoc$/.test(key))).toEqual([]);
      expect(attributes.get('href') ?? '#').toMatch(/^(?:#|https?:|mailto:)/);
      expect(attributes.get('src') ?? 'data:image/').toMatch(/^data:image\//);
    }
  });
});
