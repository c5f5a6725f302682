import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkTo, pathFrom } from '../../src/text/paths.js';

const names = fc.array(fc.constantFrom('a', 'b', 'c.md', '研究'), { minLength: 1, maxLength: 4 });
const path = names.map((each) => each.join('/'));
const link = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', '..', '.', ''), { maxLength: 5 }), fc.boolean())
  .map(([each, isFolder]) => `${each.join('/')}${isFolder ? '/' : ''}`);

test('a link leads where Node says', () => {
  fc.assert(
    fc.property(path, link, (file, written) => {
      fc.pre(written !== '');
      expect(pathFrom(file, written)).toBe(
        posix.normalize(posix.join(posix.dirname(file), written)),
      );
    }),
  );
});

test('the link to a path is the one that Node makes', () => {
  fc.assert(
    fc.property(path, path, (file, to) => {
      expect(linkTo(file, to)).toBe(posix.relative(posix.dirname(file), to));
    }),
  );
});
