/** Makes patterns of a register: every spelling of every name and number, as folded letters. */
import type { Register, Respondent } from '../../domain/source.js';
import type { Fold } from './fold.js';
import { cased, lettersOf, upper, type Letters } from './letters.js';
import { spellingsOf, type Readings } from './spellings.js';
import { numbersOf, numbersWritten } from './telephones.js';

/** What was found, and the source that stands for the respondent. */
export interface Sought {
  source: string;
  kind: 'name' | 'telephone' | 'workplace' | 'post';
}

/** One spelling of a name or number. */
export interface Pattern {
  sought: Sought;
  codes: number[];
  /** It must end where a word ends. (A letter with two cases must always begin where a word begins.) */
  isWordAtEnd: boolean;
  /** Its script puts no spaces between words, so it must not reach over the end of a clause. */
  isWithinClause: boolean;
  /** Where its parts begin, if only capitals distinguish it from common words; null if any case will do. */
  capitals: number[] | null;
}

/** All patterns of a register. */
export interface Patterns {
  words: Pattern[];
  numbers: Pattern[];
}

/** The patterns of all respondents of a register. */
export function patternsOf(
  { respondents }: Pick<Register, 'respondents'>,
  fold: Fold,
  readings: Readings,
): Patterns {
  return {
    words: respondents.flatMap((respondent) => wordsOf(respondent, fold, readings)),
    numbers: respondents.flatMap((respondent) => numbersIn(respondent, fold)),
  };
}

function wordsOf(
  { source, names, aliases, workplaces, posts }: Respondent,
  fold: Fold,
  readings: Readings,
): Pattern[] {
  const called = [...names, ...aliases].flatMap((name) => {
    // A name that is registered in small letters is searched in any case.
    const isCapital = lettersOf(name, fold).bits.some((bits) => bits & upper);
    return spellingsOf(name, readings).flatMap((parts, index) =>
      patternOf(parts, { source, kind: 'name' }, { fold, isPlain: index === 0 && !isCapital }),
    );
  });
  const described = (['workplace', 'post'] as const).flatMap((kind) =>
    (kind === 'post' ? posts : workplaces).flatMap((words) =>
      patternOf([words], { source, kind }, { fold, isPlain: true }),
    ),
  );
  return [...called, ...described];
}

function patternOf(
  parts: string[],
  sought: Sought,
  { fold, isPlain }: { fold: Fold; isPlain: boolean },
): Pattern[] {
  const read = parts.map((part) => lettersOf(part, fold)).filter(({ length }) => length > 0);
  const codes = read.flatMap(codesOf);
  const bits = read.flatMap(({ bits, length }) => [...bits.subarray(0, length)]);
  if (codes.length < 2) return [];
  const starts = read.map((_, index) =>
    read.slice(0, index).reduce((sum, { length }) => sum + length, 0),
  );
  return [
    {
      sought,
      codes,
      isWordAtEnd: ((bits.at(-1) ?? 0) & cased) !== 0,
      isWithinClause: !bits.some((each) => each & cased),
      capitals: isPlain ? null : starts,
    },
  ];
}

function codesOf({ codes, length }: Letters): number[] {
  return [...codes.subarray(0, length)];
}

function numbersIn({ source, telephones }: Respondent, fold: Fold): Pattern[] {
  return telephones.flatMap(numbersWritten).flatMap((telephone) =>
    numbersOf(lettersOf(telephone, fold), /^\s*(?:[+＋]|00)/u.test(telephone)).map((number) => ({
      sought: { source, kind: 'telephone' as const },
      codes: Array.from(number, Number),
      isWordAtEnd: true,
      isWithinClause: false,
      capitals: null,
    })),
  );
}
