/** The parts of citation-js that are used; the packages have no types of their own. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(data: unknown);
    /** CSL-JSON; every item is given an id and a type. */
    data: { id: string; type: string; [variable: string]: unknown }[];
  }
}

declare module '@citation-js/plugin-bibtex';
