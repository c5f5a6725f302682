/** The parts of citation-js and citeproc that are used; the packages have no types of their own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    /** CSL-JSON. */
    data: object[];
  }
  interface Register {
    get(name: string): string | undefined;
  }
  export const plugins: { config: { get(name: '@csl'): { styles: Register; locales: Register } } };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';

declare module 'citeproc' {
  export interface CitationItem {
    id: string;
    locator?: string;
    label?: string;
    prefix?: string;
    suffix?: string;
    'suppress-author'?: boolean;
    'author-only'?: boolean;
  }
  export interface CitationCluster {
    citationID: string;
    citationItems: CitationItem[];
    properties: { noteIndex: number; mode?: 'composite'; unsorted?: boolean };
    /** In the order of the style, when it has been processed. */
    sortedItems?: [object, { id: string }][];
  }
  export interface StyleNode {
    name: string;
    attrs: { [name: string]: string };
    children: (StyleNode | string)[];
  }
  export interface System {
    retrieveLocale: (locale: string) => string;
    retrieveItem: (id: string) => object;
  }
  export interface Engine {
    opt: {
      lang: string;
      xclass: 'in-text' | 'note';
      development_extensions: { [name: string]: boolean };
    };
    updateItems(ids: string[]): void;
    /** The clusters that have changed by this one: index and HTML. */
    processCitationCluster(
      cluster: CitationCluster,
      before: [id: string, note: number][],
      after: [id: string, note: number][],
    ): [unknown, [number, string][]];
    makeCitationCluster(items: CitationItem[]): string;
    /** False if the style has no bibliography. */
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
    getTerm(name: string): string;
  }
  const CSL: {
    Engine: new (system: System, style: StyleNode, locale: string, isForced: boolean) => Engine;
    parseXml: (source: string) => StyleNode;
    debug: (words: string) => void;
    NAME_VARIABLES: string[];
    DATE_VARIABLES: string[];
  };
  export default CSL;
}
