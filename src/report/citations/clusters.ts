/** Citations as citeproc takes them, and their words as it gives them. */
import type { CitationCluster, CitationItem, Engine as Citeproc } from 'citeproc';
import { plain } from './item.js';
import { locatorIn } from './locator.js';
import type { Request } from './request.js';

/** A citation with its words, and its works in the order of the style. */
export interface Said {
  words: string;
  shown: string[];
}

/**
 * The words of each cluster. Where the style does not ask what has been cited before, equal citations
 * have equal words and are processed once.
 */
export function processInOrder(
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

/** A citation as a cluster. `ids` are those of the works, by their keys. */
export function clusterOf(
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
