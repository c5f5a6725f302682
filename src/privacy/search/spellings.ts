/** Lists the ways of writing a name that folding does not make equal: in another order, and Han names in pinyin. */

/** A name as its parts, in the order in which they are written. */
export type Spelling = string[];

/** Readings of one name; if there are more, all characters but the first have their most usual one. */
const mostReadings = 64;

/** The readings of a Han character in pinyin, without tones. */
export type Readings = (character: string) => string[];

/** All spellings of a registered name, the registered one first. */
export function spellingsOf(name: string, readings: Readings): Spelling[] {
  const parts = name.split(/[\s·・•,，]+/u).filter((part) => part !== '');
  const characters = Array.from(name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''));
  if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return turns(parts);
  return [parts, ...inPinyin(characters, readings)];
}

/** `Zhang San` as `San Zhang`, `Juan Ruiz Roa` as `Ruiz Roa, Juan` and `Roa, Juan Ruiz`. */
function turns(parts: string[]): Spelling[] {
  return parts.map((_, index) => [...parts.slice(index), ...parts.slice(0, index)]);
}

/** The surname is the first character, or the first two where there are more. */
function inPinyin(characters: string[], readings: Readings): Spelling[] {
  if (characters.length < 2) return [];
  return combinations(characters.map((character) => romanised(readings(character)))).flatMap(
    (syllables) => {
      const surnames = characters.length > 2 ? [1, 2] : [1];
      return surnames.flatMap((length) => {
        const parts = [syllables.slice(0, length).join(''), syllables.slice(length).join('')];
        return [parts, parts.toReversed()];
      });
    },
  );
}

/** `lü` is written in many ways on keyboards and in passports. */
function romanised(syllables: string[]): string[] {
  return syllables.flatMap((syllable) =>
    syllable.includes('ü')
      ? ['ü', 'v', 'yu', 'ue'].map((letter) => syllable.replace('ü', letter))
      : [syllable],
  );
}

function combinations(choices: string[][]): string[][] {
  const count = choices.reduce((product, { length }) => product * Math.max(1, length), 1);
  const taken =
    count > mostReadings
      ? choices.map((each, index) => (index === 0 ? each : each.slice(0, 1)))
      : choices;
  return taken.reduce<string[][]>(
    (made, each) => made.flatMap((start) => each.map((syllable) => [...start, syllable])),
    [[]],
  );
}
