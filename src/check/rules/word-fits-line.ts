import type { Place, Study } from '../../model.js';
import type { Pointer, Rule } from '../rule.js';
import { walkTexts } from '../texts.js';

const lettersAtMost = 80;
/** Chinese may be broken between any two characters, Latin at hyphens and slashes too. */
const longWord = new RegExp(
  String.raw`(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF\u200B\u00AD\-/–—])\S){${String(lettersAtMost + 1)},}`,
  'u',
);

export const wordFitsLine: Rule = {
  description: 'No word is longer than a line of print.',
  note: 'It is cut anywhere, or runs over the margin.',
  *check(study) {
    const long: Pointer[] = [];
    walkTexts(study, (node, place, isInLink) => {
      const word = node.type === 'text' && !isInLink ? longWord.exec(node.value)?.[0] : undefined;
      if (word === undefined) return;
      const found = `word of ${String(word.length)} characters, \`${word.slice(0, 20)}…\``;
      const expected = `at most ${String(lettersAtMost)} without a space or hyphen`;
      long.push({ place: placeOfWord(study, place, word), reason: `Unexpected ${found}, expected ${expected}` });
    });
    yield* long;
  },
};

/** The word itself, where the source has it as such. */
function placeOfWord({ files }: Study, place: Place, word: string): Place {
  const { start, end } = place.position;
  const lines = String(files.get(place.path) ?? '').split('\n');
  for (let line = start.line; line <= end.line; line++) {
    const index = lines[line - 1]?.indexOf(word, line === start.line ? start.column - 1 : 0) ?? -1;
    if (index >= 0) return { ...place, position: { start: { line, column: index + 1 }, end: { line, column: index + 1 + word.length } } };
  }
  return place;
}
