/** Citations as authors write them. */
import { describe, expect, test } from 'vitest';
import { walk, type Citation } from '../../../src/text/markdown.js';
import { partsOf } from '../in-memory.js';

/** Every citation of a text: what is in front of each key, the key, and what is behind it. */
function citationsIn(text: string): Citation[] {
  const found: Citation[] = [];
  for (const { content } of partsOf(text)) {
    walk({ type: 'root', children: content.nodes }, (node) => {
      if (node.type === 'citation') found.push(node);
    });
  }
  return found;
}

const shortOf = ({ isNarrative, items }: Citation) => [
  isNarrative ? 'narrative' : 'brackets',
  ...items.map(({ key, locator, prefix, isAuthorSuppressed }) =>
    [prefix, `${isAuthorSuppressed ? '-' : ''}@${key}`, locator]
      .filter((part) => part !== null)
      .join(' | '),
  ),
];

describe('a citation', () => {
  test.each<[string, string[]]>([
    ['[@a]', ['brackets', '@a']],
    ['[@a, p. 12]', ['brackets', '@a | p. 12']],
    ['[@a; @b]', ['brackets', '@a', '@b']],
    ['[see @a, pp. 3–4; also @b]', ['brackets', 'see | @a | pp. 3–4', 'also | @b']],
    ['[-@a, p. 3; but see -@b]', ['brackets', '-@a | p. 3', 'but see | -@b']],
    ['[@a, pp. 3, 5; and elsewhere]', ['brackets', '@a | pp. 3, 5; and elsewhere']],
    ['[@DBLP:conf/x/Y99 p. 3]', ['brackets', '@DBLP:conf/x/Y99 | p. 3']],
    ['［＠费孝通2019，第12页；＠b］', ['brackets', '@费孝通2019 | 第12页', '@b']],
    ['［见＠a、＠b］', ['brackets', '见 | @a', '@b']],
    ['@a says', ['narrative', '@a']],
    ['@a [p. 12] says', ['narrative', '@a | p. 12']],
    ['@a [33-35] says', ['narrative', '@a | 33-35']],
    ['@a［第12页］认为', ['narrative', '@a | 第12页']],
    ['as @a.b-c2019, who', ['narrative', '@a.b-c2019']],
    ['as @a2019.', ['narrative', '@a2019']],
    ['（见@fei2019）', ['narrative', '@fei2019']],
    ['据@fei2019认为', ['narrative', '@fei2019']],
    ['据@费孝通2019认为', ['narrative', '@费孝通2019']],
    ['“@a”', ['narrative', '@a']],
    ['**@a**', ['narrative', '@a']],
  ])('%s', (text, expected) => {
    expect(citationsIn(text).map(shortOf)).toEqual([expected]);
  });

  test.each([
    'me@example.org and a.b_c@x',
    'https://example.org/@me',
    'x/@me',
    '\\@name',
    '[\\@name]',
    '&#64;name',
    '[mail me@example.org]',
    '@ name',
    '[a](@b)',
    '[of @me](https://example.org)',
    '`@a` and `[@a]`',
    'né@a',
  ])('is not %s', (text) => {
    expect(citationsIn(text)).toEqual([]);
  });

  test('is not read into what follows a key', () => {
    expect(citationsIn('@a [D122]').map(shortOf)).toEqual([['narrative', '@a']]);
    expect(citationsIn('@a [sic]').map(shortOf)).toEqual([['narrative', '@a']]);
  });

  test('knows where each key stands, behind what is escaped and over several lines', () => {
    // The text begins at the third line of the note.
    const keys = citationsIn('\\@a is not @a, 武侯 🙂 [see @b,\npp. 3; @a]\nand @b').flatMap(
      ({ items }) =>
        items.map(({ key, position }) => [
          key,
          position?.start.line,
          position?.start.column,
          position?.end.column,
        ]),
    );
    expect(keys).toEqual([
      ['a', 3, 12, 14],
      ['b', 3, 27, 29],
      ['a', 4, 8, 10],
      ['b', 5, 5, 7],
    ]);
  });

  test('knows where its key stands in a quotation', () => {
    const [citation] = citationsIn('> D122: quoted \\@x\n> [@a]');
    expect(citation?.items[0]?.position?.start).toEqual({ line: 4, column: 4 });
  });
});
