/** The engine of citation styles: citations in the order of the report → their words, and the list of references. */
import type { Engine as Citeproc } from 'citeproc';
import type { CitationStyle, Work } from '../../domain/work.js';
import { loadBundled } from './bundled.js';
import { clusterOf, processInOrder } from './clusters.js';
import { isChinese, itemFor } from './item.js';
import { bilingual, locales, marked } from './languages.js';
import { loadProcessor } from './processor.js';
import type { Answer, Request } from './request.js';
import { citationOf, englishAnd, linked, unmarked } from './wording.js';

/** A running engine. `isNote` says that its citations are footnotes. */
export interface Engine {
  isNote: boolean;
  answer: (requests: Request[]) => Answer;
}

/** The language of the report, and the words of Chinese citations as a locale of CSL. */
export interface Setting {
  language: string;
  chinese: string;
}

/** Starts the engine, which takes a fifth of a second. Throws if the style is not one of CSL. */
export async function startEngine(
  works: Work[],
  style: CitationStyle,
  setting: Setting,
  CSL = loadProcessor(),
): Promise<Engine> {
  const { styles, english } = await loadBundled();
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
  const said = processInOrder(engine, clusters, knowsPosition);
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
