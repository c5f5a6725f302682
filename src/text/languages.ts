/** In which language words are, which way they run, and which signs a file can hold. */

const tag = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;

/** Whether a text has the form of a language tag, such as `zh` or `zh-Hans`. */
export function isLanguageTag(text: string): boolean {
  return tag.test(text);
}

/** Letters of Hebrew, Arabic, Syriac and the other scripts that run from right to left. */
export const rightToLeft = String.raw`[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]`;

const anyRightToLeft = new RegExp(rightToLeft, 'u');

/** Whether any letter runs from right to left. */
export function hasRightToLeft(text: string): boolean {
  return anyRightToLeft.test(text);
}

const firstLetter = new RegExp(String.raw`(${rightToLeft})|\p{L}`, 'u');

/** Whether the first letter runs from right to left, so that its paragraph does too. */
export function startsRightToLeft(text: string): boolean {
  return firstLetter.exec(text)?.[1] !== undefined;
}

/** What XML forbids, or no reader could see: control characters but for white space, and halves of characters. */
const unwritable = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text as any file can hold it: half a character becomes a visible sign, a control character vanishes. */
export function writable(text: string): string {
  return text.replace(unwritable, (found) => (/\p{Surrogate}/u.test(found) ? '\uFFFD' : ''));
}
