/** A CSL item as a work, with the plain words by which it is known where no citation style is at work. */
import type { CslItem, CslName, Work } from '../../domain/work.js';
import type { Place } from '../../domain/text.js';

/** Makes a work of an item. */
export function workOf(item: CslItem, place: Place): Work {
  const names = namesIn(item.author) ?? namesIn(item.editor) ?? [];
  const year = yearOf(item);
  const title = wordsOf(item.title);
  const doi = wordsOf(item.DOI);
  return {
    key: item.id,
    item,
    place,
    label: `${shortNames(names) || title || item.id}, ${year}`,
    reference: referenceOf(item, names, year),
    url: doi === '' ? wordsOf(item.URL) || null : `https://doi.org/${doi}`,
  };
}

/** Authors may write a number where text is expected, or text where a list is. */
function wordsOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replace(/<\/?(?:i|b|sup|sub|span)\b[^>]*>/g, '')
    : '';
}

function namesIn(value: unknown): CslName[] | null {
  return Array.isArray(value)
    ? value.filter((name): name is CslName => typeof name === 'object' && name !== null)
    : null;
}

function yearOf({ issued }: CslItem): string {
  const date: unknown =
    typeof issued === 'object' && issued !== null && 'date-parts' in issued
      ? issued['date-parts']
      : null;
  const first: unknown = Array.isArray(date) ? date[0] : null;
  const year: unknown = Array.isArray(first) ? first[0] : null;
  return wordsOf(year) || 'n.d.';
}

/** Author–date, as in APA: one name, two names, or the first of three and more. */
function shortNames(names: CslName[]): string {
  const [first, second, third] = names.map(
    ({ family, literal, given }) => wordsOf(family) || wordsOf(literal) || wordsOf(given),
  );
  if (first === undefined) return '';
  if (second === undefined) return first;
  return third === undefined ? `${first} & ${second}` : `${first} et al.`;
}

function referenceOf(item: CslItem, names: CslName[], year: string): string {
  const authors = names
    .map(
      ({ family, given, literal }) =>
        wordsOf(literal) || [family, given].map(wordsOf).filter(Boolean).join(', '),
    )
    .join('; ');
  const issue = wordsOf(item.issue) === '' ? '' : `(${wordsOf(item.issue)})`;
  const volume = wordsOf(item.volume) === '' ? '' : `${wordsOf(item.volume)}${issue}`;
  const within = [wordsOf(item['container-title']), volume, wordsOf(item.page)]
    .filter(Boolean)
    .join(', ');
  return [
    [authors, `(${year})`].filter(Boolean).join(' '),
    wordsOf(item.title),
    within,
    wordsOf(item.publisher),
  ]
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}
