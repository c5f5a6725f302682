/** `p. 12, my emphasis` and `第12页` in the terms of citation styles. */

export interface Locator {
  /** Kind of the part of a work, as styles know it. */
  label: string;
  locator: string;
  /** What follows it. */
  rest: string;
}

const kinds: [string, RegExp][] = [
  ['page', /^(?:pp?|pages?|页|頁)$/i],
  ['chapter', /^(?:ch|chaps?|chapters?|章)$/i],
  ['section', /^(?:secs?|sections?|§+|节|節)$/i],
  ['volume', /^(?:vols?|volumes?|卷)$/i],
  ['issue', /^(?:nos?|期)$/i],
  ['figure', /^(?:figs?|figures?|图)$/i],
  ['paragraph', /^(?:paras?|paragraphs?|¶+|段)$/i],
  ['line', /^(?:lines?|行)$/i],
  ['note', /^(?:notes?|注)$/i],
  ['table', /^(?:tables?|表)$/i],
];

const word = String.raw`[A-Za-z]+|[§¶]+|[页頁章节節卷期图段行注表]`;
const one = String.raw`(?:\p{Nd}+(?:[.:]\p{Nd}+)*[a-z]?|[ivxlcdm]+(?![\p{L}])|[IVXLCDM]+(?![\p{L}]))`;
const numbers = String.raw`${one}(?:\s*(?:-+|[–—,，、&])\s*${one})*`;
const before = new RegExp(
  String.raw`^(?:(?<word>${word})\.?\s*)?(?<numbers>${numbers})(?<rest>.*)$`,
  'su',
);
const behind = new RegExp(
  String.raw`^第?\s*(?<numbers>${numbers})\s*(?<word>[页頁章节節卷期图段行注表])(?<rest>.*)$`,
  'su',
);

/** Reads the words after a key; null if it names no part of a work. */
export function locatorIn(written: string): Locator | null {
  const found = (behind.exec(written) ?? before.exec(written))?.groups;
  if (found?.numbers === undefined) return null;
  const label =
    found.word === undefined
      ? 'page'
      : kinds.find(([, pattern]) => pattern.test(found.word ?? ''))?.[0];
  return label === undefined
    ? null
    : {
        label,
        locator: found.numbers.normalize('NFKC').replace(/--+/g, '–'),
        rest: (found.rest ?? '').trim(),
      };
}
