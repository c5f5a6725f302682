import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildInput } from '../../src/pipeline.js';
import { letters, shownBy, toldOf } from './naive.js';
import { harmless, inputOf, places } from './planted.js';

/** Every way to write the respondent, as an independent reader knows it. */
const bare = ['欧阳霁雪', '歐陽霽雪', '歐阳霁雪', 'ouyangjixue', 'jixueouyang', 'captainsnow', '65550142'];
const spoken = fc.constantFrom(
  '欧阳霁雪',
  '歐陽霽雪',
  'Ouyang Jixue',
  'Jixue Ouyang',
  'Ōuyáng Jìxuě',
  'Captain Snow',
  '010 6555 0142',
  '+861065550142',
);

/** Signs that stand between letters without parting them, or only as markup does. */
const between = fc.constantFrom('', '', '', ' ', '\u200b', '\u00ad', '\u3000', '-', '·', '*', '**', '_', '\\\\');
const wide = (letter: string) => (/[!-~]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter);

/** A name in some spelling; markup and invisible signs stand between its letters. */
const spelling = fc
  .record({
    name: spoken,
    how: fc.constantFrom('as it is', 'upper', 'lower', 'wide'),
    signs: fc.array(between, { minLength: 24, maxLength: 24 }),
  })
  .map(({ name, how, signs }) => {
    const cased = how === 'upper' ? name.toUpperCase() : how === 'lower' ? name.toLowerCase() : name;
    const written = Array.from(cased, (letter) => (how === 'wide' ? wide(letter) : letter));
    return written.map((letter, index) => (index === 0 ? letter : (signs[index % signs.length] ?? '') + letter)).join('');
  });

const formats = ['md', 'html', 'json'];

async function leaks(place: string, name: string, wanted: string[]): Promise<string[]> {
  const built = await buildInput(await inputOf(places[place]!(harmless(), name)), { formats: wanted });
  const seen = letters(`${await shownBy(built.outputs)}\n${toldOf(built)}`);
  return bare.filter((each) => seen.includes(each));
}

const place = fc.constantFrom(...Object.keys(places));

test('a name in any place, in any spelling, never leaves: the build stops, or no output and no message holds it', async () => {
  await fc.assert(
    fc.asyncProperty(place, spelling, async (where, name) => {
      expect([where, name, await leaks(where, name, formats)]).toEqual([where, name, []]);
    }),
    { numRuns: 40 },
  );
}, 600_000);

test('nor by PDF and Word', async () => {
  await fc.assert(
    fc.asyncProperty(place, spelling, async (where, name) => {
      expect([where, name, await leaks(where, name, ['pdf', 'docx'])]).toEqual([where, name, []]);
    }),
    { numRuns: 6 },
  );
}, 600_000);

test('the reader of these tests sees a name where the gate is open', async () => {
  const files = places['a quotation']!(harmless(), '歐陽霽雪');
  files['study.md'] = String(files['study.md']).replace('title:', 'profile: internal\ntitle:');
  for (const format of ['md', 'html', 'json', 'pdf', 'docx']) {
    const { outputs } = await buildInput(await inputOf(files), { formats: [format] });
    expect([format, letters(await shownBy(outputs)).includes('歐陽霽雪')]).toEqual([format, true]);
  }
}, 120_000);
