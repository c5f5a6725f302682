/** The figures of qualitative comparative analysis: every case is in them once, where its memberships put it. */
import fc from 'fast-check';
import { toString } from 'hast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Qca } from '../../src/analyse/qca/schema.js';
import type { Graphic } from '../../src/text/markdown.js';
import type { DataSet } from '../../src/domain/qca.js';
import { renderSvg } from '../../src/output/svg.js';
import { layFields } from '../../src/report/figures/qca/fields.js';
import { placeNames } from '../../src/report/figures/qca/scatter.js';
import { drawnModels, placedCases } from '../../src/report/figures/qca/set-terms.js';
import { elementsIn, spotsIn } from './figures-in-memory.js';
import { analysed, drawingsIn, published, reportOf } from './qca-sample.js';

const drawn = new Map<string, { qca: Qca; drawings: Map<string, Graphic> }>();

beforeAll(async () => {
  for (const [id, cut] of [
    ['LC', 1],
    ['LM', 1],
    ['LF', 0.8],
    ['NF', 0.8],
  ] as const) {
    const qca = analysed(published(id), { inclCut: [cut] });
    drawn.set(id, { qca, drawings: drawingsIn(await reportOf(qca)) });
  }
});

const of = (id: string) => drawn.get(id)!;
const partsOf = (id: string, figure: string) =>
  [...of(id).drawings.values()].filter(({ name }) => name.replace(/-\d+$/, '') === figure);

/** Some conditions of a data set. */
function first(data: DataSet, count: number): DataSet {
  const rows = data.rows.map((row) => ({ ...row, values: row.values.slice(0, count) }));
  return { ...data, conditions: data.conditions.slice(0, count), rows };
}

describe('the XY plot', () => {
  test('has every case once, with both its memberships, and leads to it', () => {
    for (const id of drawn.keys()) {
      const models = drawnModels(of(id).qca);
      const plots = partsOf(id, 'xy-plot');
      expect(plots).toHaveLength(models.length);
      plots.forEach((plot, index) => {
        const told = [...spotsIn(plot).keys()].join('; ');
        for (const { id: each, x, y } of placedCases(of(id).qca, models[index]!))
          expect(told).toContain(
            `${each.toUpperCase()}: ${x.toFixed(3)} in the solution, ${y.toFixed(3)} in `,
          );
      });
    }
  });

  test('names each case in its own place, so that none covers another', () => {
    const point = fc.record({
      x: fc.integer({ min: 20, max: 580 }),
      y: fc.integer({ min: 20, max: 440 }),
      width: fc.integer({ min: 8, max: 120 }),
    });
    const frame = { x: 0, y: 0, width: 600, height: 460 };
    fc.assert(
      fc.property(fc.array(point, { maxLength: 60 }), (points) => {
        const places = placeNames(
          points.map((each) => ({ ...each, height: 14 })),
          frame,
        ).filter((place) => place !== null);
        for (const [index, a] of places.entries())
          for (const b of places.slice(index + 1))
            expect(
              a.x < b.x + b.width &&
                b.x < a.x + a.width &&
                a.y < b.y + b.height &&
                b.y < a.y + a.height,
            ).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the table of configurations', () => {
  test('sets what is also in the parsimonious solution large: DEV and STB, but not LIT (Lipset)', () => {
    const [part] = partsOf('LC', 'configurations');
    const spots = spotsIn(part!);
    const radiusOf = (label: string) =>
      elementsIn(spots.get(label)!, ({ tagName }) => tagName === 'circle').map(({ properties }) =>
        Number(properties.r),
      );
    expect([...spots.keys()]).toEqual(
      expect.arrayContaining([
        'DEV in 1: present, core',
        'LIT in 1: present, contributing',
        'STB in 1: present, core',
        'URB in 1: does not matter',
      ]),
    );
    expect(radiusOf('DEV in 1: present, core')[0]).toBeGreaterThan(
      radiusOf('LIT in 1: present, contributing')[0]!,
    );
    expect(radiusOf('URB in 1: does not matter')).toEqual([]);
  });

  test('crosses what is absent, and writes the level of a multi-value condition', () => {
    const absent = [...spotsIn(partsOf('LC', 'configurations')[1]!)].filter(([label]) =>
      label.includes(': absent'),
    );
    expect(absent.length).toBeGreaterThan(0);
    for (const [, spot] of absent)
      expect(elementsIn(spot, ({ tagName }) => tagName === 'path')).toHaveLength(1);
    const levels = [...spotsIn(partsOf('LM', 'configurations')[0]!)].filter(
      ([label]) => label.startsWith('DEV in') && label.includes('level'),
    );
    for (const [label, spot] of levels) {
      const shown = elementsIn(spot, ({ tagName }) => tagName === 'text').map((each) =>
        toString(each),
      );
      expect(shown).toEqual([label.at(-1)]);
    }
  });
});

describe('the Venn diagram', () => {
  test.each([2, 3, 4])(
    'of %i conditions has all fields with their rows, and every case once',
    async (count) => {
      const qca = analysed(first(published('LC'), count));
      const venn = drawingsIn(await reportOf(qca)).get('venn')!;
      const fields = [...spotsIn(venn).keys()].filter((label) => label.includes('OUT'));
      expect(fields).toHaveLength(2 ** count);
      const named = fields
        .flatMap((label) => label.split('; ')[1]?.split(', ') ?? [])
        .filter((name) => name !== 'no cases');
      expect(named.sort()).toEqual(qca.cases.map(({ case: id }) => id.toUpperCase()).sort());
    },
  );

  test.each([2, 3, 4])('of %i conditions keeps the words of each field to themselves', (count) => {
    const rooms = layFields(count, { x: 0, y: 0 }).fields.map(({ room }) => room);
    for (const [index, a] of rooms.entries()) {
      expect(Math.min(a.width, a.height)).toBeGreaterThan(40);
      for (const b of rooms.slice(index + 1))
        expect(
          a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        ).toBe(false);
    }
  });

  test('tells positive and negative rows apart by texture', () => {
    const patterns = elementsIn(
      of('NF').drawings.get('venn')!.svg,
      ({ tagName }) => tagName === 'pattern',
    );
    const looks = patterns.map(
      ({ properties, children }) =>
        `${String(properties.patternTransform)} ${String(children.length)} ${JSON.stringify(children[1])}`,
    );
    expect(new Set(looks).size).toBe(patterns.length);
  });

  test('is not drawn of five conditions, nor of multi-value ones', () => {
    expect(partsOf('LF', 'venn')).toEqual([]);
    expect(partsOf('LM', 'venn')).toEqual([]);
  });
});

test('hostile names stay text, and the same data give the same bytes', async () => {
  const data = first(published('LC'), 3);
  const label = '</text><script>alert(1)</script> ]]> {{x}} \u202eabc';
  const hostile = analysed({
    ...data,
    conditions: data.conditions.map((each, index) => (index === 0 ? { ...each, label } : each)),
  });
  const svgs = async () =>
    [...drawingsIn(await reportOf(hostile, { files: {} })).values()].map(renderSvg);
  const once = await svgs();
  expect(once.length).toBeGreaterThan(2);
  for (const svg of once) expect(svg).not.toContain('<script');
  expect(await svgs()).toEqual(once);
});
