import type { Place } from '../../domain/text.js';
import type { Study } from '../../domain/study.js';
import type { Pointer } from '../../messages/pointer.js';
import type { Rule } from '../rule.js';
import { walkTexts } from '../texts.js';

const lettersAtMost = 80;
/** Chinese may be broken between any two characters, Latin at hyphens and slashes too. */
const unbroken = String.raw`[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF\u200B\u00AD\-/–—]`;
/** A word begins after a break, so that none is read twice. */
const longWord = new RegExp(`(?<!${unbroken})${unbroken}{${String(lettersAtMost + 1)},}`, 'u');

/** A quick first test: every text with a long word passes it. */
const mayBeLong = new RegExp(String.raw`\S{${String(lettersAtMost + 1)}}`);

/** Points at words longer than a printed line. */
export const wordFitsLine: Rule = {
  id: 'word-fits-line',
  severity: 'info',
  description: 'No word is longer than a line of print.',
  note: 'It is cut anywhere, or runs over the margin.',
  *check(study) {
    const long: Pointer[] = [];
    const lines = new Map<string, string[]>();
    walkTexts(study, (node, place, isInLink) => {
      const word =
        node.type === 'text' && !isInLink && mayBeLong.test(node.value)
          ? longWord.exec(node.value)?.[0].replace(/\p{P}+$/u, '')
          : undefined;
      if (word === undefined || word.length <= lettersAtMost) return;
      const found = `word of ${String(word.length)} characters, \`${word.slice(0, 20)}…\``;
      const expected = `at most ${String(lettersAtMost)} without a space or hyphen`;
      long.push({
        place: placeOfWord(linesOf(study, lines, place), place, word),
        reason: `Unexpected ${found}, expected ${expected}`,
      });
    });
    yield* long;
  },
};

function linesOf({ files }: Study, known: Map<string, string[]>, { path }: Place): string[] {
  const lines = known.get(path) ?? String(files.get(path) ?? '').split('\n');
  known.set(path, lines);
  return lines;
}

/** The word itself, where the source contains it literally. */
function placeOfWord(lines: string[], place: Place, word: string): Place {
  const { start, end } = place.position;
  for (let line = start.line; line <= end.line; line++) {
    const index = lines[line - 1]?.indexOf(word, line === start.line ? start.column - 1 : 0) ?? -1;
    if (index >= 0)
      return {
        ...place,
        position: {
          start: { line, column: index + 1 },
          end: { line, column: index + 1 + word.length },
        },
      };
  }
  return place;
}
