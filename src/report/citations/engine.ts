/** The engine of citation styles: citations in the order of the report → their words, and the list of references. */
import type { CitationCluster, CitationItem, Engine as Citeproc } from 'citeproc';
import type { CitationStyle, Work } from '../../domain/work.js';
import { loadProcessor } from './processor.js';
import { isChinese, itemFor, plain, shortNames } from './item.js';
import { bilingual, locales, marked, marks } from './languages.js';
import { locatorIn } from './locator.js';
import { escaped } from './plain.js';
import type { Request, Answer } from './request.js';

export interface Engine {
  isNote: boolean;
  answer: (requests: Request[]) => Answer;
}

/** Of the report’s words, and the words of Chinese citations as a locale of CSL. */
export interface Setting {
  language: string;
  chinese: string;
}

/** Starts the engine, which takes most of a second. Throws if the style is none. */
export async function startEngine(
  works: Work[],
  style: CitationStyle,
  setting: Setting,
  CSL = loadProcessor(),
): Promise<Engine> {
  const { styles, english } = await readBundled();
  // Two languages double the time of the start.
  const isMixed = works.some(isChinese);
  const main = setting.language === 'zh' && isMixed ? 'zh' : 'en';
  const source = CSL.parseXml(style.source ?? styles.get(style.name) ?? '');
  const kinds = { names: CSL.NAME_VARIABLES, dates: CSL.DATE_VARIABLES };
  const items = new Map(
    works.map((work, index) => [idOf(index), itemFor(work, idOf(index), kinds)]),
  );
  const system = {
    retrieveLocale: (locale: string) =>
      locale.startsWith('zh') && setting.chinese !== '' ? setting.chinese : english,
    retrieveItem: (id: string) => items.get(id) ?? { id, type: 'document' },
  };
  const engine = new CSL.Engine(
    system,
    marked(isMixed ? bilingual(source, main) : source),
    locales[main],
    true,
  );
  Object.assign(engine.opt.development_extensions, { wrap_url_and_doi: true, field_hack: false });
  const isNote = engine.opt.xclass === 'note';
  const knowsPosition =
    isNote || /"(position|et-al-subsequent-[a-z-]+)":/.test(JSON.stringify(source));
  return { isNote, answer: (requests) => answerOf({ engine, works, knowsPosition }, requests) };
}

/** The styles and the English words that come with citation-js. */
async function readBundled() {
  const [styles, words] = await Promise.all([
    import('@citation-js/plugin-csl/lib/styles.json', { with: { type: 'json' } }),
    import('@citation-js/plugin-csl/lib/locales.json', { with: { type: 'json' } }),
  ]);
  return {
    styles: new Map<string, string>(Object.entries(styles.default)),
    english: words.default['en-US'],
  };
}

/** Keys are authors’ words, and could be `__proto__`. */
function idOf(index: number): string {
  return `w${String(index)}`;
}

interface Running {
  engine: Citeproc;
  works: Work[];
  /** The style says `ibid.` or the like. */
  knowsPosition: boolean;
}

function answerOf({ engine, works, knowsPosition }: Running, requests: Request[]): Answer {
  const ids = new Map(works.map((work, index) => [work.key, idOf(index)]));
  const isNote = engine.opt.xclass === 'note';
  engine.updateItems([
    ...new Set(requests.flatMap(({ items }) => items.map(({ work }) => ids.get(work.key) ?? ''))),
  ]);
  const clusters = requests.map((request, index) => clusterOf(request, index, ids, isNote));
  const said = process(engine, clusters, knowsPosition);
  const and = englishAnd(engine);
  const citations = requests.map((request, index) =>
    citationOf(request, linked(said[index], request), { isNote, and }),
  );
  const [about, list] = engine.makeBibliography() || [{ entry_ids: [] }, []];
  const keyOf = (id: string | undefined) => works[Number(id?.slice(1))]?.key ?? '';
  const entries = list.map((reference, index) => ({
    key: keyOf(about.entry_ids[index]?.[0]),
    reference,
  }));
  const cited = [...new Set(requests.flatMap(({ items }) => items.map(({ work }) => work.key)))];
  const labels = new Map(
    cited.map((key) => [key, unmarked(engine.makeCitationCluster([{ id: ids.get(key) ?? '' }]))]),
  );
  return { citations, entries, labels };
}

/** A citation with its words, and its works in the order of the style. */
interface Said {
  words: string;
  shown: string[];
}

/** Where a style does not ask what has been cited before, equal citations have equal words and are set once. */
function process(
  engine: Citeproc,
  clusters: CitationCluster[],
  knowsPosition: boolean,
): (Said | undefined)[] {
  const words: string[] = [];
  const before: [string, number][] = [];
  const first = new Map<string, number>();
  const set: CitationCluster[] = [];
  const indexes = clusters.map((cluster) => {
    const key = JSON.stringify([
      cluster.citationItems,
      cluster.properties,
      ...(knowsPosition ? [cluster.citationID] : []),
    ]);
    const known = first.get(key);
    if (known !== undefined) return known;
    for (const [changed, text] of engine.processCitationCluster(cluster, before, [])[1])
      words[changed] = text;
    before.push([cluster.citationID, cluster.properties.noteIndex]);
    first.set(key, set.length);
    return set.push(cluster) - 1;
  });
  const said = set.map(({ sortedItems = [] }, index) => ({
    words: words[index] ?? '',
    shown: sortedItems.map(([, { id }]) => id.slice(1)),
  }));
  return indexes.map((index) => said[index]);
}

function clusterOf(
  { items, suffix, isNarrative, note }: Request,
  index: number,
  ids: Map<string, string>,
  isNote: boolean,
): CitationCluster {
  const citationItems = items.map((item, nth): CitationItem => {
    const written = item.locator === null ? '' : plain(item.locator);
    const place = locatorIn(written);
    const rest = place === null ? (written === '' ? '' : `, ${written}`) : place.rest;
    const behind = rest + (nth === items.length - 1 ? plain(suffix) : '');
    return {
      id: ids.get(item.work.key) ?? '',
      ...(place && { label: place.label, locator: place.locator }),
      ...(item.prefix !== null && { prefix: `${plain(item.prefix)} ` }),
      ...(behind !== '' && { suffix: behind }),
      ...(item.isAuthorSuppressed && { 'suppress-author': true }),
    };
  });
  // Words that lead from one work to the next fix their order.
  const unsorted = items.some(({ prefix }) => prefix !== null);
  return {
    citationID: `c${String(index)}`,
    citationItems,
    properties: { noteIndex: note, unsorted, ...(isNarrative && !isNote && { mode: 'composite' }) },
  };
}

function unmarked(words: string): string {
  return words.replaceAll(marks.start, '').replaceAll(marks.end, '');
}

/** Makes of the marks the elements by which each work is linked. Where a style has drawn works together, `1–4`, none is. */
function linked(
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
function englishAnd(engine: Citeproc): string {
  const { lang } = engine.opt;
  engine.opt.lang = locales.en;
  const and = engine.getTerm('and');
  engine.opt.lang = lang;
  return and;
}

const nameless = '[NO_PRINTED_FORM]';

/** A narrative citation joins its authors by a word, whatever sign joins them within brackets (APA 7, section 8.17). */
function citationOf(
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
