/** What a run of letters is: where Han and right-to-left writing begin. */
import { hasRightToLeft, rightToLeft } from '../../text/languages.js';

const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

/** Words of a paragraph on one line: a line's end between two Han characters is nothing, elsewhere a space. */
export function onOneLine(text: string): string {
  if (!/[\n\r\t]/.test(text)) return text;
  return text
    .replace(/([^\s])[ \t]*\r?\n\s*(?=([^\s]))/gu, (_, before: string, after: string) =>
      han.test(before) && han.test(after) ? before : `${before} `,
    )
    .replace(/[\n\r\t]/g, ' ');
}

/** What decides how a run is set; `rtl` is any script from right to left. */
export type Script = 'han' | 'rtl' | 'other';

/** A run of one script. */
export interface Piece {
  script: Script;
  text: string;
}

/** Words from right to left with what stands between them: spaces, marks, digits. */
const pieces = new RegExp(
  `(${rightToLeft}(?:[\\p{M}\\p{N}\\p{P}\\s]*${rightToLeft})*\\p{M}*)|((?:${han.source})+)`,
  'gu',
);

/** A text cut where its script changes; in one piece where nothing asks for a cut. */
export function piecesOf(text: string, cutsHan: boolean): Piece[] {
  if (!hasRightToLeft(text) && !(cutsHan && han.test(text)))
    return [{ script: startsHan(text) ? 'han' : 'other', text }];
  const cut: Piece[] = [];
  let end = 0;
  for (const { 0: found, 1: right, index } of text.matchAll(pieces)) {
    if (right === undefined && !cutsHan) continue;
    if (index > end) cut.push({ script: 'other', text: text.slice(end, index) });
    cut.push({ script: right === undefined ? 'han' : 'rtl', text: found });
    end = index + found.length;
  }
  return end < text.length ? [...cut, { script: 'other', text: text.slice(end) }] : cut;
}

/** Quotation marks and dashes beside Han characters are set as wide as these. */
function startsHan(text: string): boolean {
  const first = /\p{L}/u.exec(text);
  return first !== null && han.test(first[0]);
}
