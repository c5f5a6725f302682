/** What every format in the list must hold to. A new one is held to it by standing in the list. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FileKind } from '../../src/output/format.js';
import { fileKindOf, formatNames, formats } from '../../src/output/formats.js';
import type { Rendered } from '../../src/output/index.js';
import { textsOf } from '../../src/privacy/read/index.js';
import { buildInput } from '../../src/tasks/build.js';
import { inputOf } from '../parse/in-memory.js';

const kindsOf = (name: keyof typeof formats): FileKind[] => formats[name].files;
const kinds = formatNames.flatMap(kindsOf);

test('each file in src/output/formats stands in the list src/output/formats.ts, by its own name', () => {
  const files = readdirSync('src/output/formats').map((file) => path.basename(file, '.ts'));
  expect([...formatNames].sort()).toEqual(files.sort());
});

test.each(kinds)('$path has a media type, and help that fits a cell of a table', (kind) => {
  expect(kind.mediaType).toMatch(/^(?:application|image|text)\/[a-z0-9.+-]+$/);
  expect(kind.help).toMatch(/^[^\n|]*[^\n|.]$/);
});

test.each(kinds)('$path agrees with every kind of the same ending', (kind) => {
  const { mediaType, readBack } = kind;
  expect(fileKindOf(kind.path)).toMatchObject({ mediaType, readBack });
});

const isOf = ({ path: pattern }: FileKind, file: string) =>
  pattern === file || (pattern.includes('*') && file.startsWith(pattern.split('*', 1)[0] ?? ''));

const study = {
  'study.md':
    '---\ntitle: A\nframework: bryson-2006\nratings: { "+": { label: good, membership: 1 } }\n---\n',
  'quvezo.md':
    '---\ntitle: Quvezo\n---\n\n## Process components\n\n### Leadership (+)\n\nIt held.\n',
};

describe('a build in all formats', () => {
  let outputs: Rendered[] = [];

  beforeAll(async () => {
    const built = await buildInput(await inputOf(study), { formats: formatNames });
    outputs = built.outputs.filter((output) => output.path !== 'ro-crate-metadata.json');
  }, 60_000);

  test('makes only files that a format lists', () => {
    expect(outputs.filter((file) => !kinds.some((kind) => isOf(kind, file.path)))).toEqual([]);
  });

  test.each(formatNames)(
    '`%s` makes all that it lists, and the gate reads a case in it',
    async (name) => {
      for (const kind of kindsOf(name))
        expect(
          outputs.some((file) => isOf(kind, file.path)),
          kind.path,
        ).toBe(true);
      const made = outputs.filter((file) => kindsOf(name).some((kind) => isOf(kind, file.path)));
      const texts = await Promise.all(made.map(textsOf));
      expect(texts.flat().join('\n')).toContain('Quvezo');
    },
  );
});
