/** The words of a citation, after citeproc has set it. */
import type { Engine as Citeproc } from 'citeproc';
import type { Said } from './clusters.js';
import { plain, shortNames } from './item.js';
import { locales, marks } from './languages.js';
import { escaped } from './plain.js';
import type { Request } from './request.js';

/** Words without the marks at which works begin and end. */
export function unmarked(words: string): string {
  return words.replaceAll(marks.start, '').replaceAll(marks.end, '');
}

/** Turns the marks into elements by which works are linked; where the style has joined works, as in `1–4`, drops them. */
export function linked(
  { words, shown }: Said = { words: '', shown: [] },
  { isNarrative, items }: Request,
): string {
  const tidy = words.replaceAll(`.${marks.end}.`, `.${marks.end}`);
  const parts = tidy.split(marks.start);
  if (
    parts.length - 1 !== shown.length ||
    parts.slice(1).some((part) => part.split(marks.end).length !== 2)
  )
    return unmarked(tidy);
  if (isNarrative && !tidy.includes(nameless))
    return `<cite n="${shown[0] ?? ''}">${unmarked(tidy)}</cite>`;
  const prefixes = items.map(({ prefix }) => (prefix === null ? '' : `${escaped(plain(prefix))} `));
  const [first = '', ...rest] = parts;
  return [
    first,
    ...rest.map((part, index) => {
      const [inner = '', outer = ''] = part.split(marks.end);
      const prefix = prefixes.find((each) => each !== '' && inner.startsWith(each)) ?? '';
      return `${prefix}<cite n="${shown[index] ?? ''}">${inner.slice(prefix.length)}</cite>${outer}`;
    }),
  ].join('');
}

/** What joins the names of a work that is not Chinese, whatever the report's language. */
export function englishAnd(engine: Citeproc): string {
  const { lang } = engine.opt;
  engine.opt.lang = locales.en;
  const and = engine.getTerm('and');
  engine.opt.lang = lang;
  return and;
}

/** What citeproc prints for an author where the style names none. */
const nameless = '[NO_PRINTED_FORM]';

/** A narrative citation joins its authors by a word, whatever sign joins them within brackets (APA 7, section 8.17). */
export function citationOf(
  { items: [item], isNarrative }: Request,
  words: string,
  { isNote, and }: { isNote: boolean; and: string },
) {
  const note = isNote ? words : null;
  if (!isNarrative || !item) return { text: isNote ? '' : words, note };
  const names = escaped(shortNames(item.work, and));
  if (isNote) return { text: names, note };
  if (words.includes(nameless)) return { text: closeUp(words.replace(nameless, names)), note };
  const hasMany = [item.work.item.author, item.work.item.editor].some(
    (list) => (list?.length ?? 0) > 1,
  );
  const joined =
    hasMany && words.split(' &#38; ').length === 2 ? words.replace(' &#38; ', ` ${and} `) : words;
  return { text: closeUp(joined), note };
}

/** A full-width bracket brings its own space. */
function closeUp(words: string): string {
  return words.replace(/ (（|<cite n="\d+">（)/, '$1');
}
