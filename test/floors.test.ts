import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * The floors of ARCHITECTURE.md: a file imports only from lower ones; stages on one floor do not know each other. The base
 * is one room.
 */
const floors: [RegExp, number][] = [
  [/^cli\.ts$/, 8],
  [/^commands\//, 7],
  [/^index\.ts$/, 6],
  [/^request\//, 5],
  [/^pipeline\.ts$/, 4],
  [/^(report\/|gate\/|(complaints|provenance)\.ts$)/, 3],
  [/^(parse|gather|check|disclose|analyse|changes|output|reporters)\//, 2],
  [/^(markdown|chunks|files|decode|fonts|digest|git|states|languages|private)\.ts$/, 1],
  [/^(quotes\/|profiles\/|(names|legend|study|chain|sets|elimination|replacements|checklists|weight)\.ts$)/, 1],
  [/^(model|user-error|citation-js\.d)\.ts$/, 0],
];

const src = path.resolve('src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

function floorOf(file: string): number {
  const floor = floors.find(([pattern]) => pattern.test(file));
  if (!floor) throw new Error(`${file} stands on no floor: add it to the map`);
  return floor[1];
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import\() ?'(\.{1,2}\/[^']+)\.js'/g)].map(([, to = '']) =>
    path.relative(src, path.resolve(src, path.dirname(file), `${to}.ts`)),
  );
}

test.each(files)('%s imports only from lower floors and its own stage', (file) => {
  const room = file.split('/')[0];
  for (const to of importsOf(file)) {
    const isOwnRoom = to.includes('/') && to.split('/')[0] === room;
    const isWithinBase = floorOf(file) === 1 && floorOf(to) === 1;
    if (isOwnRoom || isWithinBase) continue;
    expect(floorOf(to), `${file} imports ${to}`).toBeLessThan(floorOf(file));
  }
});

test('only files.ts reads or writes a disk', () => {
  const readers = files.filter((file) => /from 'node:fs|from "node:fs/.test(readFileSync(path.join(src, file), 'utf8')));
  expect(readers).toEqual(['files.ts']);
});

test('each writer is loaded only when its format is asked for', () => {
  const text = readFileSync(path.join(src, 'output/index.ts'), 'utf8');
  const [now, later] = [/^import (?!type )[^;]*? from '(\.\/[^']+)'/gm, /await import\('(\.\/[^']+)'\)/g].map((pattern) =>
    [...text.matchAll(pattern)].map(([, to]) => to),
  );
  expect(now).toEqual([]);
  const writers = ['./markdown.js', './html.js', './pdf/index.js', './docx/index.js', './json.js', './svg.js'];
  expect(later?.sort()).toEqual(writers.sort());
  // Nothing that is loaded at once leads to the heavy packages.
  const heavy = /from '(docx|@resvg\/|@myriaddreamin\/|fflate)/;
  const users = files.filter((file) => heavy.test(readFileSync(path.join(src, file), 'utf8')));
  expect(users.filter((file) => !/^output\/(docx|pdf|read)\//.test(file))).toEqual([]);
});
