import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildInput } from '../../../src/tasks/build.js';
import { letters, shownBy, toldOf } from './naive.js';
import { grown, people, shapes, type Person, type Shape } from './grown.js';
import { harmless, inputOf, places } from './planted.js';
import { runs } from '../../runs.js';

/** Signs that stand between letters without parting them, or only as markup does. */
const between = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '\u200b',
  '\u00ad',
  '\u3000',
  '-',
  '·',
  '*',
  '**',
  '_',
  '\\\\',
);
const wide = (letter: string) =>
  /[!-~]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter;

/** A respondent in some spelling; markup and invisible signs stand between the letters of the name. */
const spelling = ({ spoken }: Person) =>
  fc
    .record({
      name: fc.constantFrom(...spoken),
      how: fc.constantFrom('as it is', 'upper', 'lower', 'wide'),
      signs: fc.array(between, { minLength: 24, maxLength: 24 }),
    })
    .map(({ name, how, signs }) => {
      const cased =
        how === 'upper' ? name.toUpperCase() : how === 'lower' ? name.toLowerCase() : name;
      const written = Array.from(cased, (letter) => (how === 'wide' ? wide(letter) : letter));
      return written
        .map((letter, index) =>
          index === 0 ? letter : (signs[index % signs.length] ?? '') + letter,
        )
        .join('');
    });

const formats = ['md', 'html', 'json'];

interface Planting {
  where: string;
  shape: Shape;
  name: string;
}

const planting = fc
  .record({ where: fc.constantFrom(...Object.keys(places)), shape: shapes })
  .chain(({ where, shape }) =>
    spelling(shape.person).map((name): Planting => ({ where, shape, name })),
  );

/** What can be seen of the respondent in outputs and messages; nothing, if the gate holds. */
async function leaks({ where, shape, name }: Planting, wanted: string[]): Promise<string[]> {
  const built = await buildInput(await inputOf(grown(places[where]!(harmless(), name), shape)), {
    formats: wanted,
  });
  const seen = letters(`${await shownBy(built.outputs)}\n${toldOf(built)}`).replaceAll('ς', 'σ');
  return shape.person.bare.filter((each) => seen.includes(each));
}

test('a name in any place of any study, in any spelling, never leaves: the build stops, or no output and no message holds it', async () => {
  await fc.assert(
    fc.asyncProperty(planting, async (planted) => {
      expect([planted, await leaks(planted, formats)]).toEqual([planted, []]);
    }),
    runs(12, 200),
  );
});

test('nor by PDF and Word', async () => {
  await fc.assert(
    fc.asyncProperty(planting, async (planted) => {
      expect([planted, await leaks(planted, ['pdf', 'docx'])]).toEqual([planted, []]);
    }),
    runs(2, 20),
  );
});

test.each(people.map((person, index) => ({ person, index })))(
  'a generated study that names nobody is written: $index',
  async ({ person, index }) => {
    const shape = {
      person,
      cases: 1 + (index % 3),
      language: index % 2 ? 'zh' : 'en',
      template: 'default',
      hasOutcome: index > 1,
      hasMemo: true,
    };
    const { outputs, messages } = await buildInput(await inputOf(grown(harmless(), shape)), {
      formats: ['md'],
    });
    expect(messages.filter(({ fatal }) => fatal).map(({ reason }) => reason)).toEqual([]);
    expect(outputs.length).toBeGreaterThan(0);
  },
);

test('the reader of these tests sees a name where the gate is open', async () => {
  const files = places['a quotation']!(harmless(), '歐陽霽雪');
  files['study.md'] = String(files['study.md']).replace('title:', 'profile: internal\ntitle:');
  for (const format of ['md', 'html', 'json', 'pdf', 'docx']) {
    const { outputs } = await buildInput(await inputOf(files), { formats: [format] });
    expect([format, letters(await shownBy(outputs)).includes('歐陽霽雪')]).toEqual([format, true]);
  }
});
