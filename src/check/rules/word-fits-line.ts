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
    const inLinks = new Set<unknown>();
    walkTexts(study, (node, place) => {
      if (node.type === 'link' || inLinks.has(node)) {
        if ('children' in node) for (const child of node.children) inLinks.add(child);
        return;
      }
      const [word] = (node.type === 'text' && longWord.exec(node.value)) || [];
      if (word !== undefined && place)
        long.push({
          place,
          reason: `Unexpected word of ${String(word.length)} characters, \`${word.slice(0, 20)}…\`, expected at most ${String(lettersAtMost)} without a space or hyphen`,
        });
    });
    yield* long;
  },
};
