/**
 * Every MUST of the RO-Crate 1.1 specification (structure, root data entity, data entities, JSON-LD), over every build; and what this
 * project promises of its own: hashes that are right, nobody named in an anonymous build, nothing private.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/world/decode.js';
import { read } from '../../src/world/study-folder.js';
import { digestOf } from '../../src/world/digest.js';
import { renderCrate, type Crate } from '../../src/output/crate.js';
import { buildInput, type BuildPlan } from '../../src/tasks/build.js';
import { isoDateOf } from '../../src/tasks/provenance.js';
import { inputOf, type Files } from '../parse/in-memory.js';

interface Entity {
  [property: string]: unknown;
  '@id': string;
}

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function graphOf(text: string): Map<string, Entity> {
  const {
    '@context': context,
    '@graph': graph,
    ...others
  } = JSON.parse(text) as { '@context': unknown; '@graph': Entity[] };
  expect(context).toEqual([
    'https://w3id.org/ro/crate/1.1/context',
    { sha256: 'http://schema.org/sha256' },
  ]);
  expect(others).toEqual({});
  return new Map(graph.map((entity) => [entity['@id'], entity]));
}

const crateIn = ({ outputs }: BuildPlan) =>
  graphOf(String(outputs.find(({ path: name }) => name === 'ro-crate-metadata.json')?.bytes));
const idsIn = (value: unknown): string[] =>
  [value ?? []]
    .flat()
    .flatMap((each) => (typeof each === 'object' && '@id' in each ? [String(each['@id'])] : []));

/** The terms of the 1.1 context that a crate may use, looked up in it; `sha256` is added. */
const terms = new Set([
  '@id',
  '@type',
  ...'name description datePublished license author affiliation inLanguage hasPart mentions about conformsTo identifier instrument object result version isPartOf encodingFormat contentSize sha256'.split(
    ' ',
  ),
]);
const types = new Set([
  'CreativeWork',
  'Dataset',
  'File',
  'Person',
  'Organization',
  'CreateAction',
  'SoftwareApplication',
]);

/** Holds a crate to the specification; `files` are those that lie in its folder. */
function expectValid(text: string, files: string[]): void {
  const { '@graph': graph } = JSON.parse(text) as { '@graph': Entity[] };
  const entities = graphOf(text);
  expect(entities.size, 'every @id stands once').toBe(graph.length);
  for (const entity of graph) expectFlat(entity, entities);
  expect(entities.get('ro-crate-metadata.json')).toEqual({
    '@id': 'ro-crate-metadata.json',
    '@type': 'CreativeWork',
    conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
    about: { '@id': './' },
  });
  const root = entities.get('./');
  expect(root).toMatchObject({ '@type': 'Dataset' });
  for (const property of ['name', 'description', 'datePublished'])
    expect(root?.[property], property).toMatch(/\S/);
  expect(root?.datePublished).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
  expect(Number.isNaN(new Date(String(root?.datePublished)).getTime())).toBe(false);
  expect(typeof root?.license === 'string' ? root.license : idsIn(root?.license)[0]).toMatch(/\S/);
  const described = graph
    .filter((entity) => entity['@type'] === 'File')
    .map((entity) => entity['@id']);
  expect(idsIn(root?.hasPart)).toEqual(described);
  expect(described.map(decodeURIComponent).sort()).toEqual(
    files.filter((file) => file !== 'ro-crate-metadata.json').sort(),
  );
  expectReached(entities);
}

/** An entity is only referred to, and each that is referred to is described, but for the specification itself. */
function expectFlat(entity: Entity, entities: Map<string, Entity>): void {
  expect(types).toContain(entity['@type']);
  expectUri(entity['@id']);
  for (const [property, value] of Object.entries(entity)) {
    expect(terms).toContain(property);
    if (Array.isArray(value)) expect(value.length, 'compacted').toBeGreaterThan(1);
    const objects = [value].flat().filter((each) => typeof each !== 'string');
    for (const each of objects) expect(each).toEqual({ '@id': expect.any(String) as string });
    if (property !== 'conformsTo')
      expect(idsIn(objects).filter((id) => !entities.has(id))).toEqual([]);
  }
}

/** RFC 3986 with the letters of RFC 3987: a relative path within the folder, a fragment, or an address. */
function expectUri(id: string): void {
  expect(id).toMatch(
    /^(?:\.\/|https?:\/\/[^\s<>"{}|\\^`]+|#?(?:[\p{L}\p{M}\p{N}._~!'()*/-]|%[\dA-F]{2})+)$/u,
  );
  expect(id).not.toMatch(/^\/|(^|\/)\.\.(\/|$)/);
  expect(() => new URL(id, 'https://example.org/root/')).not.toThrow();
  if (!/^(https?:|#|\.\/)/.test(id))
    expect(new URL(id, 'https://example.org/root/').pathname).toMatch(/^\/root\/./);
}

/** Every entity is reached from the descriptor or the root. */
function expectReached(entities: Map<string, Entity>): void {
  const reached = new Set(['ro-crate-metadata.json']);
  for (const id of reached)
    for (const value of Object.values(entities.get(id) ?? {}))
      for (const to of idsIn(value)) reached.add(to);
  expect([...entities.keys()].filter((id) => !reached.has(id))).toEqual([]);
}

const home = path.resolve('test/scenarios');
const folders = [
  ...readdirSync(home, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [path.join(home, entry.name, 'input')] : [],
  ),
  path.resolve('cases'),
];

describe.each(folders)('the crate of %s', (folder) => {
  test('meets the requirements of RO-Crate 1.1, and its hashes are those of the files', async () => {
    const built = await buildInput(await read(folder), { formats: ['md', 'html', 'svg', 'json'] });
    if (built.messages.some(({ fatal }) => fatal === true)) {
      expect(built.outputs).toEqual([]);
      return;
    }
    const names = built.outputs.map((output) => output.path);
    expectValid(String(built.outputs.at(-1)?.bytes), names);
    const entities = crateIn(built);
    for (const { path: name, bytes } of built.outputs.slice(0, -1)) {
      const entity = [...entities.values()].find(
        (each) => each['@type'] === 'File' && each.name === name,
      );
      expect(entity).toMatchObject({
        sha256: sha256(bytes),
        contentSize: String(Buffer.byteLength(bytes)),
      });
      expect(entity?.encodingFormat).toMatch(/^(text|image|application)\/(?!octet-stream)/);
    }
    const inputs = [...entities.values()].filter((each) => each['@id'].startsWith('#input/'));
    expect(inputs.length).toBeGreaterThan(0);
    for (const { name, sha256: hash, contentSize } of inputs) {
      const bytes = readFileSync(path.join(folder, String(name)));
      expect({ hash, contentSize }).toEqual({
        hash: sha256(bytes),
        contentSize: String(bytes.length),
      });
    }
    const build = entities.get('#build');
    expect(idsIn(build?.object)).toEqual(expect.arrayContaining(inputs.map((each) => each['@id'])));
    expect(idsIn(build?.result)).toEqual(idsIn(entities.get('./')?.hasPart));
  });
});

const sound: Files = {
  'study.md':
    '---\ntitle: S\nauthors: [{ name: Ada Byron, orcid: 0000-0002-1825-0097, affiliation: Somewhere }, Otto]\ncoders: [Ada Byron, Otto]\ndate: 2026-03-01\nratings: { "+": { label: x } }\n---\n',
  'framework.md': '---\nid: own\n---\n\n# Our own\n\n## One\n\n### Alpha\n',
  'a.md': '## One\n\n### Alpha (not reported)\n',
};

async function crateOf(
  files: Files,
  options: Parameters<typeof buildInput>[1] = {},
): Promise<Map<string, Entity>> {
  const built = await buildInput(await inputOf({ ...sound, ...files }), {
    formats: ['json'],
    ...options,
  });
  expectValid(
    String(built.outputs.at(-1)?.bytes),
    built.outputs.map((output) => output.path),
  );
  return crateIn(built);
}

const study = (lines: string) => ({
  'study.md': String(sound['study.md']).replace('date: 2026-03-01\n', lines),
});
const root = async (files: Files, options?: Parameters<typeof buildInput>[1]) =>
  (await crateOf(files, options)).get('./');

describe('a crate', () => {
  test('names the authors, the framework, the template and the program with its version', async () => {
    const entities = await crateOf({});
    expect(entities.get('./')).toMatchObject({
      name: 'S',
      inLanguage: 'en',
      author: [{ '@id': 'https://orcid.org/0000-0002-1825-0097' }, { '@id': '#author-2' }],
    });
    expect(entities.get('https://orcid.org/0000-0002-1825-0097')).toMatchObject({
      '@type': 'Person',
      name: 'Ada Byron',
      affiliation: { '@id': '#organisation-1' },
    });
    expect(entities.get('#framework/own')).toMatchObject({ name: 'Our own', identifier: 'own' });
    expect(entities.get('#input/framework.md')).toMatchObject({
      sha256: sha256(String(sound['framework.md'])),
      isPartOf: { '@id': '#framework/own' },
    });
    expect(entities.get('#bundled/report/default.md')).toMatchObject({
      isPartOf: { '@id': '#template/default' },
    });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(entities.get('#software')).toMatchObject({ name: 'crosscase', version });
  });

  test('hashes the bytes that lie on the disk, with their line ends and byte order mark', async () => {
    const bytes = Buffer.from('\uFEFF## One\r\n\r\n### Alpha (not reported)\r\n');
    expect((await crateOf({ 'a.md': bytes })).get('#input/a.md')).toMatchObject({
      sha256: sha256(bytes),
      contentSize: String(bytes.length),
    });
    expect(decode('a.md', bytes).data.digest).toEqual(digestOf(bytes));
  });

  test('names nobody where the report is anonymous, nor the file of a coder', async () => {
    const files = { 'ratings/otto.md': '| Component | a |\n| --- | --- |\n| Alpha | + |\n' };
    const text = JSON.stringify([...(await crateOf(files, { anonymous: true }))]);
    expect(text).not.toMatch(/\bada\b|byron|otto|somewhere|orcid/i);
    expect(text).toContain('#input/ratings/1.md');
    expect(JSON.stringify([...(await crateOf(files))])).toContain('#input/ratings/otto.md');
  });

  test('says nothing of what is private', async () => {
    const files = {
      'private/zhang-san.yaml': 'x: y\n',
      'private/deep/key.md': 'x\n',
      'Private/list.csv': 'x\n',
    };
    const text = JSON.stringify([
      ...(await crateOf({ ...files, ...study('rules: { nothing-is-unread: off }\n') })),
    ]);
    expect(text).not.toMatch(/private|zhang|key\.md|list\.csv/i);
  });

  test('is of the day that the study states, else of that which whoever builds gives, and else says that there is none', async () => {
    expect(await root({}, { date: '2001-01-01' })).toMatchObject({ datePublished: '2026-03-01' });
    const given = await root(study('date: in spring\n'), { date: '2001-01-01' });
    expect(given).toMatchObject({ datePublished: '2001-01-01' });
    expect(given?.description).not.toContain('no date');
    const none = await root(study(''));
    expect(none).toMatchObject({ datePublished: '1970-01-01' });
    expect(none?.description).toContain('The study states no date');
  });

  test.each([
    ['2026', '2026'],
    ['2026-11', '2026-11'],
    ['2026-11-23', '2026-11-23'],
    ['2026年11月23日', '2026-11-23'],
    ['2026年3月', '2026-03'],
    ['2026年', '2026'],
    ['2026-02-30', null],
    ['2026-13', null],
    ['23.11.2026', null],
    ['November 2026', null],
    ['', null],
    [null, null],
  ])('a date %j is %j in ISO 8601', (written, iso) => {
    expect(isoDateOf(written)).toBe(iso);
  });

  test.each([
    ['CC-BY-4.0', 'https://spdx.org/licenses/CC-BY-4.0'],
    ['MIT', 'https://spdx.org/licenses/MIT'],
    [
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/',
    ],
  ])('a licence %s is an entity with a name and a description', async (written, url) => {
    const entities = await crateOf(study(`licence: ${written}\n`));
    expect(entities.get('./')?.license).toEqual({ '@id': url });
    expect(entities.get(url)).toMatchObject({
      name: written,
      description: expect.stringMatching(/\S/) as string,
    });
  });

  test('a licence in words is words, and where there is none it says so', async () => {
    expect((await root(study('licence: Ask us, please\n')))?.license).toBe('Ask us, please');
    expect((await root({}))?.license).toMatch(/^No licence is stated/);
    expect((await root({}, { language: 'zh' }))?.license).toMatch(/^研究未注明许可协议/);
  });

  test('is valid whatever the names of files and people are', () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 12 })
      .filter((text) => !text.split('/').some((part) => part === '' || /^\.+$/.test(part)));
    const author = fc.record({
      name: fc.string({ unit: 'binary' }),
      orcid: fc.option(fc.string()),
      affiliation: fc.option(fc.string({ unit: 'binary' })),
    });
    const paths = fc.uniqueArray(name, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(
        paths,
        paths,
        fc.array(author, { maxLength: 3 }),
        fc.string({ unit: 'binary' }),
        (outputs, inputs, authors, title) => {
          const crate: Crate = {
            title: `t${title}`,
            description: 'd',
            language: 'en',
            date: '2026',
            licence: { text: 'l' },
            authors,
            action: 'a',
            software: { name: 's', version: '1', description: 'd' },
            inputs: inputs.map((each) => ({
              id: `input/${each}`,
              path: each,
              sha256: '',
              size: 0,
            })),
            wholes: [],
            outputs: outputs.map((each) => ({ path: each, bytes: 'x' })),
          };
          const text = renderCrate(crate);
          expectValid(text, outputs);
          expect(renderCrate(crate)).toBe(text);
        },
      ),
    );
  });
});
