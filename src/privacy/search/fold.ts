/** Characters as they are compared: without width, case, accents, form of Han or look-alike script. */

/** What one character is to a search: some letters or digits, or nothing but a gap between them. */
export interface Folded {
  kind: 'gap' | 'stop' | 'nothing' | 'cased' | 'digit' | 'other';
  /** None for the first three. */
  codes: number[];
  isUpper: boolean;
}

export type Fold = (code: number) => Folded;

/** Letters that only look like others, and Latin letters that are not made of a letter and an accent. */
const alike = new Map([
  ...pairs('авекмнорстухіјѕһԁԛԝ', 'abekmhopctyxijshdqw'),
  ...pairs('αβεζηικμνορτυχ', 'abezhikmnoptyx'),
  // The sigma that ends a word is a capital sigma like any other.
  ...pairs('ς', 'σ'),
  ...pairs('øłđħŧıȷɑɡ', 'oldhtijag'),
  // Keyboards of Persian and Urdu, and Egypt's final ya.
  ...pairs('یىک', 'ييك'),
  ['ß', 'ss'] as const,
  ['æ', 'ae'] as const,
  ['œ', 'oe'] as const,
]);

function pairs(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (letter, index) => [letter, to[index] ?? ''] as const);
}

const gap: Folded = { kind: 'gap', codes: [], isUpper: false };
/** Behind which another sentence or clause begins: 两张，三份 is not 张三. */
const stop: Folded = { ...gap, kind: 'stop' };
const nothing: Folded = { ...gap, kind: 'nothing' };
const stops = /[，。、；：！？,;!?…]/u;

/** Each character is folded once; `simplify` gives the simplified form of a Han character. */
export function foldWith(simplify: (character: string) => string): Fold {
  // An array: this is asked for every character of a study.
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
  // Accents, marks, what lengthens Arabic, and what shows nowhere: soft hyphens, zero-width spaces, signs of direction, variation selectors.
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

/** `ヤ` as `や`: one sound in two scripts, always as far apart. */
function hiraganaOf(letter: string): string {
  return /^[ァ-ヶ]$/u.test(letter)
    ? String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60)
    : letter;
}

/** Scripts with two cases part their words by spaces. */
function isCased(letter: string): boolean {
  return letter.toUpperCase() !== letter || /\p{Script=Latin}/u.test(letter);
}

/** `٣` as `3`: decimal digits stand in runs of ten, from zero. */
function digitOf(letter: string): string | null {
  if (!/^\p{Nd}$/u.test(letter)) return null;
  const code = letter.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
