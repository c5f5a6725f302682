/** The parts of citeproc that are used, those that `processor.ts` makes faster included; the package has no types of its own. */
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
  /** A step of a style, as the engine runs it. */
  export interface Token {
    name: string;
    /** Start, end or both, as `CSL.START`, `CSL.END` and `CSL.SINGLETON`. */
    tokentype: number;
    /** The index of the step that follows. */
    next: number;
    execs: ((state: Engine, item: object, cite: object) => unknown)[];
  }
  /** What the engine remembers while it turns a style into steps. */
  export interface Building {
    area: string;
    /** `_sort` while the keys of a sort are built. */
    extension: string;
    current_default_locale: string | string[] | undefined;
    macro_stack: string[];
    substitute_level: { value: () => number };
    names_level: number;
    names_variables: object[];
    name_label: object[];
    date_key: boolean | undefined;
    name_flag: boolean | undefined;
    family: object | undefined;
    given: object | undefined;
    'et-al': object | undefined;
    'publisher-special': boolean | undefined;
  }
  export interface Queue {
    queue: unknown;
    string: (state: Engine, queue: unknown) => unknown;
    openLevel: (token: Token) => void;
  }
  /** A style, as an engine asks it. */
  export interface Style {
    dataObj: StyleNode;
    getNodesByName: (
      this: Style,
      root: StyleNode,
      element: string,
      name?: string,
      found?: StyleNode[],
    ) => StyleNode[];
  }
  export interface Engine {
    opt: {
      lang: string;
      xclass: 'in-text' | 'note';
      development_extensions: { [name: string]: boolean };
      update_mode: unknown;
      bib_mode: unknown;
    };
    tmp: { date_token: Token | undefined };
    build: Building;
    cslXml: Style;
    dateput: Queue;
    citation_sort: { tokens: Token[] };
    bibliography_sort: { tokens: Token[] };
    configureTokenList(tokens: Token[]): void;
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
  export interface Processor {
    Engine: new (system: System, style: StyleNode, locale: string, isForced: boolean) => Engine;
    Token: new (name: string, type: number) => Token;
    Node: { date: { build: (this: Token, state: Engine, target: Token[]) => void } };
    parseXml: (source: string) => StyleNode;
    debug: (words: string) => void;
    expandMacro: (this: Engine, call: Token, target: Token[]) => void;
    buildMacro: (this: Engine, target: Token[], nodes: StyleNode[]) => void;
    tokenExec: (this: Engine, token: Token, item: object, cite: object) => number;
    END: number;
    SINGLETON: number;
    NAME_VARIABLES: string[];
    DATE_VARIABLES: string[];
  }
  const CSL: Processor;
  export default CSL;
}
