/** Works that a study cites: BibTeX or CSL-JSON, read by citation-js. */
import type { VFile } from 'vfile';
import type { Unread, Work } from '../model.js';

export interface Bibliography {
  works: Work[];
  unread: Unread[];
}

/** The part of a CSL-JSON item that is used here. */
interface CslItem {
  id: string;
  title?: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: { 'date-parts'?: (number | string)[][] };
  'container-title'?: string;
  publisher?: string;
  volume?: string | number;
  issue?: string | number;
  page?: string;
  DOI?: string;
  URL?: string;
}

interface CslName {
  family?: string;
  given?: string;
  literal?: string;
}

/** Reads a bibliography. A file that cannot be read is one unread thing, and yields no works. */
export async function parseBibliography(file: VFile): Promise<Bibliography> {
  // Loaded here because most of its 75 ms are wasted on a study without a bibliography.
  const { Cite } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  try {
    const { data } = new Cite(String(file).trim() === '' ? '[]' : String(file)) as { data: CslItem[] };
    return { works: data.map(workOf), unread: [] };
  } catch (error) {
    const line = error instanceof Error ? Number(/line (\d+)/.exec(error.message)?.[1] ?? 1) : 1;
    const position = { start: { line, column: 1 }, end: { line, column: 1 } };
    const expected = 'BibTeX or CSL-JSON; look for an entry that is not closed';
    return {
      works: [],
      unread: [{ kind: 'text', place: { path: file.path, position }, found: 'a bibliography that cannot be read', expected }],
    };
  }
}

function workOf(item: CslItem): Work {
  const names = item.author ?? item.editor ?? [];
  const year = String(item.issued?.['date-parts']?.[0]?.[0] ?? 'n.d.');
  return {
    key: item.id,
    label: `${shortNames(names) || (item.title ?? item.id)}, ${year}`,
    reference: referenceOf(item, names, year),
    url: item.DOI === undefined ? (item.URL ?? null) : `https://doi.org/${item.DOI}`,
  };
}

/** Author–date, as in APA: one name, two names, or the first of three and more. */
function shortNames(names: CslName[]): string {
  const [first, second, third] = names.map(({ family, literal, given }) => family ?? literal ?? given ?? '');
  if (first === undefined) return '';
  if (second === undefined) return first;
  return third === undefined ? `${first} & ${second}` : `${first} et al.`;
}

function referenceOf(item: CslItem, names: CslName[], year: string): string {
  const authors = names.map(({ family, given, literal }) => literal ?? [family, given].filter(Boolean).join(', ')).join('; ');
  const issue = item.issue === undefined ? '' : `(${String(item.issue)})`;
  const volume = item.volume === undefined ? '' : `${String(item.volume)}${issue}`;
  const within = [item['container-title'], volume, item.page].filter(Boolean).join(', ');
  return [[authors, `(${year})`].filter(Boolean).join(' '), item.title ?? '', within, item.publisher ?? '']
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}
