import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/world/decode.js';
import type { Replacement } from '../../src/domain/text.js';
import { planReplacements, replace, replaceInBytes } from '../../src/text/replacements.js';

function at(line: number, from: number, to: number, text: string, path = 'a.md'): Replacement {
  return {
    place: { path, position: { start: { line, column: from }, end: { line, column: to } } },
    text,
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | null) =>
  bytes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;

/** Lines with any line ends, a byte order mark or none, and an end of the last line or none. */
const file = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    lines: fc.array(
      fc.tuple(
        fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n]/g, '\t')),
        fc.constantFrom('\n', '\r\n', '\r'),
      ),
      { minLength: 1, maxLength: 8 },
    ),
    isOpen: fc.boolean(),
  })
  .map(({ mark, lines, isOpen }) => ({
    mark,
    lines: lines.map(
      ([text, end], index) => [text, isOpen && index === lines.length - 1 ? '' : end] as const,
    ),
  }))
  // CR behind which a bare LF begins a line would be one line end.
  .filter(({ lines }) =>
    lines.every(
      ([, end], index) =>
        end !== '\r' || lines[index + 1]?.[0] !== '' || !lines[index + 1]?.[1].startsWith('\n'),
    ),
  );

describe('a text with replacements in it', () => {
  test('is the same byte for byte outside of them, whatever its line ends, with a byte order mark or without', () => {
    const words = fc
      .string({ unit: 'grapheme' })
      .map((text) => `x${text.replace(/[\r\n]/g, ' ')}x`);
    fc.assert(
      fc.property(
        file,
        fc.array(fc.tuple(fc.nat(7), fc.nat(30), fc.nat(30), words), { maxLength: 6 }),
        ({ mark, lines }, drawn) => {
          const wanted = drawn.flatMap(([number, a, b, text]) => {
            const line = lines[number];
            if (!line) return [];
            const cut = (n: number) => Math.min(n, line[0].length);
            return [
              [at(number + 1, Math.min(cut(a), cut(b)) + 1, Math.max(cut(a), cut(b)) + 1, text)],
            ];
          });
          const planned = planReplacements(wanted).get('a.md') ?? [];
          const expected = lines.map(([text, end], index) => {
            const own = planned.filter(({ place }) => place.position.start.line === index + 1);
            const mended = own
              .toReversed()
              .reduce(
                (sum, { place: { position }, text: put }) =>
                  sum.slice(0, position.start.column - 1) +
                  put +
                  sum.slice(position.end.column - 1),
                text,
              );
            return mended + end;
          });
          const whole = mark + lines.map((line) => line.join('')).join('');
          expect(textOf(replaceInBytes(bytesOf(whole), planned))).toBe(
            textOf(bytesOf(mark + expected.join(''))),
          );
          if (wanted.length > 0) expect(planned.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('reads as the decoded text does with the same replacements, also over several lines', () => {
    const point = fc.tuple(fc.nat(7), fc.nat(30));
    fc.assert(
      fc.property(
        file,
        point,
        point,
        fc.string({ unit: 'grapheme' }),
        ({ mark, lines }, a, b, put) => {
          const whole = bytesOf(mark + lines.map((line) => line.join('')).join(''));
          const decoded = String(decode('a.md', whole));
          // A place may be in the midst of a sign of two units, of which half cannot be written.
          fc.pre(!/[\uD800-\uDFFF]/.test(decoded));
          const rows = decoded.split('\n');
          const [start, end] = [a, b]
            .map(([row, column]) => {
              const line = Math.min(row, rows.length - 1);
              return { line: line + 1, column: Math.min(column, rows[line]?.length ?? 0) + 1 };
            })
            .sort((x, y) => x.line - y.line || x.column - y.column);
          const wanted = [
            {
              place: { path: 'a.md', position: { start: start!, end: end! } },
              text: put.replace(/\r\n?/g, '\n'),
            },
          ];
          const mended = replaceInBytes(whole, wanted);
          // Where a line end would swallow another, nothing is made.
          if (mended) expect(String(decode('a.md', mended))).toBe(replace(decoded, wanted));
        },
      ),
    );
  });

  test('takes the line end of its place for a line end of its own', () => {
    const mend = (text: string, line: number) =>
      textOf(replaceInBytes(bytesOf(text), [at(line, 1, 2, 'b\nc')]));
    expect(mend('x\r\nx\nx\r\n', 1)).toBe('b\r\nc\r\nx\nx\r\n');
    expect(mend('x\r\nx\nx\r\n', 2)).toBe('x\r\nb\nc\nx\r\n');
    expect(mend('x\r\nx', 2)).toBe('x\r\nb\r\nc');
    expect(mend('x', 1)).toBe('b\nc');
  });

  test('is not made of bytes that are not UTF-8, nor at a place that is not there, nor where a line would be lost', () => {
    expect(replaceInBytes(Uint8Array.of(0x61, 0xff), [at(1, 1, 2, 'b')])).toBeNull();
    expect(replaceInBytes(bytesOf('a'), [at(2, 1, 1, 'b')])).toBeNull();
    expect(replaceInBytes(bytesOf('a'), [at(1, 1, 3, 'b')])).toBeNull();
    expect(replaceInBytes(bytesOf('a\rb\nc'), [at(2, 1, 2, '')])).toBeNull();
    expect(replace('abc', [at(1, 1, 3, 'x'), at(1, 2, 4, 'y')])).toBeNull();
  });
});

describe('of replacements that overlap', () => {
  const texts = (groups: Replacement[][], path = 'a.md') =>
    planReplacements(groups)
      .get(path)
      ?.map(({ text }) => text);

  test('the first is kept, whichever order they have in the file', () => {
    expect(
      texts([[at(1, 3, 6, 'first')], [at(1, 1, 4, 'second')], [at(1, 6, 7, 'third')]]),
    ).toEqual(['first', 'third']);
    expect(
      texts([[at(1, 3, 3, 'first')], [at(1, 3, 3, 'second')], [at(1, 3, 5, 'third')]]),
    ).toEqual(['first']);
  });

  test('what belongs together is left out together, in all files', () => {
    const plan = planReplacements([
      [at(1, 1, 4, 'first')],
      [at(1, 2, 3, 'second'), at(1, 1, 2, 'there', 'b.md')],
      [at(9, 1, 4, 'x'), at(9, 2, 3, 'y')],
    ]);
    expect([...plan.keys()]).toEqual(['a.md']);
    expect(texts([[at(1, 1, 4, 'first')]])).toEqual(['first']);
  });

  test('the same one is made once', () => {
    expect(texts([[at(1, 1, 4, 'same')], [at(1, 1, 4, 'same'), at(2, 1, 2, 'more')]])).toEqual([
      'same',
      'more',
    ]);
  });
});
