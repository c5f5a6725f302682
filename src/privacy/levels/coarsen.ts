/** Attributes as a public report may give them: ages by decade, dates by year, places by region. */
import type { Attributes, Scalar } from '../../domain/text.js';
import type { Coarsening, Disclosure } from '../../domain/protocol.js';
import { keyOf } from '../../text/names.js';

/** Attributes as a public report may give them. */
export interface Coarsened {
  attributes: Attributes;
  /** Names of attributes with a value that cannot be made coarser as study.md asks. */
  withheld: string[];
}

/** Applies `coarsen:` of study.md: leaves out what it omits, and withholds what cannot be made coarser. */
export function coarsen(
  attributes: Attributes,
  { coarsen: rules }: Pick<Disclosure, 'coarsen'>,
): Coarsened {
  if (rules.length === 0) return { attributes, withheld: [] };
  const byKey = new Map(rules.map(({ text, to }) => [keyOf(text), to]));
  const kept: Attributes = new Map();
  const withheld: string[] = [];
  for (const [name, value] of attributes) {
    const to = byKey.get(keyOf(name));
    if (to === 'omit') continue;
    if (to === undefined) {
      kept.set(name, value);
      continue;
    }
    const values = [...new Set([value].flat().map((each) => coarseValue(each, to)))];
    const [first = null, ...more] = values;
    if (first === null || more.includes(null)) withheld.push(name);
    else kept.set(name, more.length === 0 ? first : values.filter((each) => each !== null));
  }
  return { attributes: kept, withheld };
}

function coarseValue(value: Scalar, to: Exclude<Coarsening, 'omit'>): string | null {
  const written = valueKey(String(value));
  if (to === 'decade') return decadeOf(written);
  if (to === 'year') return yearOf(written);
  for (const [from, word] of to) if (valueKey(from) === written) return word;
  return null;
}

/** The form in which two values are equal if they differ only in case, width or spaces; punctuation counts. */
export function valueKey(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `34` is `30–39`. */
function decadeOf(written: string): string | null {
  const [digits] = /^\d{1,9}(?=(?:\.\d+)?$)/.exec(written) ?? [];
  if (digits === undefined) return null;
  const from = Math.floor(Number(digits) / 10) * 10;
  return `${String(from)}–${String(from + 9)}`;
}

/** `2019-05-03` is `2019`; a text with two years, or with none, has no year. */
function yearOf(written: string): string | null {
  const [year = null, ...more] = written.match(/(?<!\d)[12]\d{3}(?!\d)/g) ?? [];
  return more.length === 0 ? year : null;
}
