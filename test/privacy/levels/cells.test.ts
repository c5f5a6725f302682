import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSmallCells } from '../../../src/privacy/levels/cells.js';
import { studyOf } from '../../parse/in-memory.js';

const names = ['role', 'gender', 'place', 'unit'];
type Row = Map<string, string>;
const row = fc
  .tuple(...names.map(() => fc.option(fc.constantFrom('a', 'b', 'c'))))
  .map(
    (values): Row =>
      new Map(
        values.flatMap((value, index) =>
          value === null ? [] : [[names[index] ?? '', value] as const],
        ),
      ),
  );

/** Every combination of up to three attributes of a row that fewer than k rows share while more than k share each part of it. */
function byBruteForce(rows: Row[], k: number): string[] {
  const sets = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((__, index) => bits & (1 << index)),
  );
  const fits = (each: Row, set: string[]) =>
    set.every((name) => each.has(name))
      ? rows.filter((other) => set.every((name) => other.get(name) === each.get(name))).length
      : Infinity;
  return rows.flatMap((each, index) =>
    sets
      .filter((set) => set.length >= 1 && set.length <= 3 && fits(each, set) < k)
      .filter(
        (set) =>
          !sets.some(
            (part) =>
              part.length >= 1 &&
              part.length < set.length &&
              part.every((name) => set.includes(name)) &&
              fits(each, part) < k,
          ),
      )
      .map((set) => `${String(index)} ${set.join(',')} ${String(fits(each, set))}`),
  );
}

const base = studyOf({
  'study.md': '---\ntitle: x\n---\n',
  'sources/s.md': '## S\n\n- kind: interview\n',
});

/** The small cells of respondents with these attributes. */
async function cellsIn(rows: Row[], k: number): Promise<ReturnType<typeof findSmallCells>> {
  const { study } = await base;
  const sources = rows.flatMap((attributes, index) =>
    study.sources.map((source) => ({ ...source, id: String(index), attributes })),
  );
  return findSmallCells({
    ...study,
    sources,
    protocol: { ...study.protocol, disclosure: { ...study.protocol.disclosure, k } },
  });
}

async function cellsOf(rows: Row[], k: number): Promise<{ cells: string[]; more: number }> {
  const { cells, more } = await cellsIn(rows, k);
  const told = cells.map(({ source, attributes, fits }) => {
    const set = attributes
      .map(([name]) => name)
      .sort((a, b) => names.indexOf(a) - names.indexOf(b));
    return `${source.id} ${set.join(',')} ${String(fits)}`;
  });
  return { cells: told, more };
}

test('small cells are those that trying every combination finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 2, max: 4 }),
      async (rows, k) => {
        const { cells, more } = await cellsOf(rows, k);
        const expected = byBruteForce(rows, k);
        expect(cells.length + more).toBe(expected.length);
        expect(expected).toEqual(expect.arrayContaining(cells));
        if (more === 0) expect([...cells].sort()).toEqual([...expected].sort());
      },
    ),
  );
});

test('many attributes and respondents are counted as far as it pays, and a few cells of each are told', async () => {
  const rows = Array.from(
    { length: 300 },
    (_, index): Row =>
      new Map(Array.from({ length: 40 }, (__, n) => [`a${String(n)}`, String(index % (5 + n))])),
  );
  const { cells, more } = await cellsIn(rows, 3);
  expect(cells.length).toBe(100);
  expect(more).toBeGreaterThan(1000);
  expect(Math.max(...cells.map(({ attributes }) => attributes.length))).toBe(2);
});
