/** Folds characters for comparison: without width, case and accents, with simplified Han, and look-alikes as Latin letters. */

/** A character as a search sees it: letters or digits, a gap between them, the end of a clause, or nothing. */
export interface Folded {
  kind: 'gap' | 'stop' | 'nothing' | 'cased' | 'digit' | 'other';
  /** Code points of the letters; none for the first three kinds. */
  codes: number[];
  isUpper: boolean;
}

/** Folds a character, by its code point. */
export type Fold = (code: number) => Folded;

/**
 * Letters that are folded into others. Cyrillic and Greek letters that look like Latin ones, Latin letters that Unicode does not
 * divide into a letter and an accent, and forms of Arabic letters on other keyboards.
 */
const alike = new Map([
  ...pairs('авекмнорстухіјѕһԁԛԝ', 'abekmhopctyxijshdqw'),
  ...pairs('αβεζηικμνορτυχ', 'abezhikmnoptyx'),
  // Both small sigmas have the same capital.
  ...pairs('ς', 'σ'),
  ...pairs('øłđħŧıȷɑɡ', 'oldhtijag'),
  // Persian and Urdu keyboards write the first and third, Egypt the second.
  ...pairs('یىک', 'ييك'),
  ['ß', 'ss'] as const,
  ['æ', 'ae'] as const,
  ['œ', 'oe'] as const,
]);

function pairs(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (letter, index) => [letter, to[index] ?? ''] as const);
}

const gap: Folded = { kind: 'gap', codes: [], isUpper: false };
/** The end of a clause: `两张，三份` does not contain `张三`. */
const stop: Folded = { ...gap, kind: 'stop' };
const nothing: Folded = { ...gap, kind: 'nothing' };
const stops = /[，。、；：！？,;!?…]/u;

/** A fold that remembers each character; `simplify` gives the simplified form of a Han character. */
export function foldWith(simplify: (character: string) => string): Fold {
  // An array, as every character of a study is looked up.
  const known: (Folded | undefined)[] = new Array<Folded | undefined>(0x10000).fill(undefined);
  return (code) => {
    const found = known[code];
    if (found) return found;
    const made = foldCharacter(String.fromCodePoint(code), simplify);
    if (code < known.length) known[code] = made;
    return made;
  };
}

function foldCharacter(character: string, simplify: (character: string) => string): Folded {
  // Accents, the Arabic tatweel, Hangul fillers, and what is invisible: soft hyphens, zero-width spaces, direction marks, selectors.
  if (/^[\p{M}\p{Cf}\u00ad\u0640\u115f\u1160\u3164]$/u.test(character)) return nothing;
  if (stops.test(character)) return stop;
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  const lower = Array.from(
    plain.toLowerCase().replace(/\p{M}/gu, ''),
    (each) => alike.get(each) ?? hiraganaOf(each),
  ).join('');
  const letters = Array.from(lower)
    .filter((each) => /[\p{L}\p{N}]/u.test(each))
    .map((each) => digitOf(each) ?? simplify(each));
  const [first] = letters;
  if (first === undefined) return gap;
  const kind = /^\d/.test(first) ? 'digit' : isCased(first) ? 'cased' : 'other';
  const isUpper = kind === 'cased' && character.toLowerCase() !== character;
  return {
    kind,
    codes: letters.flatMap((each) => Array.from(each, (letter) => letter.codePointAt(0) ?? 0)),
    isUpper,
  };
}

/** `ヤ` as `や`: the two scripts stand 0x60 apart in Unicode. */
function hiraganaOf(letter: string): string {
  return /^[ァ-ヶ]$/u.test(letter)
    ? String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60)
    : letter;
}

/** Whether a letter's script has two cases; such scripts put spaces between words. */
function isCased(letter: string): boolean {
  return letter.toUpperCase() !== letter || /\p{Script=Latin}/u.test(letter);
}

/** `٣` as `3`: Unicode has the decimal digits of each script in a row, from zero. */
function digitOf(letter: string): string | null {
  if (!/^\p{Nd}$/u.test(letter)) return null;
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
