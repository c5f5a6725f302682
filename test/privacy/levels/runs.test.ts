import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRuns } from '../../../src/privacy/levels/runs.js';

describe('findRuns', () => {
  test.each([
    ['One two THREE, four — five “six”!', 'zero one two three four five six seven', 0],
    ['one two three four five', 'one two three four five', null],
    ['one two three four five seven six', 'one two three four five six', null],
    ['他说登记处的处长亲自下楼来', '登记处的处长亲自下楼', 0],
    ['登记处的处长亲自下', '登记处的处长亲自下', null],
    ['ＡＢＣ one two three four five', 'abc one two three four five', 0],
    ['登记处的 HAIR 处长 came down', '登记处的hair处长came down', 0],
    ['', 'one two three four five six', null],
  ])('%s', (text, origin, found) => {
    expect(findRuns([text], [origin])).toEqual([found]);
  });

  test('of several texts each is told where its words are from', () => {
    const origins = ['a b c d e f', 'g h i j k l'];
    expect(findRuns(['x g h i j k l', 'nothing', 'a b c d e f g'], origins)).toEqual([1, null, 0]);
  });

  test('finds what comparing every run of six words with every other finds', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });
    const runs = (text: string[]) =>
      text.slice(5).map((_, index) => text.slice(index, index + 6).join(' '));
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 4 }),
        fc.array(words, { maxLength: 4 }),
        (texts, origins) => {
          const expected = texts.map((text) =>
            runs(text).some((run) => origins.some((origin) => runs(origin).includes(run))),
          );
          const found = findRuns(
            texts.map((text) => text.join(' ')),
            origins.map((origin) => origin.join(' ')),
          );
          expect(found.map((each) => each !== null)).toEqual(expected);
          for (const [index, origin] of found.entries())
            if (origin !== null)
              expect(
                runs(origins[origin] ?? []).some((run) => runs(texts[index] ?? []).includes(run)),
              ).toBe(true);
        },
      ),
    );
  });
});
