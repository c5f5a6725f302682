import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coarsening } from '../../../src/domain/protocol.js';
import type { Scalar } from '../../../src/domain/text.js';
import { coarsen } from '../../../src/privacy/levels/coarsen.js';

const place = {
  path: 'study.md',
  position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
};
const by = (name: string, to: Coarsening) => ({ coarsen: [{ text: name, place, to }] });
const one = (value: Scalar | Scalar[], to: Coarsening) =>
  coarsen(new Map([['x', value]]), by('x', to));
const places = new Map([
  ['Chaoyang District', 'Beijing'],
  ['Haidian District', 'Beijing'],
  ['+', 'plus'],
]);

describe('coarsen', () => {
  test.each<[Scalar | Scalar[], Coarsening, Scalar | Scalar[] | null]>([
    [34, 'decade', '30–39'],
    ['34', 'decade', '30–39'],
    ['３４', 'decade', '30–39'],
    [9, 'decade', '0–9'],
    ['34.5', 'decade', '30–39'],
    ['about 34', 'decade', null],
    [-3, 'decade', null],
    ['2019-05-03', 'year', '2019'],
    [2019, 'year', '2019'],
    ['3 May 2019', 'year', '2019'],
    ['2019年5月', 'year', '2019'],
    ['2019–2021', 'year', null],
    ['20190503', 'year', null],
    ['Chaoyang District', places, 'Beijing'],
    ['chaoyang  district', places, 'Beijing'],
    ['Wuhou', places, null],
    ['-', places, null],
    [['Chaoyang District', 'Haidian District'], places, 'Beijing'],
    [['Chaoyang District', 'Wuhou'], places, null],
    [true, 'decade', null],
  ])('%j by %s is %j', (value, to, expected) => {
    expect(one(value, to)).toEqual(
      expected === null
        ? { attributes: new Map(), withheld: ['x'] }
        : { attributes: new Map([['x', expected]]), withheld: [] },
    );
  });

  test('leaves out without a trace what is to be omitted, in any spelling of its name', () => {
    expect(coarsen(new Map([['Home Town', 'x']]), by('home-town', 'omit'))).toEqual({
      attributes: new Map(),
      withheld: [],
    });
  });

  test('never lets an exact number or a value without a word for it through', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.string(), fc.double()),
        fc.constantFrom<Coarsening>('decade', places),
        (value, to) => {
          const [shown] = one(value, to).attributes.values();
          expect(
            [undefined, 'Beijing', 'plus'].includes(shown as string) ||
              /^\d*0–\d*9$/.test(String(shown)),
          ).toBe(true);
        },
      ),
    );
  });

  test('changes nothing that study.md does not name', () => {
    const attributes = new Map<string, Scalar | Scalar[]>([
      ['__proto__', 'x'],
      ['role', ['a', 'b']],
    ]);
    expect(coarsen(attributes, by('age', 'decade'))).toEqual({ attributes, withheld: [] });
  });
});
