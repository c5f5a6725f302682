/** Words of a report broken into lines that a terminal shows in a given width: 汉 and 🙂 take two columns. */
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

/** A Han character or kana with the marks that may not begin a line, or a word; blanks in front of either. */
const piece =
  /\s*(?:[(（「『《【“‘]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][、。，．：；！？）」』》】”’…)]*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+)/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text without what could steer the terminal or turn the direction of the words after it. */
export function visible(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ');
}

/** Lines no wider than `width`, which is at least 2. A word that is wider is broken behind a sign if it has one, else anywhere. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const [found] of visible(text).matchAll(piece)) {
    const bare = found.trimStart();
    const blank = found === bare || line === '' ? '' : ' ';
    for (const [index, part] of partsOf(bare, width).entries()) {
      const before = index === 0 ? blank : '';
      const wide = stringWidth(part);
      if (line !== '' && used + before.length + wide > width) {
        lines.push(line);
        [line, used] = [part, wide];
      } else {
        line += before + part;
        used += before.length + wide;
      }
    }
  }
  return line === '' ? lines : [...lines, line];
}

/** The width of the widest piece that is not broken unless it must be. */
export function widestPiece(text: string): number {
  return Math.max(
    0,
    ...[...visible(text).matchAll(piece)].map(([found]) => stringWidth(found.trimStart())),
  );
}

/** A word that fits as it is; else in pieces behind the signs of an expression or a path, and those in characters. */
function partsOf(word: string, width: number): string[] {
  if (stringWidth(word) <= width) return [word];
  return (word.match(/[^*+/,;_-]+[*+/,;_-]*|[*+/,;_-]+/g) ?? []).flatMap((part) =>
    stringWidth(part) <= width ? [part] : broken(part, width),
  );
}

function broken(part: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const { segment } of graphemes.segment(part)) {
    const wide = stringWidth(segment);
    if (line !== '' && used + wide > width) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += segment;
    used += wide;
  }
  return [...lines, line];
}

/** A line filled up with blanks to a width. */
export function padded(line: string, width: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(line)));
  return side === 'left' ? line + blanks : blanks + line;
}
