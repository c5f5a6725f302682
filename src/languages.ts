/** In which language words are, and which way they run. */

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
