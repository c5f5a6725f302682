import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatNames } from '../src/output/formats.js';

/** The rooms of ARCHITECTURE.md, from the ground up. Rooms on one floor do not know each other. */
const floors = [
  ['domain'],
  ['text', 'messages'],
  ['study', 'world'],
  ['parse', 'gather', 'analyse', 'changes', 'output'],
  // Outputs are searched, so that privacy must know how each format is read.
  ['privacy'],
  ['check'],
  ['report'],
  ['tasks'],
  ['core.ts', 'index.ts', 'cli'],
];

const src = path.resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

const importsOf = new Map(
  files.map((file) => {
    const text = readFileSync(path.join(src, file), 'utf8');
    const imports = [...text.matchAll(/(?:from|import\() ?'(\.{1,2}\/[^']+)\.js'/g)];
    return [
      file,
      imports.map(([, to = '']) =>
        path.relative(src, path.resolve(src, path.dirname(file), `${to}.ts`)),
      ),
    ];
  }),
);

function floorOf(file: string): number {
  const [room = ''] = file.split('/');
  const floor = floors.findIndex((rooms) => rooms.includes(room));
  if (floor < 0) throw new Error(`${room} stands on no floor: add it to the list`);
  return floor;
}

test('no file stands outside a room but the public entries', () => {
  expect(files.filter((file) => !file.includes('/'))).toEqual(['core.ts', 'index.ts']);
});

test.each(files)('%s imports only from rooms below its own', (file) => {
  const room = file.split('/')[0];
  for (const to of importsOf.get(file) ?? []) {
    if (to.includes('/') && to.split('/')[0] === room) continue;
    expect(floorOf(to), `${file} imports ${to}`).toBeLessThan(floorOf(file));
  }
});

/** `src` itself, and every folder in it. */
const folders = ['', ...new Set(files.flatMap(foldersAbove))];

function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}

describe('within a room', () => {
  test.each(folders)('nothing in src/%s imports in a circle', (folder) => {
    const partOf = (file: string) => file.slice(folder.length).split('/')[0] ?? '';
    const parts = new Map<string, Set<string>>();
    for (const file of files.filter((each) => each.startsWith(folder))) {
      const to = (importsOf.get(file) ?? []).filter((each) => each.startsWith(folder)).map(partOf);
      const others = to.filter((part) => part !== partOf(file));
      parts.set(partOf(file), new Set([...(parts.get(partOf(file)) ?? []), ...others]));
    }
    expect(inCircles(parts)).toEqual([]);
  });
});

/** What is left when whatever imports nothing of the rest has been taken away, again and again. */
function inCircles(parts: Map<string, Set<string>>): string[] {
  const left = new Map(parts);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [part, to] of left) if (![...to].some((each) => left.has(each))) left.delete(part);
  }
  return [...left.keys()];
}

test('only world/disk.ts reads or writes a disk', () => {
  const readers = files.filter((file) =>
    /from 'node:fs|from "node:fs/.test(readFileSync(path.join(src, file), 'utf8')),
  );
  expect(readers).toEqual(['world/disk.ts']);
});

test('each writer is loaded only when its format is asked for', () => {
  const [now, later] = [
    /^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm,
    /await import\('([^']+)'\)/g,
  ].map(
    (pattern) => (file: string) =>
      [...readFileSync(path.join(src, file), 'utf8').matchAll(pattern)].map(([, to = '']) => to),
  );
  const definitions = files.filter((file) => file.startsWith('output/formats/'));
  expect(definitions.map((file) => path.basename(file, '.ts'))).toEqual([...formatNames].sort());
  const light = new Set(['../../text/markdown.js', '../used-images.js', './svg.js']);
  for (const file of definitions) {
    expect(
      now?.(file).filter((to) => !light.has(to)),
      file,
    ).toEqual([]);
    expect(later?.(file), file).toHaveLength(1);
  }
  // What the list and the definitions share leads to no writer either.
  for (const file of ['output/index.ts', 'output/formats.ts', 'output/used-images.ts'])
    expect(later?.(file), file).toEqual([]);
  expect(now?.('output/index.ts')).toEqual(['./formats.js']);
  const named = definitions.map((file) => `./${file.slice('output/'.length, -'.ts'.length)}.js`);
  expect(now?.('output/formats.ts').sort()).toEqual(['./ending.js', ...named].sort());
  expect(now?.('output/used-images.ts')).toEqual(['../text/markdown.js']);
  // Nothing that is loaded at once leads to the heavy packages.
  const heavy = /from '(docx|@resvg\/|@myriaddreamin\/|fflate)/;
  const users = files.filter((file) => heavy.test(readFileSync(path.join(src, file), 'utf8')));
  expect(users.filter((file) => !/^(output\/(docx|pdf)|privacy\/read)\//.test(file))).toEqual([]);
});
